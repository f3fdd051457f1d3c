"""Settings right beside the value, in brackets or before them: "A (75%)", "A: 75%", "75% (A)"."""

from __future__ import annotations

from extractors.context.baseline.rival import each_in_brackets
from extractors.context.metric import metric_cues
from extractors.context.phrase import pair_elsewhere, respective_part
from extractors.context.setting.accept import Span, accept, names_devices_only
from extractors.context.setting.phrases import names_a_measure
from extractors.endings import ending
from extractors.lexicon import BEATS, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from extractors.text import holds
from schemas.vocabulary import Field

_NAMED = Pattern(
    r"(?<![\p{L}\d])(?P<name>(?!(?:On|In|For|With|At|Across|Under|Using|By|From|When|While)\s)"
    r"(?:[\p{Lu}\d][\p{L}\d.+@*'/_-]*|\p{Ll}+\d[\p{L}\d.-]*)(?:\s[\p{Lu}\d][\p{L}\d.+@*'/_-]*){0,3}(?:\s(?:dataset|"
    r"benchmark|test|set|split))?)\s\(\s?[~$+]{0,2}\s?$"
)
_OPENED = Pattern(r"\([~+<>-]?\s?$")
_NAMED_INSIDE = Pattern(r"^,\s(?P<np>\p{Lu}[\p{L}\d.@-]*(?:\s\p{Lu}[\p{L}\d.@-]*){0,2})\)")
_NAMED_AFTER = Pattern(
    r"^\s?\((?P<np>\p{Lu}[^()\d]{1,30}|(?!(?:Table|Fig|Figure|Section|Eq|Appendix|Tab|CI|SD)\b)\p{Lu}[\p{L}-]{2,20}[\s-]?"
    r"\d[\p{L}\d.-]{0,12})\)"
)
# "94% (indoor) and 88% (outdoor)"
_LABEL = (
    r"[%$\\]{0,3}\s?\((?P<np>(?!(?:relative|absolute|average|mean|median|best|worst|baseline|ours|previous|higher|lower|"
    r"better|worse|up|down|vs)\b)\p{Ll}[\p{Ll}-]{2,20}(?:\s\p{Ll}[\p{Ll}-]{2,20})?)\)"
)
_LABEL_AND_NEXT = Pattern(_LABEL + r"(?:,\s(?:and\s)?|,?\sand\s|\s(?:vs\.?|to)\s)(?:only\s|about\s)?[~$+]?")
_LABEL_AFTER = Pattern(_LABEL)
# "(85% RoomBench 2, 96% HomeTasks)"
_LED = Pattern(
    r"^[%$\\]{0,2}\s(?P<np>(?:\p{Lu}[\p{L}\d-]*\p{Ll}[\p{L}\d-]*\p{Lu}?[\p{L}\d-]*|\p{Lu}{4,}[\p{L}\d-]*)(?:\s[\d.]{1,4})?)(?=[,;)])"
)
# "a 7.4 TextSet perplexity", "80% PicSet top-1 accuracy"
_SCORE_ON_NAME = Pattern(
    r"[%$\\]{0,2}\s(?P<np>(?!L\d)\p{Lu}[\p{L}\d@/_-]*[\p{Lu}\d][\p{L}\d@/_-]*(?:\s\d{1,4})?)\s"
    r"(?:(?:overall|average|mean|zero-shot|few-shot|top-1|test|validation|resolve|solve|win|success)\s){0,2}"
    r"(?:scores?|accurac(?:y|ies)|rates?|m?IoU|m?AP|BLEU|perplexity|recall|precision|AUC|g?FID|WER|PSNR)\b(?!\s(?:on|in|for)\s)"
)
_IN_BRACKET = Pattern(r"\([^()]{0,60}$")
# "(+4% on PicSet)"
_ON_INSIDE = Pattern(r"[%$\\]{0,2}\s(?:over\s[^(),;\s]{2,30}\s)?(?:on|for|in)\s(?P<np>[^(),;]{2,50})\)")
# "(A: R^2=0.2, Pearson r=0.4; B: ...)": the label of a score behind the first
_LABELLED = ending(
    r"[(;]\s?(?P<name>\p{Lu}[\p{L}\d.+@*/_-]*):\s(?:[\p{L}\d^' ]{1,24}\s?=\s?-?[\d.]{1,6}%?,\s){0,3}"
    r"[\p{L}\d^' ]{1,24}\s?=\s?[$-]?$"
)
_SCOPED = Pattern(
    r"\b(?:in|on|for|under)\s(?P<np>(?:(?!\s(?:in|on|for|under|of|when|while)\s)[^,;:()]){2,50})\s\("
    r"(?:\p{L}[\p{L}\d]{0,9}\s?=\s)?(?:up to\s|about\s|~|over\s|around\s|nearly\s)?\s?[$+]?$"
)
_COLON = Pattern(r"(?P<name>(?:[\p{Lu}][\p{L}\d.+@*/_-]*)(?:\s[\p{Lu}\d][\p{L}\d.+@*/_-]*){0,3}):\s{1,2}[+~$]{0,2}$")
_COLON_INSIDE = Pattern(r"[(,]\s?(?P<name>\p{Ll}[\p{L}-]{2,20}(?:\s[\p{L}-]{2,20})?):\s{1,2}[+~$]{0,2}$")
_SIGNED_NAME = Pattern(
    r"[(,]\s?(?:and\s)?(?P<name>\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.@*/_-]*)?)\s{1,2}[$]?[+-]\s?$"
)
# "improves HumanEval accuracy from 40% to 50%", "and MBPP from 3 to 4": the name is the data set's
_MOVED = Pattern(
    r"(?:\b(?:improv|increas|rais|boost|lift|push|reduc|lower|mov|tak|bring|advanc)\p{L}*|\band|,)\s"
    r"(?:(?:its|their|our|overall|average|mean|final|zero-shot)\s){0,3}(?P<np>(?:the\s)?(?!(?:[CGTN]PU|FPGA|D?RAM|SSD|HBM)\b)(?:\p{Lu}[\p{L}\d.@*/_-]*)(?:\s\p{Lu}[\p{L}\d.@*/_-]*){0,2}?)"
    r"(?:\s(?!(?:improv|increas|rais|boost|lift|push|reduc|lower|cut|mov|tak|bring|advanc|go|get|drop|fall|ris|climb)\p{L}*s\s)"
    r"(?:\p{L}[\p{L}@\d-]*)){0,2}\sfrom\s[~$]?$"
)
_PART_OF_MACHINE = Pattern(
    r"(?:the\s)?(?:[CGTNDIV]PU|FPGA|DRAM|SRAM|HBM|SM|SSD|NIC|IO|I/O|KV|MFU|LLM|DNN)s?(?:\s(?:SM|core))?"
)
_SCOPE_FROM = Pattern(
    r"\b(?:on|across|for)\s(?P<np>(?:(?!\s(?:on|across|for|in|with|causes|to)\s)[^,;:()]){2,50}?)(?<!\sand)\sfrom\s[~$]?$"
)
_COMPARED_BEFORE = Pattern(r"\b(?:over|than|against|compared (?:to|with)|to)\s(?:[\p{L}-]+\s){0,3}$", IGNORECASE)
_BEATEN = ending(
    r"\b(?:outrank|surpass|outperform|exceed|beat|match|rival|par(?:ity)?\swith)\p{L}*\s(?:[\p{L}-]+\s){0,3}$"
)
_EXAMPLE = Pattern(r"\b(?:such as|like|including|e\.g\.,?)\s(?=\p{Lu})")
_ON_NAME = Pattern(r"\b(?:on|in|for|across)\s[^();]{2,40}\s\(\+")  # "beats it on A (+2%) and B (+3%)"
_NAME_LIST = Pattern(r"\((?P<names>\p{Lu}[^();]{3,90})\)")
# "three applications (image encryption, graph walks, and word models)"
_SORT_LIST = Pattern(
    r"\b(?:applications|tasks|workloads|domains|benchmarks|kernels|datasets|settings|scenarios|problems|models|stages|splits)\s"
    r"\((?P<names>[^();\d]{3,30}(?:,\s[^();,\d]{3,30}){1,5})\)"
)
_A_FEW = 3
_SORTS = Pattern(r"(?<![\p{L}-])(?!and\s)(?:the\s)?\p{L}[^,]*?(?=,|\sand\s|\)|$)")
_NAMES = Pattern(r"(?!and\s)(?:the\s)?[\p{Lu}\d][^,]*?(?=,|\sand\s|\)|$)")
_NAME_OF_SEVERAL = (
    r"(?:the\s)?\p{Lu}[^\s,;:()]{1,24}(?:\s[\p{Lu}\d][^\s,;:()]{0,24}){0,3}"
    r"(?:\s(?:data\s?set|benchmark|corpus|suite))?"
)
_NAMES_IN_TEXT = Pattern(
    rf"\b(?:(?:sets|datasets|benchmarks|tasks|models|suites),|(?:[Oo]f|[Oo]n|[Ff]or|[Ii]n|[Aa]cross|[Ww]ith)(?:\sthe)?)\s"
    rf"(?P<names>{_NAME_OF_SEVERAL}(?:,\s{_NAME_OF_SEVERAL}){{0,5}},?\sand\s{_NAME_OF_SEVERAL})(?=[\s,])"
)
_REACH = ("reach", "achiev", "attain", "scor", "obtain", "solv")
_SUBJECTS = ending(
    rf"(?:^|[.;]\s|,\s(?:while|whereas|but|and)\s|\bthat\s)(?P<names>{_NAME_OF_SEVERAL}(?:,\s{_NAME_OF_SEVERAL}){{0,5}},?\sand\s{_NAME_OF_SEVERAL})"
    r"\s(?:(?:only|still|both|also)\s)?(?:reach|achiev|attain|scor|obtain|solv)(?:e|es|ed)?\s[^,;:()\d]{0,30}$"
)
_PLAIN = r"(?!(?:and|the|a|an|both)\b)[\p{L}\d][^\s,;:()]*(?:\s(?!(?:and|of)\b)[\p{L}\d][^\s,;:()]*){0,2}?"
# "success rates for stacking, pouring, and wiping are"
_PLAIN_LIST = Pattern(
    rf"\b(?:[Oo]n|[Ff]or|[Ii]n|[Aa]cross)\s(?:both\s)?(?P<names>{_PLAIN}(?:,\s{_PLAIN}){{0,5}},?\sand\s{_PLAIN})"
    r"(?=,\s|\s(?:is|are|was|were|it|we|our|the|by|from|reach\w*|improves?|rises?|drops?|falls?|increases?|decreases?)\s)"
)
_RESPECTIVELY = Pattern(r"[^;]{0,80}?\brespectively\b")
_OUTPERFORMS = Pattern(r"\b" + BEATS + r"\b")
_CLAUSE = Pattern(r"\s(?:it|we|they|is|are|our)\s|\s\p{Ll}{4,}(?<!s)s\s(?:the|an?|its)\s")
# "a GenEval score of 0.86", "raises MATH accuracy by over 18%"
_SCORE_OF = Pattern(
    r"\b(?!L\d|[Rr]ank|R\d)(?P<name>\p{Lu}[\p{L}\d.@*/_-]*[\p{Lu}\d][\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.-]*)?)\s"
    r"(?:(?:overall|average|mean|zero-shot|few-shot|box|mask|top-1|test|validation|resolve|solve|win)\s){0,2}"
    r"(?:scores?|accurac(?:y|ies)|(?:success\s)?rates?|m?IoU|m?AP(?:50)?|BLEU|perplexity|recall|precision|AUC|FID|WER)"
    r"\s(?:of|is|to|by|from)\s(?:(?:up to|a|about|only|over|nearly|more than)\s){0,2}[~$+]?$"
)
_SCORED_ON = Pattern(r"[%\\]{0,2}\son\s(?!average)")
_VERSUS = ("vs", "versus")
_LEADS = ending(r"(?:\(|\s(?:vs\.?|versus)\s)(?P<name>\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)?):?\s[~$]?$")
_LEADS_NEXT = Pattern(r"[\s%]{0,2}(?:vs\.?|versus)\s\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)?:?\s[~$]?")
_SCORES = (
    "score", "accurac", "rate", "IoU", "AP", "BLEU", "perplexity", "recall", "precision", "AUC", "FID", "WER", "PSNR",
)  # fmt: skip


