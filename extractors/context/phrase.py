"""Noun phrases cut out of a text by where they begin and where they must end, and lists of them."""

from __future__ import annotations

import regex

from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import has_verb
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation

_END = Folded(
    r"\s(?:and|to)\s(?=[+~<>$]|times\W?\d|\s{1,20}[\d~])|"
    r"~?\scite[pt]?\s(?=\S*\d)|\sand\s(?=(?:auroc|auc|f1|psnr|ssim|accuracy|recall|precision)\s(?:of\s)?[<>=≥≤\d])|[;:]|,(?!\d)|\.(?:\s|$)|\s[-—]\s|--(?!\d)|—|\)|"
    # By their first letters, so that few are tried at a word.
    r"\s(?:(?:record|receiv|attract|logg|yield|serv|handl|contain|compris)ed (?=\d)|"
    r"(?:replic|indic|demonstr|illustr|valid|corrobor|motiv|facilit|domin)ates (?:the|an?|that|how|its|our)|"
    r"(?=[b-e])(?:by|but|being|because|before|between(?!\s[~$]?\d)|can|could|clearly|cuts?|causes?|caused|"
    r"confirm\w*|compared(?!\s\p{L}+s\b)|"
    r"demonstrat(?!ions?\b)\w+|despite|due|deliver(?!y\b)\w*|during|depend(?:s|ing)|even|enabl\w+|exceed\w*|e\.g\.)|"
    r"(?=[f-r])(?:further|for|fits|falls|grows|reaches|remains|persists?|rises|obtains|has|have|highlight\w*|"
    r"improv\w+|is|"
    r"increas(?:es|ed)|indicat(?!ors?\b)\w+|i\.e\.|in|it|"
    r"lead(?:s|ing) to|may|maintain\w*|mak(?:es|ing)|needs?|outperform\w+|offer\w*|on|provid(?!ers?\b)\w+|"
    r"reduc\w+|"
    r"respectively|requir(?!ements?\b)\w+|result(?:s|ed|ing) in|"
    r"runs(?! (?:on|of|with|and|we|it|the|our|in|for)\b)(?=\s\w)|relative to|retain\w*|reveal\w*)|"
    r"(?=[st])(?:show\w*|significantly|suggest\w*|sav(?:es|ing)|since|spanning|that|thereby|thus|thanks|takes?|"
    r"took|than|"
    r"(?<!\d[bkm]\s)to (?=\d|(?:nearly|about|only|just|around|almost|roughly|below|under) [$~]?\d|"
    r"(?:complete|finish|converge|terminate)\b)|to as|through|they|"
    r"the (?:advantage|gap|gains?|speed-?up|improvement|reduction))|"
    r"(?=[u-y])(?:underscor\w+|yet(?! to)|under|using|validat(?!ion\b)\w+|versus|vs|via|"
    r"whil(?:e|st)|whereas|when|which|was|were|will|without|"
    r"where|within|we|yield\w*|with (?=(?:(?:an?\s)?(?:\p{L}+\s)?(?:latency|throughput|speed|accuracy|memory|"
    r"score|speedup)|(?:an?\s)?(?:minimal|slight|negligible)|only|up|"
    r"an?\s(?:[\p{L}-]+\s){0,2}(?:error|loss|rmse|overhead|recall|precision|auc|f1)\b|"
    r"less|no|minimal|negligible|comparable|better|over|an? (?:average|speed|\d))|\d))|"
    r"(?=a)(?:averaged|achiev(?!ements?\b)\w+|attain(?:s|ing|ed)?|accelerat(?:es|ed)|"
    r"are|also|according to|accounting|allow\w*|at|across|after|against|among|"
    r"and (?:\p{L}+ly )?\p{L}+ing|and (?:\p{L}+ )?(?:improvement|gain|reduction|increase|decrease)s? (?:of|in)\b|"
    r"and \p{L}+(?:ful|al|iv|ant|ent|ous|ic|eous)e?ly \p{Ll}+s|"
    r"and [\p{L}\d-]+ (?:reduc|improv|increas|achiev|outperform|lower|rais|boost|reach|deliver|cut)e?s (?=\p{L})|"
    r"and (?:complete|entire|rare|bare|sharp|quick|steadi|large|hard)ly \p{Ll}+ "
    r"(?:at|on|in|to|with|by|under|when|for|the|an?)|"
    r"and (?:exhibits|gives|transfers|scales|generali[sz]es|preserves|retains|keeps|supports|eliminates|avoids|"
    r"accelerates|shrinks?|remains|speeds)\b|"
    r"and (?=[b-e]\))|and (?:ranked|placed|won|came) |and the (?:best|top|highest|lowest|"
    r"strongest)|"
    r"and (?:[\p{L}-]+ ){1,3}(?:improv|boost|reduc|rais|increas|lift|cutt|lower)ing|"
    r"and (?=[+~<>]|(?:approximately|about|around|roughly|nearly|almost|only|just)\s\d|"
    r"(?:(?:from|becomes?|up|by|over|more|uses?|runs?|is|are|can|we|our|only|no|better|even|"
    r"well)\b(?!-)|"
    r"achiev|reduc|improv|an?\s|\d(?![\d.]*[bmk]\b)|outperform|cut|requir|"
    r"reach|deliver|sav|lower|enabl|show|increas|maintain|negligible|"
    r"minimal|comparable|competitive|superior|offer|provid|continues?|enhanc|yield|demonstrat|"
    r"attain|(?:supports|degrades?|generali[sz]es?|introduces?|proposes?|preserves?|remains?|exhibits?|retains?|leads)\s|"
    r"conducts?\s(?:an?|the)\s|scales\s(?:to|well)\s|observ|find|found|saw\b|see\b)|\p{Ll}+s\s(?:\d+|well|better|the|an?|its|up|to|as|at|all|more|"
    r"less|only|just|no)\b|of\b|(?:rival|match|"
    r"surpass|exceed|beat|outperform)\p{L}*\b)))\b(?!-)"
)
_HYPHENATED = Pattern(r"\p{Lu}[\p{L}\d]*(?:[,.;)]|$|[\s-]\p{L})")
_TRAILING = Ending(r"(?:[\s,;:.(]|\s(?:and|or|the|a|an|of|to|with|almost|nearly))+$")
_BOUND = Pattern(
    r"\sto\s\d(?:[\d.,]*\d)?(?![\d.,]*\d)[kKMBT]?(?:\s?(?:[kKMGT]i?B|(?!(?:by|and|or|in|on|with|for|at)\b)[\p{Ll}-]{2,20}))?(?=[,;.)]|$|\s(?!by\b))"
)
_LEADING = Pattern(r"^[\s,;:)]+")
_ADJECTIVE_FORM = (
    r"(?!(?:training|decoding|reasoning|serving|encoding|processing|pre-?training|fine-tuning|planning|rendering|"
    r"learning|testing|sampling|scaling|coding|speed|\p{Ll}+-?time|[\p{Ll}-]+ly)\b)"
    r"(?:\p{Ll}+-(?:\p{Ll}+-)?\p{Ll}+|\p{Ll}{2,}(?:al|ed|ive|ous|ic|ex|ing|able|ible|ful|less|ent|ant|ar|"
    r"ary|isy|thy|ult|"
    r"ense|arse|short)|deep|large|small|long|low|rich|wide|new|old|high|hard|full|easy)"
)
# "noisy, irregular patterns", "the deep, recurrent baselines": adjectives side by side before their noun
_FIRST_ADJECTIVE = Pattern(
    rf"\s?(?:(?:an?|the|other|more|many|most|all|our)\s){{0,2}}(?:\p{{Ll}}+ly\s)?{_ADJECTIVE_FORM}"
)
_NEXT_ADJECTIVE = Pattern(
    rf",\s(?:(?:and|but|yet)\s)?(?:\p{{Ll}}+ly\s)?{_ADJECTIVE_FORM}(?:\s(?!(?:and|or|to|of|in|on|for|"
    rf"with)\s)[\p{{L}}-]+){{0,2}}?"
    r"\s(?:\p{Ll}{2,}[^s\W]s(?=[,.;:)]|\s(?!(?:the|an?|its|their|by)\s)|$)|"
    r"(?:cohort|corpus|dataset|data\sset|benchmark|collection|subset|split|sample|pool|suite|testbed|cluster|scene|task|environment|domain|setting)\b)"
)
# "bursty and changing loads": of verbs, only those that say what a thing itself does
_ONE_WORD = Pattern(r"\s?(?:(?:an?|the|both|very|highly)\s){0,2}\p{Ll}[\p{Ll}-]+")
_JOINED_ADJECTIVE = Pattern(
    r"\s(?:and|but|yet)\s(?:\p{Ll}+ly\s)?(?:chang|vary|evolv|shift|grow|fluctuat|challeng|emerg|differ|compet|conflict|"
    r"mov|alternat|demand|missing|overlapp|interfer|fad|recurr|incom|interact|last|stream|trend|exist)\p{Ll}*ing\s"
    r"(?!(?:the|an?|its|their|to|by|on|in)\b)\p{L}"
)
# "tabular (A) and spoken (B) benchmarks"
_SORTS_IN_BRACKETS = Pattern(
    r"\s?(?:(?:both|the)\s)?[\p{Ll}-]+\s\([^()\d]{1,40}\)(?:,?\s(?:and|or)\s|,\s)(?:[\p{Ll}-]+\s\([^()\d]{1,40}\)"
    r"(?:,?\s(?:and|or)\s|,\s)){0,2}[\p{Ll}-]+\s\([^()]{1,40}\)(?=\s\p{Ll}{3,})"
)
_SHORT_FORM = Pattern(
    r"[^(),;:]{3,70}\s\((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}\d-]{2,10}\)\s(?:[\p{Ll}-]+\s)?"
    r"(?:data\s?sets?|benchmarks?|corpus|corpora|tasks?|suite|challenge|test|data|workloads?|problems?|models?|settings?|"
    r"regime|protocol|collection|setup)\b"
)
_SPLIT = Pattern(r",\s?(?:and\s|or\s)?|\sand\s|\s&\s|/(?=[A-Z])")
_SPLIT_IN_WORDS = Pattern(r",\s?(?:and\s|or\s)?|\sand\s|\s&\s")
# "CNN-, and Transformer-based baselines"
_SUSPENDED = Pattern(
    r"(?:,\s[\p{L}\d]{1,20}-){0,4},?\s(?:and|or)\s[\p{L}\d]{1,20}-[\p{L}\d-]{2,20}(?:\s[\p{L}\d-]+){1,2}?"
    r"(?=[,.;)]|\s(?:by|on|in|for|at|with|while|across|and|under|to|of|from)\b|$)"
)
# ", B, and C": the rest of a list of short names
_ITEM = (
    r"(?!\p{Ll}\)|\p{Ll}+(?:ing\b|s\s)|(?:which|with|while|and|but|the|a|an|our|we|it|its|thus|at|up|over|"
    r"by|on|in|for|"
    r"never|still|that|nearly|roughly|about|approximately|almost|lastly|finally|broadly|exhibit|"
    r"using|\p{L}+(?:ing|s)\s(?:up|to|by)|\p{Ll}+\s(?:the|an?|that|how))\b)"
    r"\p{L}[\p{L}\d.+@*/_-]*(?:\s(?!\p{Ll}+s\s)[\p{L}\d.+@*/_-]+){0,2}?"
)
_LIST_REST = Pattern(
    rf"(?P<rest>(?:,\s{_ITEM}){{0,5}},?\sand\s(?:the\s)?{_ITEM})(?=[,.;)]|\s(?:benchmarks|datasets|tasks|models|"
    rf"respectively|"
    rf"(?:while|with|by|using|under|at|in|across|on|for|but|of|is|are)\b|show|demonstrat|amount|reach)|$)"
)
_DO_NEXT = Pattern(r"\s(?:show|demonstrat|amount|reach|get|scor|achiev|obtain|attain)")
_GOES_ON = Pattern(r"\s(?:on|in|for|with|at|across|under|over|than|to|by|compared)\s", IGNORECASE)
_RESPECTIVELY = Pattern(r",?\srespectively\b")
# "reasoning, tool-using, and coding benchmarks"
_ACTIVITIES = Pattern(
    r"(?P<rest>(?:,\s[\p{Ll}-]{3,24}(?:\s[\p{Ll}-]{3,20})?){0,4},?\sand\s[\p{Ll}-]{2,20}ing)"
    r"(?=\s(?:benchmark|task|dataset|domain|workload|problem|suite|scenario|quer|phase|stage)\p{L}*)"
)
# "by 12% and 9% compared respectively with Foo and Bar"
_RESPECTIVELY_FIRST = Pattern(
    r",?\s(?P<how>compared\s)?respectively,?\s(?P<prep>with|to|over|against|than|on|for|in|at|of|under)\s"
)
_LIST_STOP = Pattern(r"\.(?:\s|$)|[;:()]|,\s(?:while|whereas|with|which)\b|\s(?:while|whereas|using|when)\s|$")
_BRACKETS = Pattern(r"\([^()]*\)")
_OPENING = Pattern(r"(?:both|either|the|a|an)\s", IGNORECASE)
_SLASHED = Pattern(r"\p{L}[^\s,;:()/]*(?:/\p{L}[^\s,;:()/]*)+")
_ADJECTIVE = Pattern(r"\p{Ll}[\p{Ll}-]*")
_OF = Pattern(r"\s(?:in|of)\s")
_OVER_OTHERS = Pattern(r"\s(?:over|than|compared (?:to|with)|against|relative to|versus|vs\.?)\s")
_NO_ARTICLE = Pattern(r"(?!(?:an?|the)\s)\p{Ll}")
_SEVERAL = Pattern(r"(?:various|different|multiple|diverse|several|many)\s", IGNORECASE)
_LIST_BREAK = Pattern(r",\s(?:and\s)?|\sand\s")


