"""Two numbers with "to" between: a range, "from 2 to 5 GPUs", or a pair, "falls from 9 to 3 ms"."""

from __future__ import annotations

from dataclasses import replace

from extractors.endings import Ending
from extractors.lexicon.rivals import BEATS
from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.between import ARROW, FROM
from extractors.numbers.ranges.joined import as_pair, as_range
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern

BY_FACTOR = Ending(
    r"(?:(?<!real[-\s]time\s)(?<!\b(?:scale|load|impact|fill|form|quality)\s)"
    r"factors?\s(?:of\s|between\s|ranging from\s|of\sbetween\s)?(?:up to\s|about\s|"
    r"approximately\s|around\s|nearly\s|"
    r"almost\s|over\s|more than\s|at least\s|~\s?)*"
    r"|multiplied by\s(?:up to\s)?|(?:speed-?ups?|accelerations?)(?:\s(?:factor|ratio)s?)?"
    r"(?:\s(?:over|against|relative\sto|(?:as\s)?compared\s(?:to|with)|in\scomparison\s(?:to|with)|with\srespect\sto|"
    r"versus|vs\.?)\s[^,;:()]{2,40}?)?\s"
    r"(?:of|by|between|from|above|beyond|exceeding|is|are|was|were|(?:reach|averag)(?:e?s|ed|ing)|(?:rang|vari|li)(?:es?|ed|ing)|vary|varying|"
    r"to)\s(?:between\s|from\s)?(?:up to\s|about\s|over\s|~\s?|more than\s|nearly\s|around\s)*)$",
    IGNORECASE,
)
_CHANGES = Pattern(
    r"\b(?:improv|increas|rais|ris|boost|lift|push|reduc|lower|decreas|drop|fall|climb|grow|mov|cut)(?:es?|s|ed|ing|en)\s"
    r"(?:(?!by\b|over\b)[^,;\s]+\s){0,5}$",
    IGNORECASE,
)
_MOVES_ON = Pattern(
    r"\s(?:down\s)?to\s(?!\d|\p{L}+ly\b|further|better|exploit|train|run|reach|process|complet|achiev|solv|comput|generat|be\b)"
)
_SCALING = Pattern(r"\b(?:scal(?:e|es|ed|ing)|grow(?:s|ing)?)\b(?:[^,;.]|\.\d){0,80}$", IGNORECASE)
_SIZES = Pattern(r"\b(?:sizes?|scales?|models?|parameters?|lengths?|datasets?)\s(?:\p{L}+\s)?from\s~?$", IGNORECASE)
MOVES = Pattern(
    r"\b(?:reduc|improv|increas|decreas|lower|cut|boost|rais|ris|rose|drop|fall|fell|grow|grew|mov|go(?:es|"
    r"ing)?\b|went|shrink|shrank|shrunk|"
    r"shrinks|extend|expand|widen|shift|accelerat|speed|compress|enhanc|elevat|push|bring|brought|tak(?:e|"
    r"es|ing)\b|took|climb|declin|jump|surg|"
    r"narrow|shorten|scal(?:es|ed|ing)\b|(?:we|to|can|and)\sscale(?=\s\p{L})|advanc|slash|trim|degrad|lift|soar|plummet|enlarg|upgrad|convert|"
    r"(?:doubl|tripl|quadrupl|halv)(?:es?|ed|ing)?\b|multipl(?:y|ies|ied)\b|creep|crept|spik(?:es?|ed|ing)\b|dwindl|sank\b|sinks?\b|"
    r"collaps|swell|worsen|deteriorat|dropping|falls|chang|i\.e\.|down|up|"
    r"(?:recover|restor|drift|evolv|transition|escalat|rebound|decay)(?:e?s|ed|ing)\b|recovery\sof\b|slid(?:es?|ing)\b|"
    r"tumbl(?:es?|ed|ing)|ramp(?:s|ed|ing)?\b)",
    IGNORECASE,
)
_RANGING = Pattern(
    r"\b(?:rang(?:e|es|ed|ing)|span(?:s|ned|ning)?|var(?:y|ies|ied|ying)|anywhere|"
    r"across)\s(?:\p{L}+\s){0,4}?(?:from\s)?~?$",
    IGNORECASE,
)
# "gains on the Foo benchmark from 16% to 40%"
_ON_A_NAME = Pattern(
    r"\son\s(?:the\s)?(?:[\p{L}\d-]+\s){0,2}(?=\S{0,12}\p{Lu})[^\s,;:()]+(?:\s(?:benchmark|data\s?set|suite|tasks?|split))?\s$"
)
_IN_BRACKETS = Ending(r"\((?:[^()\d]{1,40}:\s)?[$~\s-]{0,4}$")
_WINS = Ending(rf"\b(?:{BEATS}|leads?|led|wins?|won)\s[^;:()]{{2,110}}?(?:,\s|\s\()[$]?$")
_IN_ONE_UNIT = Pattern(r"\d+(?:\.\d+)?\sto\s\d+(?:\.\d+)?\s?(?:%|percent|ms|s|seconds|minutes|hours|GB|MB|x|W)\s?\)")
_SENTENCE_BREAK = Pattern(r"[;]|[.]\s(?=\p{Lu})")
_SIZED = (Dimension.PARAMETERS, Dimension.COUNT, Dimension.BYTES, Dimension.DEVICES)
_COUNTS = (Dimension.PARAMETERS, Dimension.COUNT, Dimension.DEVICES)
_MOVED_IN_BRACKETS = (Dimension.PERCENT, Dimension.NONE, Dimension.TIME, Dimension.BYTES)