def in_brackets(s: Situation) -> Span | None:
    """ "GAIA (75%)", "GAIA: 75%", "75% (GAIA)", "speedups in the cloud (up to 3x)"."""
    after = _NAMED_AFTER.match(s.near_right)
    if after is None and _OPENED.search(s.near_left):
        after = _NAMED_INSIDE.match(s.near_right)
    if after is None and (label := _label(s)) is not None:
        return label
    if after and not metric_cues(after["np"]):
        name = s.quantity.end + after.start("np"), s.quantity.end + after.end("np")
        if not _is_its_unit(s, after["np"]) and not names_devices_only(s.doc.view, name, s.devices):
            return name
    if (scored := _scored(s) or (_leads_each(s) if s.says(_VERSUS) else None)) is not None:
        return scored
    start = s.quantity.start - len(s.near_left)
    inside = _SCOPED.search(s.near_left) if "(" in s.near_left else None
    if inside and not _CLAUSE.search(inside["np"]):
        example = _EXAMPLE.search(inside["np"])
        begins = inside.start("np") + (example.end() if example else 0)
        span = accept(s, (start + begins, start + inside.end("np")), "in")
        if span is not None:
            return span
    scope = _SCOPE_FROM.search(s.near_left) if s.quantity.pair == "before" else None
    if scope and not has_verb(scope["np"]):
        span = accept(s, (start + scope.start("np"), start + scope.end("np")), "on")
        if span is not None:
            return span
    if s.quantity.pair == "before" and (moved := _MOVED.search(s.near_left)) and not _of_no_data(moved["np"]):
        return start + moved.start("np"), start + moved.end("np")
    if s.near_left.rstrip().endswith("(+") and _OUTPERFORMS.search(s.left) and not _ON_NAME.search(s.left):
        return None  # a rival's name stands before the bracket
    match = _named(s.near_left, scored_on=_SCORED_ON.match(s.near_right) is not None)
    if (
        match is None
        or not any(map(str.isalpha, match["name"]))
        or _of_a_measure(match["name"])
        or _COMPARED_BEFORE.search(s.near_left[: match.start()])
    ):
        return None
    rivals = s.quantity.dimension is Dimension.TIMES and (
        _BEATEN.search(s.near_left[: match.start()]) is not None or each_in_brackets(s) is not None
    )
    presented = s.doc.field is Field.TITLE and start + match.start("name") == 0  # "Tarnet: 6x faster parsing"
    return None if rivals or presented else (start + match.start("name"), start + match.end("name"))


