"""Lists of names as long as that of the values: "On three models (A, B, and C), it achieves 2x, 3x and 4x"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.pairing.parts import respective_part
from extractors.context.pairing.respective import are_of_their_own, pair_elsewhere, pairing_is_told
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import BEATING, HEDGES, has_verb
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

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
    rf"\b(?:(?:sets|datasets|benchmarks|tasks|models|suites),(?:\s(?:namely|including|i\.e\.|e\.g\.),?)?|(?:[Oo]f|[Oo]n|[Ff]or|[Ii]n|[Aa]cross|[Ww]ith)(?:\sthe)?)\s"
    rf"(?P<names>{_NAME_OF_SEVERAL}(?:,\s{_NAME_OF_SEVERAL}){{0,5}},?\sand\s{_NAME_OF_SEVERAL})(?=[\s,])"
)
_REACH = ("reach", "achiev", "attain", "scor", "obtain", "solv")
_SUBJECTS = Ending(
    rf"(?:^|[.;]\s|,\s(?:while|whereas|but|and)\s|\bthat\s)(?P<names>{_NAME_OF_SEVERAL}(?:,\s{_NAME_OF_SEVERAL}){{0,5}},?\sand\s{_NAME_OF_SEVERAL})"
    r"\s(?:(?:only|still|both|also)\s)?(?:reach|achiev|attain|scor|obtain|solv)(?:e|es|ed)?\s[^,;:()\d]{0,30}$"
)
_PLACE = Pattern(r"\s(?:on|across|for|in|under)\s")
# where the sentence says that its lists pair up, whatever its subjects do
_SUBJECTS_TOLD = Ending(
    rf"(?:^|[.;,]\s(?:(?:while|whereas|but)\s)?|\bthat\s)(?P<names>(?!(?:On|In|For|With|At|Across|Under|Using|By|From|When|While|Over)\s){_NAME_OF_SEVERAL}"
    rf"(?:,\s{_NAME_OF_SEVERAL}){{0,5}},?\sand\s{_NAME_OF_SEVERAL})"
    r"\s(?:(?:only|still|both|also|each)\s)?(?!and\b)\p{Ll}{2,12}(?:e|s|es|ed|ing)?\s(?:(?!\s(?:and|than|over)\s)[^;:()\d]){0,90}\(?$"
)
_PLAIN = r"(?!(?:and|the|a|an|both)\b)[\p{L}\d][^\s,;:()]*(?:\s(?!(?:and|of)\b)[\p{L}\d][^\s,;:()]*){0,2}?"
# "success rates for stacking, pouring, and wiping are"
_PLAIN_LIST = Pattern(
    rf"\b(?:[Oo]n|[Ff]or|[Ii]n|[Aa]cross)\s(?:both\s)?(?P<names>{_PLAIN}(?:,\s{_PLAIN}){{0,5}},?\sand\s{_PLAIN})"
    r"(?=,\s|\s\(|\s(?:is|are|was|were|it|we|our|the|by|from|reach\w*|improves?|rises?|drops?|falls?|increases?|decreases?)\s)"
)
# "on A and B (71% and 64%)"
_BRACKET = Ending(rf"\s\((?:respectively,?\s)?(?:by\s)?{HEDGES}[+$]?$")
_RESPECTIVELY = Pattern(r"[^;]{0,80}?\brespectively\b")


# "on A by 3 points, B by 2 points, and C by 1 point"
_AND_NAME_BY = Pattern(
    r"[%$\\]{0,3}(?:\spoints?|\spp)?(?:,\s(?:and\s)?|\sand\s)(?:on\s)?(?P<np>(?:the\s)?\p{Lu}[^,;:()\d]{1,40}?)\sby\s"
    rf"{HEDGES}[+$]?"
)
_FIRST_ON = Ending(rf"\b(?:on|for|in|across)\s[^,;()]{{2,60}}\sby\s{HEDGES}[+$]?$")


def named_by(s: Situation) -> Span | None:
    """ "improves results on A by 3 points and B by 2 points": B is the set of the second."""
    own = _AND_NAME_BY.fullmatch(s.near_left) if s.previous is not None else None
    if own is None or metric_cues(own["np"]) or has_verb(own["np"]) or BEATING.search(s.left):
        return None
    start = s.quantity.start - len(s.near_left)
    for again in range(s.index - 1, -1, -1):
        first = s.siblings[again - 1].end if again else s.sentence.start
        gap = s.doc.view[first : s.siblings[again].start]
        if _FIRST_ON.search(gap):
            return start + own.start("np"), start + own.end("np")
        if not _AND_NAME_BY.fullmatch(gap):
            return None
    return None


def listed_before(s: Situation) -> Span | None:
    """ "On three models (A, B, and C), it achieves 2x, 3x and 4x": a list of names as long as that of the values."""
    first, last = s.group
    if last == first:
        return None
    found: Span | None = None
    for bracket in _NAME_LIST.finditer(s.doc.view, s.sentence.start, s.siblings[first].start):
        names = [*_NAMES.finditer(s.doc.view, bracket.start("names"), bracket.end("names"))]
        of_devices = any(bracket.start() <= start < bracket.end() for start, _ in s.devices)
        of_rivals = s.doc.view.startswith(" by ", bracket.end()) and BEATING.search(s.left)
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
    before = s.doc.view[start : s.siblings[first].start]
    subjects: Match | None = _SUBJECTS.search(before) if s.says(_REACH) else None
    if subjects is None and pairing_is_told(s) and not (BEATING.search(before) or pair_elsewhere(s)):
        subjects = _subjects_told(before)
    if subjects is None:
        return None
    names = [*_NAMES.finditer(subjects["names"])]
    if len(names) != last - first + 1 or any(of_a_measure(name[0]) for name in names):
        return None
    begin, end = names[s.index - first].span()
    start += subjects.start("names")
    return start + begin, start + end


def _subjects_told(before: str) -> Match | None:
    """The subjects of a sentence that says that its lists pair up; "tests on A show that B and C" has a place."""
    subjects = _SUBJECTS_TOLD.search(before)
    if subjects is None:
        return None
    told_where = before.endswith("that ", 0, subjects.start("names")) and _PLACE.search(before, 0, subjects.start())
    return None if told_where else subjects


def _listed_respectively(s: Situation) -> Span | None:
    """ "on two data sets, A and B, it reaches 90% and 80%, respectively"."""
    first, last = s.group
    told = _RESPECTIVELY.match(s.list_right) is not None or _BRACKET.search(s.list_left) is not None
    if are_of_their_own(s) or (not told and last - first < _A_FEW - 1):
        return None
    start = s.siblings[first - 1].end if first else s.sentence.start
    for listed in _NAMES_IN_TEXT.finditer(s.doc.view, start, s.siblings[first].start):
        names = [*_NAMES.finditer(listed["names"])]
        if any(of_a_measure(name[0]) for name in names):
            continue
        if len(names) == last - first + 1 and not BEATING.search(s.doc.view, s.sentence.start, listed.start()):
            if pair_elsewhere(s):
                return None
            name = names[s.index - first]
            return listed.start("names") + name.start(), listed.start("names") + name.end()
    if plain := _PLAIN_LIST.search(s.doc.view, start, s.siblings[first].start):
        part = respective_part(s.doc.view, *plain.span("names"), s.group, s.index)
        known = part is None or pair_elsewhere(s) or of_a_measure(s.doc.view[slice(*part)])
        return None if known else part
    return None