def noun_phrase(view: str, start: int, end: int, *, limit: int = 110) -> tuple[int, int] | None:
    """The bounds of the phrase that starts at ``start`` and ends by ``end``; null when it is empty."""
    window = view[start : min(end, start + limit)]
    stop = _END.search(window, 1)
    while stop and _is_no_end(window, stop):
        stop = _END.search(window, stop.end())
    if stop and stop[0][0] in ",) " and (further := _past(window, stop)):
        stop = _END.search(window, further)
    if stop:
        window = window[: _balanced(window, stop.start())]
    lead = _LEADING.match(window)
    first = start + (lead.end() if lead else 0)
    trail = _TRAILING.search(window)
    last = start + (trail.start() if trail else len(window))
    listed = stop is not None and view[last : last + 1] == ","
    if listed and view.endswith("ing", first, last) and (more := _ACTIVITIES.match(view, last, end)):
        last = more.end("rest")
    elif listed and (more := _LIST_REST.match(view, last, end)):
        item = _LIST_BREAK.split(more["rest"])[-1].removeprefix("the ")
        head = first + 4 if view.startswith("the ", first) else first
        ends = view.rfind(" ", head, last) + 1 or head  # "joint training of Foo, Bar and Baz"
        named = item[:1].isupper()
        alike = view[head].isupper() == named or (named and (view[ends].isupper() or view[ends].isdigit()))
        subjects = view.endswith("On ", 0, first) and _DO_NEXT.match(view, more.end())  # "On A, B and C reach"
        if alike and not subjects and not has_verb(more["rest"]):  # names go on with names
            last = more.end("rest") - more["rest"].endswith(".")
    if view.endswith(" up", first, last):  # "message sizes up to 8 MB"
        bound = _BOUND.match(view, last, end)
        last = bound.end() if bound else last - (6 if view.endswith(" of up", first, last) else 3)
    if view.endswith("-", first, last) and (suspended := _SUSPENDED.match(view, last, end)):
        last = suspended.end()
    if window.count("(") > window.count(")"):
        last = min(last, start + len(window[: window.rfind("(")].rstrip()))
    return (first, last) if last - first >= 2 else None