def _label(s: Situation) -> Span | None:
    """ "94% (indoor) and 88% (outdoor)": each of a list says in a bracket what it holds for."""
    label = _LABEL_AFTER.match(s.near_right)
    if label is None or metric_cues(label["np"]):
        return None
    if not ((s.index and _LABEL_AND_NEXT.fullmatch(s.near_left)) or _next_is_labelled(s)):
        return None
    return s.quantity.end + label.start("np"), s.quantity.end + label.end("np")


def _next_is_labelled(s: Situation) -> bool:
    if s.index + 1 == len(s.siblings) or not _LABEL_AND_NEXT.fullmatch(s.near_right):
        return False
    return _LABEL_AFTER.match(s.doc.view, s.siblings[s.index + 1].end) is not None


def _is_its_unit(s: Situation, name: str) -> bool:
    """ "30 million steps per second (SPS)"."""
    initials = "".join(word[0] for word in s.doc.view[s.quantity.start : s.quantity.end].lower().split())
    return len(name) > 1 and initials.endswith(name.lower())


def _scored(s: Situation) -> Span | None:
    """ "(85% RoomBench 2, ...)", "an 85.2 RoomBench score"."""
    named = _LED.match(s.near_right) if _IN_BRACKET.search(s.left) else None
    if named is not None and _of_a_measure(named["np"]):
        named = None
    if s.near_left.rstrip(" ~$+-").endswith("(") and (on := _ON_INSIDE.match(s.near_right)):
        return accept(s, (s.quantity.end + on.start("np"), s.quantity.end + on.end("np")), "on")
    if s.near_left.rstrip(" -$").endswith("=") and (label := _LABELLED.search(s.left[-120:])):
        start = s.quantity.start - len(s.left[-120:])
        return start + label.start("name"), start + label.end("name")
    if named is None and holds(s.near_right[:60], _SCORES):
        named = _SCORE_ON_NAME.match(s.near_right)
        if named is not None and _of_a_measure(named["np"]):
            return None
    return (s.quantity.end + named.start("np"), s.quantity.end + named.end("np")) if named else None