def pair_or_range(view: str, first: Quantity, second: Quantity, before: str) -> list[Quantity] | None:
    """Two numbers with nothing but "to" between; null when they are on their own."""
    origin = FROM.search(before)
    sentence = _SENTENCE_BREAK.split(before)[-1]
    if origin is not None:
        return _from_to(view, first, second, sentence[: -len(origin[0])])
    if first.low > second.low and first.dimension in _MOVED_IN_BRACKETS and _WINS.search(sentence[-150:]):
        return None  # "beats X on A (62% to 55%)": the scores of two
    if _IN_BRACKETS.search(before):
        rises = first.low < second.low and _IN_ONE_UNIT.match(view, first.start)
        if rises and not MOVES.search(sentence):
            return [as_range(first, second)]  # "high utilization (88 to 92 percent)"
        counts = second.dimension in _COUNTS and first.low < second.low
        if counts and not MOVES.search(sentence):
            return [as_range(first, second)]  # "on several graphs (2K to 90K vertices)"
        if first.dimension in _MOVED_IN_BRACKETS:
            return as_pair(first, second)
    if ARROW.search(view[first.end : second.start]):
        return as_pair(first, second)
    if first.dimension is Dimension.NONE and second.dimension is Dimension.NONE:
        of_one = (
            first.magnitude
            or BY_FACTOR.search(before[-60:])
            or _is_value_of_symbol(view, first)
            or _is_by_so_much(first, second, before)
        )
        return [as_range(first, second)] if of_one else None
    if first.dimension is Dimension.DEVICES and not first.shared and first.end - first.start > len("8 GPUs"):
        return None
    return [as_range(first, second)]


_BY = Ending(r"\bby\s(?:(?:about|around|roughly|between|from)\s|[~$])?$")
_WIDEST_GAIN = 10  # times its lower end: "by 0.9 to 41.2" is how much, then what it comes to


def _is_by_so_much(first: Quantity, second: Quantity, before: str) -> bool:
    """ "improves the recall by 0.03 to 0.11"."""
    if _BY.search(before) is None or not (first.low % 1 or second.low % 1):
        return False
    return first.low < second.low < _WIDEST_GAIN * first.low


def _is_value_of_symbol(view: str, first: Quantity) -> bool:
    """ "r=0.87 to 0.92"."""
    return view[max(0, first.start - 2) : first.start].rstrip().endswith("=")


def _from_to(view: str, first: Quantity, second: Quantity, head: str) -> list[Quantity]:
    """ "from 9 to 3 ms": a pair where something moves, else a range; ``head`` is the sentence up to "from"."""
    if first.low <= second.low and _MOVES_ON.match(view, second.end) and not _spans(view, second, head):
        return [replace(as_range(first, second), pair="before")]  # "from 1 to 2 hours to real time"
    if first.low > second.low or (first.is_range and second.is_range) or _changes_a_factor(second, head):
        return as_pair(first, second)
    if not _spans(view, second, head) and _moves(second, head):
        return as_pair(first, second)
    return [as_range(first, second)]


def _changes_a_factor(second: Quantity, head: str) -> bool:
    """ "raises the speedup from 2x to 3x"; not "improvements range from 2x to 3x"."""
    changes = second.dimension is Dimension.TIMES and _CHANGES.search(head[-70:])
    return bool(changes) and not _RANGING.search(head + "from ")


def _spans(view: str, second: Quantity, head: str) -> bool:
    """ "ranging from 2 to 5 ms", "2x to 3x", "scales from 2 to 5 GPUs", "model sizes from 1B to 7B"."""
    if second.dimension is Dimension.TIMES or _RANGING.search(head + "from "):
        return True
    long = second.dimension is Dimension.TIME and "-" in view[second.start : second.end]  # "to 10-hour videos"
    sized = long or second.dimension in _SIZED
    return sized and bool(_SIZES.search(head + "from ") or _SCALING.search(head))


def _moves(second: Quantity, head: str) -> bool:
    """ "reduces the latency from", "gains on the Foo benchmark from 16% to 40%"."""
    if second.dimension in (Dimension.PERCENT, Dimension.NONE) and _ON_A_NAME.search(head[-60:]):
        return True
    return MOVES.search(head[-90:] if second.dimension in _COUNTS else head) is not None