# "(1) it is faster", "b) more stable"
ITEM = Pattern(r"(?<![^\s(])(?:\d|[ivx]{1,4}|[a-e])\)\s")
# The shapes of names that sets of questions have: "FooQA", "Bar-Bench", "BazEval"
BENCHMARK = Pattern(r"(?:[\p{L}\d-]*(?:QA|[Bb]ench|Eval|MMLU)[\p{L}\d-]*)\b")


_SOTA = Ending(r"\((?:SOTA|SoTA|sota)\)$")


def _past(window: str, stop: Match) -> int | None:
    """How far a phrase goes that ends neither with a bracket nor with what joins adjectives at ``stop``."""
    if stop[0][0] == " ":
        joined = _JOINED_ADJECTIVE.match(window, stop.start())
        return joined.end() if joined and _ONE_WORD.fullmatch(window, 0, stop.start()) else None
    if stop[0] == ")" and _SOTA.search(window, 0, stop.end()):
        return stop.end()  # "the state-of-the-art (SOTA) samplers"
    if stop[0] == ",":
        first = _FIRST_ADJECTIVE.fullmatch(window, 0, stop.start())
        adjective = _NEXT_ADJECTIVE.match(window, stop.start()) if first else None
        return adjective.end() if adjective else None
    if short := _SHORT_FORM.match(window):  # "the electroencephalogram (EEG) dataset"
        return short.end() if short.end() > stop.start() else None
    sorts = _SORTS_IN_BRACKETS.match(window) if window.count("(") > 1 else None
    return sorts.end() if sorts and sorts.end() > stop.start() else None