def _leads_each(s: Situation) -> Span | None:
    """ "(disks 40 ms vs. flash 9 ms)": the names before the two, capitalised."""
    own = _LEADS.search(s.near_left)
    if own is None or _of_a_measure(own["name"]):
        return None
    first = _LEADS_NEXT.fullmatch(s.near_right)
    if first is None and (s.previous is None or not _LEADS_NEXT.fullmatch(s.near_left)):
        return None
    if first is None and not _LEADS.search(s.doc.view[s.sentence.start : s.previous.start] if s.previous else ""):
        return None
    start = s.quantity.start - len(s.near_left)
    return start + own.start("name"), start + own.end("name")


def _of_no_data(name: str) -> bool:
    """ "lifts GPU utilization from": a part of a machine is no data set."""
    return _of_a_measure(name) or _PART_OF_MACHINE.fullmatch(name) is not None


def _of_a_measure(name: str) -> bool:
    return bool(metric_cues(name)) or names_a_measure(name)


def _named(left: str, *, scored_on: bool) -> Match | None:
    """The name that a text ends with: "GAIA (", "GAIA:", ", GAIA +", "a GAIA score of"."""
    match = _NAMED.search(left) if "(" in left else None
    match = match or (_COLON.search(left) or _COLON_INSIDE.search(left) if ":" in left else None)
    match = match or (_SIGNED_NAME.search(left) if "+" in left or "-" in left else None)
    return match or (_SCORE_OF.search(left) if not scored_on and holds(left, _SCORES) else None)


