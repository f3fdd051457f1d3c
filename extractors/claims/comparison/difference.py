"""Differences in a unit of measurement: "saves 12 GB", "40 ms shorter", "a gain of 0.8 dB"."""

from __future__ import annotations

from extractors.claims import measurement
from extractors.claims.draft import Before, Draft, compared
from extractors.context.change import Change, find_change
from extractors.context.change.counted import counted
from extractors.context.change.verb.by import BY
from extractors.context.change.words import FILLER
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.rulenames import NEXT_IN_LIST, NOTHING_NAMED, QUANTITY_AND_CHANGE
from extractors.situation import Situation
from schemas.vocabulary import Direction, Kind, Metric

_BY_RULES = ("verb and by", "outperforms by", NOTHING_NAMED, "underperforms by")
# "saves 12 GB of memory", "shaves about 18 ms off the tail latency", "gains 1.2 dB"
_SAVES = Ending(
    r"\b(?:(?P<down>sav(?:es?|ed|ing)|free(?:s|d|ing)?|shav(?:es?|ed|ing)|shed(?:s|ding)?|spar(?:es|ed|ing)|"
    r"reclaim(?:s|ed|ing)?|cut(?:s|ting)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|los(?:es?|ing)|"
    r"lost|forgoes|knock(?:s|ed|ing)?)|(?P<up>gain(?:s|ed|ing)?))(?:\s(?:up|us|users|operators|developers))?\s"
    r"(?:(?:to|about|over|an?|extra|additional|further|another|only|just|nearly|almost|around|roughly|more|than|at|"
    r"least|some|mere|merely|average|of|on|further)\s|[~+]){0,4}$",
    IGNORECASE,
)
_GAIN_OF = Folded(
    r"\b(?:improvement|gain|increase|boost|drop|decrease|reduction|saving|cut|uplift|lead|advantage|edge)s?\s"
    r"(?:of|ranging from|between|from|reaching|averaging|exceeding|above)" + FILLER + r"$"
)
_COMPARED = Pattern(
    r"\s{0,2}(?P<word>faster|slower|quicker|less|lower|higher|shorter|longer|fewer|more|smaller|larger|bigger|"
    r"greater|better|worse|cheaper|lighter|earlier|sooner|speed-?ups?)\b(?!\s(?:or|and)\b)"
)
_CHANGE_NEXT = Pattern(
    r"(?:\s(?!(?:of|in|on|for|at|to|by|with|and|or|over|is|are|per|from|than|while|when|as)\s)[\p{L}@-]+){0,3}?\s"
    r"(?:reductions?|savings?|improvements?|gains?|decreases?|increases?|boosts?|drops?|advantages?|penalt(?:y|ies)|"
    r"uplifts?|lead)\b(?!\s(?:factor|antenna|amplifier|stage|bandwidth|control|margin)s?\b)"
)
_OVER_RIVAL = Pattern(
    r"\s(?:[\p{L}\d-]+\s){0,2}?(?:above|below|ahead of|behind|beyond|over)\s(?:(?:the|all|any|its|our|every)\s)?"
    r"(?:[\p{L}-]+\s)?(?:that\sof|those\sof|what|best|baselines?|previous|prior|state|second|next|runner|strongest|"
    r"existing|competing|closest|vanilla|standard|conventional|original)\b"
)
_AND_ON = Pattern(
    r"(?:\s(?:on|in|for|at|with|under|over)\s[^,;:()]{1,50}?)?(?:,\s(?:and\s)?|\sand\s)"
    r"(?:(?:by|about|over|up to|another)\s|~){0,2}"
)
_DOWN_WORDS = ("below", "behind")
_RELATES = (
    "over ",
    "than",
    "compar",
    "relative",
    "versus",
    "vs",
    "against",
    "baseline",
    "above",
    "prior",
    "state-of",
)
_SPENT = ("tokens", "steps", "epochs", "iterations", "rounds", "calls", "queries", "instructions", "cycles", "turns")
_STEPS = Pattern(r"steps|epochs|iterations|rounds")
_EARLIER = Pattern(r"\s(?:earlier|sooner)\b")
_SOONER = ("earlier", "sooner")
# "7,100 fewer tokens", "12 more tasks than X"
_FEWER = Pattern(
    r"\s(?:(?P<down>fewer)|(?P<up>more)(?=\s[^,;:.()]{3,40}?\sthan\b))\s"
    r"(?P<what>(?:[\p{L}/-]+\s){0,2}?(?P<noun>\p{L}+s))\b"
)
_TAKEN_FOR_MEMORY = (Metric.DATASET_SIZE, Metric.OTHER)