_LEVELS = Pattern(r"[%\\]{0,2}\s(?:[\p{L}-]+\s)?(?:sparsity|noise|load|dropout|occupancy|budgets?|quantiles?)\b")
_AVERAGED = Pattern(r"[%$\\]{0,3}\s(?:on|in) average\b")
_SORTS = Pattern(r"\s(?:covering|spanning|comprising|consisting of)\s")  # "sets covering A and B"


def aligned(s: Situation, span: tuple[int, int]) -> str | None:
    """The part of a list of names that belongs to this member of a list of values; null when they do not pair up."""
    first, last = s.group
    count = last - first + 1
    if count < 2 or _AVERAGED.match(s.list_right):
        return None  # "by up to 3x and 2x on average": two of the same
    text = _BRACKETS.sub("", s.doc.text[span[0] : span[1]])
    told = "/" in s.doc.view[s.siblings[first].end : s.siblings[first + 1].start]
    if told and (slashed := _SLASHED.search(text)) and slashed[0].count("/") == count - 1:
        return slashed[0].split("/")[s.index - first]  # "the easy/mid/hard splits"
    parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    if any(part.endswith("-") for part in parts):
        return None  # "the single- and double-precision routines"
    if (
        len(parts) != count
        or _SORTS.search(parts[0])
        or (_ADJECTIVE.fullmatch(parts[0]) and " " in parts[-1] and not _told(s))
    ):
        return None  # "older and newer methods" are one phrase
    if parts[0].startswith(("a ", "an ")) and _NO_ARTICLE.match(parts[-1]) and not _told(s):
        return None  # "a fixed parameter and data budget"
    before = span[1] <= s.siblings[first].start
    if before and _SEVERAL.match(parts[0]) and _NO_ARTICLE.match(parts[-1]):
        return None  # "various model sizes and workloads"
    if before and s.says(("respectively",)) and pair_elsewhere(s):
        return None
    if _LEVELS.match(s.list_right) and not _told(s):
        return None  # "on A, B and C at 10%, 20% and 50% sparsity"
    part = parts[s.index - first]
    opening = _OPENING.match(part)
    return part[opening.end() :] if opening and opening[0].lower().startswith(("both", "either")) else part