def listed_before(s: Situation) -> Span | None:
    """ "On three models (A, B, and C), it achieves 2x, 3x and 4x": a list of names as long as that of the values."""
    first, last = s.group
    if last == first:
        return None
    found: Span | None = None
    for bracket in _NAME_LIST.finditer(s.doc.view, s.sentence.start, s.siblings[first].start):
        names = [*_NAMES.finditer(s.doc.view, bracket.start("names"), bracket.end("names"))]
        of_devices = any(bracket.start() <= start < bracket.end() for start, _ in s.devices)
        of_rivals = s.doc.view.startswith(" by ", bracket.end()) and _OUTPERFORMS.search(s.left)
        if len(names) == last - first + 1 and not (of_devices or of_rivals):
            found = names[s.index - first].span()
    return found or _listed_respectively(s) or _subject_of_each(s) or _sort_of_each(s)


def _sort_of_each(s: Situation) -> Span | None:
    """ "maps three applications (image encryption, graph walks, and word models), with speedups of 9x, 4x and 2x"."""
    first, last = s.group
    if last - first < _A_FEW - 1:
        return None
    for bracket in _SORT_LIST.finditer(s.doc.view, s.sentence.start, s.siblings[first].start):
        sorts = [*_SORTS.finditer(s.doc.view, bracket.start("names"), bracket.end("names"))]
        if len(sorts) == last - first + 1:
            return sorts[s.index - first].span()
    return None


def _subject_of_each(s: Situation) -> Span | None:
    """ "Tarnet and Fennet reach 28% and 33%": whose each value is."""
    first, last = s.group
    start = s.siblings[first - 1].end if first else s.sentence.start
    subjects = _SUBJECTS.search(s.doc.view, start, s.siblings[first].start) if s.says(_REACH) else None
    if subjects is None:
        return None
    names = [*_NAMES.finditer(subjects["names"])]
    if len(names) != last - first + 1 or any(_of_a_measure(name[0]) for name in names):
        return None
    begin, end = names[s.index - first].span()
    return subjects.start("names") + begin, subjects.start("names") + end


def _listed_respectively(s: Situation) -> Span | None:
    """ "on two data sets, A and B, it reaches 90% and 80%, respectively"."""
    first, last = s.group
    if not _RESPECTIVELY.match(s.list_right):
        return None
    start = s.siblings[first - 1].end if first else s.sentence.start
    for listed in _NAMES_IN_TEXT.finditer(s.doc.view, start, s.siblings[first].start):
        names = [*_NAMES.finditer(listed["names"])]
        if any(_of_a_measure(name[0]) for name in names):
            continue
        if len(names) == last - first + 1 and not _OUTPERFORMS.search(s.doc.view, s.sentence.start, listed.start()):
            if pair_elsewhere(s):
                return None
            name = names[s.index - first]
            return listed.start("names") + name.start(), listed.start("names") + name.end()
    if plain := _PLAIN_LIST.search(s.doc.view, start, s.siblings[first].start):
        part = respective_part(s.doc.view, *plain.span("names"), s.group, s.index)
        known = part is None or pair_elsewhere(s) or _of_a_measure(s.doc.view[slice(*part)])
        return None if known else part
    return None