def difference(s: Situation, before: Before | None) -> Draft | None:
    """How much more or less there is of something, in its own unit; null when the value is a value."""
    dimension = s.quantity.dimension
    if dimension is Dimension.COUNT and s.quantity.unit not in _SPENT:
        return None
    if _STEPS.fullmatch(s.quantity.unit) and _EARLIER.match(s.right):
        return compared(s, Metric.COMPUTE, Direction.DECREASE, "steps earlier")
    if BY.search(s.near_left):
        change = find_change(s)
        if change is not None and change.rule in _BY_RULES:
            return _draft(s, change)
    if dimension is Dimension.COUNT:
        return None
    if (saved := _SAVES.search(s.near_left)) is not None:
        metric = _metric_of_value(s)
        up = saved["up"] and metric is not Metric.ERROR  # a gain in an error is a reduction of it
        direction = Direction.INCREASE if up else Direction.DECREASE
        return compared(s, metric, direction, "verb and difference")
    return _compared(s) or _next_difference(s, before)


def _compared(s: Situation) -> Draft | None:
    """ "40 ms shorter", "a 0.8 dB improvement", "a saving of 220 MB", "1.5 dB above the best"."""
    word = _COMPARED.match(s.right)
    if word is not None and word["word"] in _SOONER:
        return compared(s, _metric_of_value(s), Direction.DECREASE, "difference")
    if word is None and not (_CHANGE_NEXT.match(s.near_right) or _GAIN_OF.search(s.near_left)):
        return _beside_rival(s)
    if (
        word is None
        and s.quantity.dimension is Dimension.SIGNAL
        and not s.says(_RELATES)
        and _metric_of_value(s) is Metric.OTHER
    ):
        return None  # "a 30 dB gain" of an amplifier
    change = find_change(s)
    if change is None or (word is None and change.rule not in (QUANTITY_AND_CHANGE, "change of")):
        return None
    return _draft(s, change)


def _next_difference(s: Situation, before: Before | None) -> Draft | None:
    """ "by 3.2 dB at low speed and 6.0 dB at high speed": the second is another difference."""
    if before is None or before.draft.kind is not Kind.COMPARISON or before.quantity is not s.previous:
        return None
    if before.draft.unit != s.quantity.unit or not _AND_ON.fullmatch(s.near_left):
        return None
    draft = before.draft
    return Draft(draft.kind, draft.metric, draft.unit, NEXT_IN_LIST, draft.direction, draft.form)


def _beside_rival(s: Situation) -> Draft | None:
    place = _OVER_RIVAL.match(s.near_right) if s.quantity.dimension is Dimension.SIGNAL else None
    if place is None:
        return None
    direction = Direction.DECREASE if any(word in place[0] for word in _DOWN_WORDS) else Direction.INCREASE
    return compared(s, _metric_of_value(s), direction, "difference")


def fewer_things(s: Situation) -> Draft | None:
    """ "7,100 fewer tokens": the noun stands behind the word of comparison."""
    match = _FEWER.match(s.right)
    if match is None:
        return None
    metric = counted(" " + match["what"]) or Metric.COUNT
    direction = Direction.DECREASE if match["down"] else Direction.INCREASE
    return Draft(Kind.COMPARISON, metric, match["noun"].lower(), "fewer of a kind", direction)


_LESS_OF_THEM = Pattern(r"\s(?:reductions?|savings?|decreases?)\b")


def fewer_parameters(s: Situation) -> Draft | None:
    """ "a 90M parameter reduction"."""
    if _LESS_OF_THEM.match(s.right) is None:
        return None
    return compared(s, Metric.MODEL_SIZE, Direction.DECREASE, "difference")


def _draft(s: Situation, change: Change) -> Draft:
    vague = change.metric is Metric.OTHER or (
        change.metric is Metric.SPEED and s.quantity.dimension is not Dimension.TIME
    )
    metric = _metric_of_value(s) if vague else change.metric
    return compared(s, metric, change.direction, change.rule, change.form)


def _metric_of_value(s: Situation) -> Metric:
    """The metric that the value would be of if it stood alone."""
    if s.quantity.unit in _SPENT:
        return Metric.COMPUTE
    value = measurement.read(s, None)
    metric = value.metric if isinstance(value, Draft) else Metric.OTHER
    return Metric.MEMORY if s.quantity.dimension is Dimension.BYTES and metric in _TAKEN_FOR_MEMORY else metric