def pair_elsewhere(s: Situation) -> bool:
    """Whether the values pair up with rivals or metrics that stand behind the list."""
    if respective(s, _OVER_OTHERS) is not None:
        return True
    of = respective(s, _OF)
    return of is not None and bool(metric_cues(of))


def _told(s: Situation) -> bool:
    """Whether the sentence says that its lists pair up."""
    return _RESPECTIVELY.search(s.doc.view, s.sentence.start, s.sentence.end) is not None


def respective(s: Situation, introduced: Pattern | regex.Pattern[str]) -> str | None:
    """The part of "on A, B and C, respectively" that belongs to this member of a list of values.

    ``introduced`` matches what stands before the list. Null when nothing pairs up.
    """
    first, last = s.group
    end = _RESPECTIVELY.search(s.list_right) if last > first else None
    if end is None:
        return None
    start = s.siblings[last].end
    if early := _RESPECTIVELY_FIRST.match(s.list_right):
        stated = introduced.fullmatch(f"{early['how'] or ''}{early['prep']} ")
        stop = _LIST_STOP.search(s.list_right, early.end())
        limit = start + (stop.start() if stop else len(s.list_right))
        part = respective_part(s.doc.view, start + early.end(), limit, s.group, s.index) if stated else None
        return s.doc.text[slice(*part)] if part else None
    for intro in reversed([*introduced.finditer(s.list_right, 0, end.start())]):
        part = respective_part(s.doc.view, start + intro.end(), start + end.start(), s.group, s.index)
        if part is not None:
            return s.doc.text[slice(*part)]
    return None


