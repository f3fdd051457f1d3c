"""Spans of time that are no result: "over the past two years", "windows of 10 s", "a 4-week study"."""

from __future__ import annotations

from extractors.claims.draft import Draft, NoClaim, Outcome
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_SPAN_OF_TIME = Pattern(
    r"^\s{0,2}-?(?:long|frames?|hops?|bins?|period|window|horizon|interval|ago|old|later|clips?|videos?|segments?|"
    r"history|study|trial|follow-up|campaign|ahead|forecast\w*|of\s(?:data|video|audio|speech|experience|"
    r"observations?|history|footage|recordings?|experimentation|simulated|gameplay))\b",
    IGNORECASE,
)
_TOLERANCE = Pattern(r"\s(?:[\p{L}-]+\s)?(?:windows?|tolerances?|thresholds?)\b")
_WITHIN_A = Ending(r"\b(?:within|in|with|at|under|using)\s(?:an?|the)\s$")
_COLLECTED_OVER = Ending(
    r"\b(?:collected|gathered|recorded|observed|logged|conducted|surveyed|posted|written)\s(?:[\p{L}-]{1,20}\s){0,3}?"
    r"(?:over|during|across|within)\s(?:(?:about|a period of|more than|nearly)\s){0,2}$"
)
_WINDOW_OF = Ending(
    r"\b(?:(?:windows?|hops?|strides?|epochs?|time\s?steps?|bins|intervals?|period)\s(?:size\s)?(?:of|every)\s|"
    r"(?:lookbacks?|look-backs?|windows?|horizons?)\s(?:(?:sizes?|lengths?)\s)?(?:of\s|\(|is\s|between\s|from\s))(?:about\s|~)?$",
    IGNORECASE,
)
_UNITS_OF_AGE = ("year", "month", "week", "day")
_AGED = Ending(
    r"\b(?:aged|ages?|aging)\s(?:(?:between|from|of|over|under|range|ranging|about)\s|~){0,2}$", IGNORECASE
)
_OLD = Pattern(r"[\s-](?:old\b|of\sage\b)")
_AGE = Pattern(
    r"\b(?:over|in|for|past|last|next|within|after|during|than|of|from|about|every|under|"
    r"the)\s(?:the\s)?(?:past\s|last\s|next\s|first\s|about\s|over\s|more than\s)?$",
    IGNORECASE,
)
# What tells that work takes so long: "takes 4 days", "within a week", "3 weeks of search", "5 days on 8 GPUs"
_TAKEN = Ending(
    r"\b(?:takes?|took|taking|taken|requires?|required|requiring|needs?|needed|needing|costs?|costing|spends?|spent|"
    r"spending|runs?|running|ran|in|within|under|saves?|saving|times?(?:\s(?:of|is|was))?)\s(?:as little as\s)?"
    + HEDGES
    + r"$",
    IGNORECASE,
)
_SPANNING = Ending(r"\b(?:spans?|spanned|spanning)\s" + HEDGES + r"$")
_OF_WORK = Pattern(
    r"\s(?:of\s(?:[\p{L}-]+\s){0,3}?(?:comput\p{L}*|process\p{L}*|search\p{L}*|optimi[sz]\p{L}*|evolution|simulation|"
    r"execution|exploration|tuning|work|labou?r|effort)\b|on\s(?:[\p{L}\d-]+\s){0,4}?"
    r"(?:[GCT]PUs?|cores?|nodes?|machines?|chips?|servers?|workstations?|laptops?|clusters?)\b)"
)
_PAST = Pattern(r"\b(?:past|last|recent|next|over the|for over|for more than|nearly)\s(?:\p{L}+\s)?$", IGNORECASE)
_THE_NEXT = Ending(r"\bthe\s(?:past|last|next|first|following|previous|preceding|final)\s$", IGNORECASE)
_MEASURED_TIME = Pattern(r"\s(?:latenc|response|inference|delay|training|runtime|budget|limit|time)")
_NO_RESULT = NoClaim("a span of time, not a result")


def window(s: Situation) -> NoClaim | None:
    """ "gathered over 6 weeks", "a horizon of 20 s", "10 ms frames", "children aged 4 to 16 years"."""
    if s.quantity.unit in _UNITS_OF_AGE and (_AGED.search(s.near_left) or _OLD.match(s.right)):
        return _NO_RESULT
    if _SPAN_OF_TIME.match(s.right) or _COLLECTED_OVER.search(s.near_left) or _WINDOW_OF.search(s.list_left):
        return _NO_RESULT
    return _NO_RESULT if _WITHIN_A.search(s.near_left) and _TOLERANCE.match(s.right) else None


def past(s: Situation) -> NoClaim | None:
    """ "in the last 3 years", "the next 6 hours"; what a run may take is none only where such a word is near."""
    long = s.quantity.unit in ("year", "month")
    if long and (s.quantity.in_words or _AGE.search(s.near_left)):
        return _NO_RESULT
    if s.quantity.unit in ("day", "week") or long:
        return _NO_RESULT if _PAST.search(s.near_left) else None
    return _NO_RESULT if _THE_NEXT.search(s.near_left) else None


def lasting(s: Situation) -> Outcome:
    """ "a diary kept over 5 weeks": days and more are a result only where work takes them."""
    if s.quantity.unit not in _UNITS_OF_AGE or s.quantity.pair:
        return None
    if _SPANNING.search(s.list_left):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, s.quantity.unit, "time that data span")
    return None if _TAKEN.search(s.list_left) or _OF_WORK.match(s.list_right) else _NO_RESULT


def adjective(s: Situation) -> NoClaim | None:
    """ "a 12-month trial", but not "a 20-second timeout budget"."""
    return None if _MEASURED_TIME.match(s.right) else _NO_RESULT
