"""Baselines that are the object of a verb: "outperforms X by 2x"."""

from __future__ import annotations

from itertools import pairwise

import regex

from extractors.context.baseline.before import compared_first
from extractors.context.baseline.phrases import ANOTHER, NP_PREP, cut, with_data
from extractors.context.metric import Cue, metric_cues
from extractors.context.pairing.aligned import aligned
from extractors.context.phrase import noun_phrase
from extractors.context.phrase.shapes import BENCHMARK
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, HEDGES, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Polarity

# Verbs whose object is what the subject wins or loses against.
_WINS = (
    r"(?:outperform|surpass|exceed|beat|outpac|outscal|outclass|outrank|outscor|outstrip|outshin|outmatch|eclips|"
    r"dominat|"
    r"overtak|underperform|trail)(?:s|es|e|ed|ing|ting)?|outdo(?:es|ing)?|edg(?:es?|ed|ing) (?:out|past)|"
    r"(?:lag(?:s|ged|ging)?(?: behind)?|fall(?:s|ing)? behind|"
    r"(?:fall(?:s|ing)?|com(?:es?|ing)) short of)|"
    r"(?:topping|bests|besting|betters|(?<!\d )tops(?= (?:all|the|every|both|any) ))"
)
# "surpasses or compares favourably with X"
_OR_EQUALS = (
    r"(?:(?:or|and)\s(?:(?:match|rival|equal|approach|tie)(?:e?s|ed|ing)?(?:\swith)?|"
    r"(?:compar|perform)(?:e?s|ed|ing)?\s(?:favou?rably|comparably|competitively|similarly|well|on par)\s(?:to|"
    r"with|against))\s)?"
)
_OUTPERFORMS = Folded(rf"\b(?:{_WINS})\b")
_WINNING = Folded(rf"\b(?:{_WINS})\b|\bimprov(?:es|e|ed|ing)\b")
_IMPROVES_ON = Pattern(r"\bimprov(?:es|e|ed|ing)\s(?:(?:up)?on|over)\s")
_ALSO_BY = regex.compile(
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?)?\s?,?\s(?:and|as well as)\s(?:(?:up)?on\s|over\s)?(?P<np>[^,;]{2,70}?)\sby\s|"
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?|\s?\([^()]{1,30}\)?)?\s?,\s(?P<np>(?-i:\p{L}*\p{Lu}|"
    r"\p{Ll}+\d)[^,;()]{1,40}?)\sby\s|"
    r"^\s?,\s(?P<np>(?!\p{L}+ing\b)(?-i:\p{Ll})[\p{L}\d._+-]*(?:\s(?!\p{L}+ing\b)[\p{L}\d._+-]+)?)\sby\s",
    regex.IGNORECASE,
)
_ALSO_REDUCES = Pattern(  # "surpasses X by 1% while reducing A by 90% and b by 85%"
    r"\b(?:while|and|,)\s(?:also\s|\p{L}+ly\s)?(?:reduc|cut|lower|decreas|sav|improv|increas|boost|rais)(?:t?ing|e?s)\s[^;]{2,120}$"
)
_IN_WHAT_BY = Pattern(r"\sin\s[^,;()]{2,40}\sby\s")
_AFTER_ITS_OWN = Pattern(r"[^()]{0,24}\)\sby\s" + HEDGES_OR_A)
_RIVAL_AND_BRACKET = Pattern(r"(?:,|\sand|\sas well as)\s(?P<np>(?!and\s)[\p{L}\d][^,;()]{0,50}?)\s\([^()]{0,20}$")
SUPERIOR = regex.compile(
    r"\b(?:superior|superiority|inferior|comparabl[ey]|similar|competitive|favou?rabl[ey]|on[ -]par|equal|identical|"
    r"equivalent|compar(?:es|ed|ing) (?:well|poorly)|los(?:es|ing|t)|com(?:es|ing) close|com(?:es|ing) second)\b"
    r"[^,;]{0,50}?\s(?:to|"
    r"with|against|over)\s(?P<np>(?!\d|(?:far\s|much\s)?(?:fewer|less|lower|more|only|no|minimal)\b)[^,;:]{2,80}?)(?=,|:|\swhile\b|\sat\b|\swith\b|\susing\b|\sbut\b|"
    r"\sand\b|\sby\b|\s?\()|"
    r"\bsame\s[^,;]{2,40}?\sas\s(?P<np>[^,;]{2,60}?)(?=,|\swhile\b|\swith\b|\sbut\b|\sand\b|\sat\b|\()|"
    r"\bas\s(?:accurate|good|fast|precise|strong|robust|expressive|capable|effective|small|"
    r"cheap)\sas\s(?P<np>[^,;]{2,60}?)"
    r"(?=,|\swhile\b|\sbut\b|\sand\b|\sat\b)|"
    r"(?<!rather )\bthan\s(?P<np>[^,;]{2,50}?)(?=,\s(?:offering|achieving|with|deliver\w+|yielding|provid\w+|and\b))",
    regex.IGNORECASE,
)
# "outperforms models such as X (+3%)": the name before the bracket
_SIGNED_RIVAL = Pattern(r"(?P<np>\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}(?:\sbaseline)?)\s\(\s?\+\s?$")
# "outperforming A (25.6%, +9.1pp) and B (13.7%, +21pp)": the gain behind the rival's value
_GAIN_BEHIND = Ending(
    r"(?P<np>\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*){0,3})\s\([~$]?\d[\d.]{0,6}\s?\\?%?,\s\+\s?$"
)
_NEXT_RIVAL = Pattern(
    r"\s?\)(?:,|,?\s(?:and|as well as))\s(?:also\s)?(?!in\b|on\b|for\b|"
    r"up\b)(?P<np>[\p{L}\d][^,;()]{2,60}?)\s\(\s?\+\s?"
)
_FIRST_SIGNED = Ending(
    rf"\b(?:{_WINS})\s(?:(?!\b(?:on|in|for|across|at|with)\b)[^;()]){{2,80}}\s\(\s?\+\s?$", regex.IGNORECASE
)
_RIVAL_OF_SIZE = Pattern(
    r"\b(?:" + BEATS_OR_EQUALS + r"|"
    r"(?:comparabl[ey]|similar(?:ly)?|equal|close|competitive(?:ly)?|on par)\s(?:to|with)|"
    r"(?:accuracy|performance|quality|scores?|results?)\sof)\s"
    r"(?P<np>(?:(?!and\b|or\b|the (?:performance|accuracy|quality)\b)[\p{L}\d.-]+\s){0,3}?"
    r"(?!(?:and|or|of|an?|the|all)\b)[\p{L}\d.-]+)\s" + HEDGES + r"$"
)
_THE_SIZE = Pattern(  # "rivals models 60x its size"
    r"\s(?:(?:(?:its|their|our|the|in)\s)?(?:own\s)?(?:size|scale)|(?:as\s)?(?:large[r]?|big(?:ger)?|slower|"
    r"costlier)|"
    r"more (?:parameters|expensive|compute))\b(?!\sthan\b)"
)
_THAT_ARE = Pattern(
    r"\b(?:" + BEATS_OR_EQUALS + r"|(?:comparable|similar|equal|close|superior|"
    r"competitive|"
    r"par)\s(?:to|with)|than|over|against)\s"
    r"(?:(?:or|and)\s(?:approach|exceed|outperform|surpass|beat|match|rival)\p{L}*\s)?"
    r"(?!or\b|and\b)(?P<np>(?:(?!\b(?:to|with|than|over|against|and\s\p{Ll}+s\s\p{Ll}+s)\b)[^,;()]){2,60}?)\s"
    r"(?:that\s(?:are|is|were)|(?:trained|built|tuned|learned)\s(?:on|with|using|from))\s" + HEDGES + r"$"
)
_BEATS_THE = Ending(
    rf"\b(?:{_WINS}|(?:match|rival|approach)(?:es|s|ed|ing)?|(?:comparable|close|competitive|par)\s(?:to|"
    rf"with)|than|over)\s"
    r"(?:the\s(?:performance|accuracy|quality|results?|speed)\sof\s)?(?:(?:both|even)\s)?(?:(?:the|an?)\s)?"
    + HEDGES
    + r"\$?$"
)
_LARGER_ONE = Pattern(
    r"\s(?:larger|bigger|heavier|slower|costlier|"
    r"more expensive)\s(?P<np>(?:[\p{Ll}-]+\s){0,3}?(?:\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*|"
    r"\s\d[\p{L}\d.+-]*){0,3}|"
    r"(?:teacher|models?|networks?|baselines?|counterparts?|competitors?|rivals?)\b))"
)
BEFORE_VALUE = Folded(
    r"\b(?:over|compared (?:to|with)|(?:relative|with respect) to|w\.r\.t\.?|(?<!rather )than|against|versus|vs\.?)\s"
    r"(?P<np>(?!\d|up to)"
    r"(?:(?!\swith\s(?:an?|the|its)\s[\p{L}-]+\sof\b|\sand\s(?:\p{L}+ing|over|against|versus|relative|(?:improv|outperform|surpass|exceed|reduc|"
    r"beat)e?s)\b)[^,;:()]){2,60}?)(?::\s|\s"
    r"(?:\(|(?<!state\s)of\b|by\b|up to\b|to (?:as (?:low|little|few) as|only|just|about|under|below)\b|ranging\b|"
    r"reaching\b|is\b|are\b|was\b|were\b|averag(?:es|ing)\b|amounts? to\b|equals?\b|(?:grow|widen|shrink|fall|drop|"
    r"ris|increas|decreas|narrow)e?s to\b|"
    r"reach(?:es|ed)\b))(?:(?!\b(?:over|against|versus|relative)\s)[^,;()]){0,24}$"
)
MATCHES = regex.compile(
    r"\b(?:match(?:es|ing)?|(?<!(?:\d|\b(?:a|an|the|of|under|at|with|in|on|for|than|across))\s)matched|rival(?:s|ed|ing)?|approach(?:es|ing)(?!\s(?:achiev|reach|obtain|attain|show|yield|deliver|"
    r"outperform|are\b|were\b|have\b|that\b|which\b|in\b|for\b|to\b|on\b|across\b|using\b|under\b|at\b|by\b|and\b))|tracks(?=\s[^,;]{2,50}\swithin\s))\s"
    r"(?:the\s(?:[\p{L}-]+\s){0,2}(?:performance|quality|accuracy|improvements?|results?|"
    r"speed)\sof\s)?(?P<np>(?!or\b|"
    r"and\b)(?:the\s)?[^,;()]{2,60}?)(?=\s(?:in|on|while|with|at|across|(?:to\s)?within)\b(?!-)|,)|"
    r"\b(?:retain|maintain|preserv|keep|reach|attain|equal|sustain)(?:s|es|ed|ing)?\s(?:the|"
    r"all the)\s(?:[\p{L}-]+\s){0,2}"
    r"(?:performance|quality|accuracy|results?|fidelity|recall|expressivity|robustness)\sof\s(?P<np>(?:the\s|"
    r"an?\s)?[^,;()]{2,60}?)"
    r"(?=\s(?:in|on|while|with|at|across|but|and|takes)\b(?!-)|,)|"
    r"(?<!rather )\bthan\s(?P<np>(?!\d)(?:[^,;()]|,(?=\d)){2,50}?)"
    r"(?=,(?!\d)|\swhile\b|\sand\b(?!(?-i:\s\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*){0,2},))|\swith\b)",
    regex.IGNORECASE,
)
_IN_A_LIST = Pattern(r"\s?\((?P<names>\p{Lu}[^();:]{3,90})\)\sby\s")
_DOING_MORE = Pattern(r",\s(?:\p{L}+ly\s)?\p{L}+ing\s")
_AS_AGAINST = Pattern(r"\s(?:vs\.?|versus)\s")
_BY_LAST = Pattern(r"\sby\s" + HEDGES + r"$")
# "improves the recall of existing parsers by 3%"
BETTERS_OF = Pattern(
    r"\b(?:improv|enhanc|boost|rais|lift|increas|reduc|lower|cut|decreas|accelerat|shorten)(?:es|e|s|ed|ing|ts|"
    r"ting)?\s"
    r"(?:(?:the|its|their)\s)?(?:[\p{L}\d@-]{1,20}\s){1,3}?of\s(?P<np>(?:(?:an?|the|our)\s)?"
    rf"{ANOTHER}[^,;()]{{0,40}}?)\sby\b"
)
_WINS_BY = Ending(rf"\b(?:{_WINS}),?\sby\s{HEDGES_OR_A}$")
_WON_OVER = Pattern(r"(?:\s(?:on|in)\s[^,;]{1,30})?,\s(?=(?:the|an?|all|its|our)\s|\p{Lu})")
_AROUND = r"\s\((?:(?:up to|about|over|by|average|mean|an average of)\s|[~+$]){0,2}$"
_FIRST_IN_BRACKETS = Ending(
    rf"\b(?:{_WINS}|than|over|against)\s(?:both\s|the\s(?=\p{{Lu}}))?"
    rf"(?P<np>(?!(?:all|every)\b)(?:(?!\s(?:on|in|for|by|at|with)\s)[^,;:()]){{2,50}}?){_AROUND}",
    regex.IGNORECASE,
)
_NEXT_IN_BRACKETS = Pattern(
    r"[^,;()]{0,12}\)(?:,\s(?:and\s)?|\sand\s)(?:over\s|than\s)?"
    rf"(?P<np>(?:(?!\b(?:on|in|for|by|at|with|while|to|but|it|we)\s)[^,;:()]){{2,50}}?){_AROUND}"
)
OUTPERFORM_BY = Folded(
    rf"\b(?:{_WINS})\s{_OR_EQUALS}"
    r"(?P<np>(?!by|(?:or|and)\s|(?:their|its)\s(?:\p{Ll}+\s)?(?:performance|accuracy|quality|results?|"
    rf"scores?|speed)\b)(?:(?!\sand\s(?:{_WINS})\s)[^;]){{2,120}}?)(?:\sby\b|\swith\b|\sin\b(?!-)|,|:|\son\b(?!-)|\sacross\b|\swhile\b|"
    r"\susing\b|\(|\s(?:up to\s)?$)"
)
IMPROVES_BY = Pattern(
    r"\b(?:[Ii]mprov|[Ee]nhanc|boost|better)(?:es|e|s|ed|ing|ts)?\s(?:(?:up)?on\s|over\s|from\s)?(?P<np>(?:the\s|"
    r"its\s|our\s)?(?:[\p{L}\d+./-]+\s){0,4}?(?:(?i:baselines?|\p{L}*(?:LMs|LLMs|VLMs)|models|methods|networks|"
    r"agents|policies|best [\p{L}\s]{3,30}|state[- ]of[- ]the[- ]art[\p{L}\s-]{0,30}|prior\s[\p{L}\s]{2,30}|"
    r"base model)|(?:\p{Ll}{0,3}\p{Lu}[\p{L}\d.+-]*)(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}))\sby\b"
)
# "improves Brier Skill by 4% over X": a score with a name
_A_SCORE = Pattern(
    r"(?:.*\s)?\p{L}*(?:Index|Skill|Score|Rate|Ratio|Acc|Accuracy|Recall|Precision|Rank|Success|Correlation|Coefficient|F1|AUC)",
)
_OVER_ANOTHER = Pattern(
    r"\sby\s(?:(?:up to|about|over|around|nearly|an? (?:average|mean|median) of)\s|[~+$]){0,3}\d[\d.,]{0,8}"
    r"\s?\\?%?\$?(?:\spoints?)?\s(?:over|than|compared (?:to|with)|relative to|versus)\s"
)
# "pushes the state of the art on X by 4 points", "improves on the accuracy of X by 3%"
PUSHES = Pattern(
    r"\b(?:push|advanc|rais|lift|mov|extend|improv|further)(?:es|e|s|ed|ing)?\s(?:(?:up)?on\s|over\s)?"
    r"(?P<np>(?:the\s|all\s)?(?:[\p{L}-]+\s){0,2}?(?:state[- ]of[- ]the[- ]art|SOTA|previous best|best previous|"
    r"prior best)"
    r"(?:\s\p{L}+)?)(?:\s(?:on|in|for|across)\s[^,;]{2,50}?)?\s(?:further\s)?by\b|"
    r"\b(?:improv(?:es|e|ed|ing)\s(?:(?:up)?on|over)|leads(?!\s(?:to|the\s(?:leader|rank|field))))\s"
    r"(?P<of>[^;()]{2,90}?),?(?<!achieved)(?<!obtained)\sby\b"
)
_AND_MATCHES = Ending(
    r"\sand\s(?:even\s)?(?:match|rival|approach)(?:es|s|ed|ing)?\s[^,;:()]{3,60}?\s(?:with|at|using|while\s\p{L}+ing)\s"
    + HEDGES
    + r"\$?$"
)
_ON_TASKS = Pattern(
    r"(?:(?!existing\b|prior\b|previous\b)[\p{L}\d-]+\s){0,3}(?:tasks|benchmarks?|datasets?|knowledge|reasoning|scenarios|domains)\b"
)
# "accelerating our base model by 3x": the model as it was
ACCELERATES = Pattern(
    r"\baccelerat(?:es|ed|ing)\s(?P<np>(?:our|the|its)\s(?:base|original|teacher|vanilla)\s\p{Ll}+)\sby\b", IGNORECASE
)


# One of which is in each match.
_NEEDS: dict[Pattern | regex.Pattern[str], tuple[str, ...]] = {
    OUTPERFORM_BY: (
        "outp", "underperform", "surpass", "exceed", "beat", "outs", "outc", "outr", "outm", "outdo", "eclips",
        "dominat", "overt", "trail", "edg", "lag", "behind", "short of", "topping", "best", "betters", "tops",
    ),
    IMPROVES_BY: (" by",),
    PUSHES: (" by",),
    ACCELERATES: (" by",),
    BETTERS_OF: (" by",),
}  # fmt: skip


def _is_a_metric(phrase: str | None) -> bool:
    cues = metric_cues(phrase) if phrase else ()
    return bool(phrase and cues) and (cues[0].start, cues[-1].end) == (0, len(phrase or ""))


def object_of(s: Situation, pattern: Pattern | regex.Pattern[str]) -> tuple[int, int] | None:
    """ "outperforms X by 2x": the last such verb before the quantity."""
    if not s.says(_NEEDS.get(pattern, ("",))):
        return None
    if _AS_AGAINST.match(s.near_left):
        return None  # "loses to X (1.2x vs. 1.6x)": the second is that of X
    found = None
    for match in pattern.finditer(s.doc.view, s.sentence.start, s.quantity.start):
        found = match
    name = "of" if found and pattern is PUSHES and found["of"] else "np"
    if found is None or (pattern is MATCHES and _is_a_metric(found["np"])) or _is_on_tasks(found[name], name):
        return None  # "96% label match precision"
    if pattern is OUTPERFORM_BY and s.group[1] > s.group[0] and (by := _BY_LAST.search(s.list_left)):
        # "outperforming A (66%) and B (70%) by 5 and 2 points"
        several = found.start("np"), s.siblings[s.group[0]].start - len(s.list_left) + by.start()
        last_and = s.doc.view.rfind(" and ", *several)
        if aside := NP_PREP.search(s.doc.view, max(several[0], last_and), several[1]):
            several = several[0], aside.start()  # "A and B on X"
        elif within := NP_PREP.search(s.doc.view, several[0], max(several[0], last_and)):
            several = several[0], within.start()  # "A in mild and in harsh weather": one rival
        beside = _DOING_MORE.search(s.doc.view, *several) is not None  # "outperforms X, reducing Y by 2 and 5 points"
        of_others = ": " in s.doc.view[slice(*several)]  # "beats A: the first gains 4%, the second 5% and 6%"
        if several[1] > several[0] and not (beside or of_others) and aligned(s, several):
            return several
    listed_in = _IN_A_LIST.match(s.doc.view, found.end("np"), s.quantity.start) if pattern is OUTPERFORM_BY else None
    if listed_in is not None and aligned(s, listed_in.span("names")):
        return listed_in.span("names")  # "outperforms three rivals (A, B and C) by 3, 4 and 5 points"
    if pattern is OUTPERFORM_BY and _another_follows(s, *found.span()):
        return None
    listed = pattern in (OUTPERFORM_BY, SUPERIOR, MATCHES) and s.doc.view[found.end("np")] == ","
    span = noun_phrase(s.doc.view, found.start(name), s.siblings[s.group[0]].start if listed else found.end(name))
    if span is None:
        return None
    span = with_data(s.doc.view, _over(s, span) if pattern is IMPROVES_BY else span, s.sentence.end)
    named = s.doc.view[span[0] : span[1]]
    if pattern is IMPROVES_BY and (
        BENCHMARK.match(named)
        or _A_SCORE.fullmatch(named)
        or _OVER_ANOTHER.match(s.doc.view, found.end("np"), s.sentence.end)
    ):
        return None  # "improves FooQA by 3 points", "improves X by 3 points over Y"
    return _apart_from_metrics(pattern, span, named)


def _apart_from_metrics(
    pattern: Pattern | regex.Pattern[str], span: tuple[int, int], named: str
) -> tuple[int, int] | None:
    """ "matches Tarnet accuracy": Tarnet; null where a cost is the object: "matches its latency"."""
    cues = metric_cues(named)
    if pattern is IMPROVES_BY:
        return None if any(not _in_a_name(named, cue) for cue in cues) else span
    if pattern is not MATCHES or not cues or cues[-1].end != len(named):
        return span
    metric = cues[-1]
    if metric.metric.polarity is Polarity.LOWER and not named[metric.start :].istitle():
        return None
    name = named[: metric.start].rstrip()
    in_a_name = named[metric.start].isupper()  # "ONNX Runtime"
    return span if in_a_name or name.islower() or not name else (span[0], span[0] + len(name))


def _another_follows(s: Situation, start: int, end: int) -> bool:
    """ "outperforms X, and compared with Y, it gains 3 points", "outperforms X and matches Y with 3x less": Y."""
    later = compared_first(s)
    if later is not None and later > end - s.sentence.start:
        return True
    if _AND_MATCHES.search(s.doc.view, start, s.quantity.start) is not None:
        return True
    for before, value in pairwise(one for one in s.siblings[: s.index] if one.start >= end):
        beaten = _ALSO_BY.match(s.doc.view[before.end : value.start])  # "beats A by 2x and B by 3x, saving 5%"
        if beaten and not metric_cues(beaten["np"]):
            return True
    return False


def _is_on_tasks(phrase: str | None, name: str) -> bool:
    """ "improves on reasoning tasks by 3%": where, and not what."""
    return name == "of" and phrase is not None and _ON_TASKS.match(phrase) is not None


def _over(s: Situation, span: tuple[int, int]) -> tuple[int, int]:
    """ "improves F1 over X by 3% on A and 2% on B": what stands behind *over*."""
    over = s.doc.view.rfind(" over ", *span)
    return span if over < 0 else (over + len(" over "), span[1])


def _in_a_name(named: str, cue: Cue) -> bool:
    """ "Faster R-CNN": the word is a part of a name and says nothing of a metric."""
    return cue.end < len(named) and named[cue.start : cue.end].istitle()


def that_are(s: Situation) -> tuple[int, int] | None:
    """ "matches models that are 10x larger", "beats the 10x larger X": what is larger is what it is compared with."""
    if (larger := _LARGER_ONE.match(s.right)) and _BEATS_THE.search(s.near_left):
        return s.quantity.end + larger.start("np"), s.quantity.end + larger.end("np")
    match = _THAT_ARE.search(s.list_left)
    if match is None and _THE_SIZE.match(s.list_right):
        match = _RIVAL_OF_SIZE.search(s.list_left)
    start = s.siblings[s.group[0]].start - len(s.list_left)
    return (start + match.start("np"), start + match.end("np")) if match else None


def signed_rival(s: Situation) -> tuple[int, int] | None:
    """ "outperforms strong models, including X (+3%) and Y (+2%)": each its own."""
    if not _OUTPERFORMS.search(s.left):
        return None
    if s.near_left.endswith("+") and (behind := _GAIN_BEHIND.search(s.left)) is not None:
        return s.sentence.start + behind.start("np"), s.sentence.start + behind.end("np")
    match = _SIGNED_RIVAL.search(s.near_left) or _next_signed(s)
    start = s.quantity.start - len(s.near_left)
    return (start + match.start("np"), start + match.end("np")) if match else None


def _next_signed(s: Situation) -> Match | None:
    """ "surpassing editing methods (+9%) as well as contrastive ones (+12%)": the rival after the first."""
    previous = s.previous
    if previous is None or not (found := _NEXT_RIVAL.fullmatch(s.near_left)):
        return None
    return found if _FIRST_SIGNED.search(s.doc.view[s.sentence.start : previous.start][-140:]) else None


def also(s: Situation) -> tuple[int, int] | None:
    """ "outperforms A by 2x, and B by 3x"."""
    if _AFTER_ITS_OWN.fullmatch(s.near_left) and (beaten := _with_its_own(s)):
        return beaten
    match = _ALSO_BY.match(s.list_left)
    if match is None or not (_OUTPERFORMS.search(s.left) or _IMPROVES_ON.search(s.left)):
        return None
    if match["np"][0].islower() and (_IN_WHAT_BY.search(s.left) or _ALSO_REDUCES.search(s.left)):
        return None  # "beats X in goodput by 2x, fairness by 3x"
    start = s.siblings[s.group[0]].start - len(s.list_left)
    span = noun_phrase(s.doc.view, start + match.start("np"), start + match.end("np"))
    if span is None or _WINNING.search(s.doc.view, *span):  # "matches A and beats it by 2x"
        return None
    return None if metric_cues(s.doc.view[span[0] : span[1]]) else span


def _with_its_own(s: Situation) -> tuple[int, int] | None:
    """ "beats A (41 s) by 22% and B (36 s) by 9%": the rival before the bracket with its own value."""
    first = s.siblings[s.index - 1].start if s.index else s.sentence.start
    named = _RIVAL_AND_BRACKET.search(s.doc.view[s.sentence.start : first][-110:])
    if named is None or _WINNING.search(named["np"]) or not _OUTPERFORMS.search(s.left):
        return None
    start = first - len(s.doc.view[s.sentence.start : first][-110:])
    return start + named.start("np"), start + named.end("np")


def won_over(s: Situation) -> tuple[int, int] | None:
    """ "surpasses, by 5 points, a much larger model"."""
    won = _WON_OVER.match(s.right)
    return cut(s, s.quantity.end + won.end(), s.sentence.end) if won and _WINS_BY.search(s.left[-60:]) else None


def each_in_brackets(s: Situation) -> tuple[int, int] | None:
    """ "outperforms both X (2.1x) and Y (1.4x)": every rival with its value."""
    if not s.near_left.endswith(("(", "(+", "(~", " ", "($")) or "(" not in s.near_left:
        return None
    first = s.index
    while first and _gap_in_brackets(s, first) is not None:
        first -= 1
    last = s.index + 1
    if first == s.index and (last == len(s.siblings) or _gap_in_brackets(s, last) is None):
        return None
    begin = s.siblings[first - 1].end if first else s.sentence.start
    head = s.doc.view[begin : s.siblings[first].start]
    match = _FIRST_IN_BRACKETS.search(head)
    if match is None or metric_cues(match["np"]):
        return None
    if first == s.index:
        return begin + match.start("np"), begin + match.end("np")
    own = _gap_in_brackets(s, s.index)
    return None if own is None or metric_cues(s.doc.view[slice(*own)]) else own


def _gap_in_brackets(s: Situation, index: int) -> tuple[int, int] | None:
    """The name between two bracketed values, the second of them at ``index``."""
    before, after = s.siblings[index - 1], s.siblings[index]
    same = before.dimension is after.dimension and 0 < after.start - before.end < 100
    match = _NEXT_IN_BRACKETS.fullmatch(s.doc.view[before.end : after.start]) if same else None
    return (before.end + match.start("np"), before.end + match.end("np")) if match else None