def respective_part(view: str, start: int, end: int, group: tuple[int, int], index: int) -> tuple[int, int] | None:
    """Where the name at ``index`` of a group of values stands in the list of names in ``[start, end)``."""
    stop = _RESPECTIVELY.search(view, start, end)
    end = stop.start() if stop else end
    count = group[1] - group[0] + 1
    parts = _parts(view, start, end, _SPLIT)
    if len(parts) > count:
        parts = _parts(view, start, end, _SPLIT_IN_WORDS)  # "Foo/Bar, Baz, and Qux sets"
    if len(parts) != count or _GOES_ON.search(view, start, end) or view.startswith("terms of ", start):
        return None
    if any(view.endswith("-", *part) for part in parts):
        return None  # "the single- and double-precision routines"
    return parts[index - group[0]]


def _parts(text: str, start: int, end: int, split: Pattern) -> list[tuple[int, int]]:
    """Where the members of a list stand."""
    parts = []
    for gap in (*split.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        if text[start:stop].strip():
            parts.append((start, stop))
        start = gap.end() if gap else end
    return parts


_QUALIFIED = Ending(r"(?:^|\s)(?:the|an?|our|its|their|previous|prior|existing|other|recent|current)$")
_PARTICIPLE = Pattern(r"\p{Ll}+(?:ed|ing)")


def _is_no_end(window: str, stop: Match) -> bool:
    """Whether what ends others goes on here: "BFP16--BF16 code", "the ReVeal model", "an accelerated run"."""
    word = stop[0] if stop[0] == "--" else window[stop.start() + 1 : stop.end()].rstrip()
    if word == "--":
        return _HYPHENATED.match(window, stop.end()) is not None
    if word.isalpha() and not word[1:].islower():
        return len(word) > 1
    if word == "and":  # "both the plain baseline and a tuned one"
        return window.startswith("both ") and " and " not in window[: stop.start()]
    return _PARTICIPLE.fullmatch(word) is not None and _QUALIFIED.search(window, 0, stop.start()) is not None


def _balanced(window: str, end: int) -> int:
    """A comma inside brackets does not end the phrase: "architectures (A, B, C)"."""
    opened = window.rfind("(", 0, end)
    if opened > 0 and ")" not in window[opened:end]:
        closed = window.find(")", end)
        if 0 < closed - opened < 80:
            return closed + 1
    return end
