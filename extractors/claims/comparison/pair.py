"""How much a pair of values, or a value, has changed: "from 13 ms to 10, an 18% improvement"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, compared
from extractors.context.change import Change, find_change
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.rulenames import (
    BARE_AND_UNNAMED,
    BARE_FACTOR,
    CHANGE_OF_PAIR,
    MULTIPLE_OF_BASELINE,
    MULTIPLE_OF_COUNT,
    QUANTITY_AND_CHANGE,
)
from extractors.situation import Situation
from schemas.vocabulary import Direction, Kind, Metric, Polarity

_LESSER = ("less", "lower", "fewer", "shorter", "smaller", "below")
_RELATIVE = Pattern(r"\s?(?:relative|rel\.)\b(?!\sto\b)")
_APPOSED = Pattern(
    r"\s?(?:\([^()]{0,30}\)\s?)?(?:,\s(?:which is\s|or\s|representing\s|corresponding to\s|amounting to\s|"
    r"i\.e\.,?\s)?an?|\((?:an?|or)?)\s?"
    r"(?:(?:relative|nearly|roughly|about|almost|over|more than|up to|further|approximately)\s){0,2}[~+]?"
)
_APPOSED_OF = Pattern(  # "falls to 0.3 J, an improvement of 5x"
    r"(?:,|\s[-\u2014]{1,3}|\s?\()\s?(?:(?:which is|or|i\.e\.,?|that is,?|thus|hence|"
    r"representing|corresponding to|amounting to)\s)?"
    r"(?:an?\s)?(?:\p{Ll}+\s)?(?P<what>improvement|reduction|gain|decrease|increase|boost|drop|saving|cut|fall|decline|rise|jump|climb)\sof\s"
    + HEDGES
)
_FALLS = ("reduction", "decrease", "drop", "saving", "cut", "fall", "decline")
_RISES = ("increase", "rise", "jump", "climb")
# "takes 0.3 s, 12 times less than X", "at 40 W - a third less than the board"
_BESIDE = Pattern(
    r"(?:\s[^,;:()\d]{1,50})?(?:,|\s?\(|\s-{1,3}|;|\sor|:)\s?(?:(?:or|i\.e\.,?|that is,|which is|and|thus|some|about|"
    r"over|nearly|almost|up to|more than|roughly|at least|around|a|an)\s|~){0,3}"
)
_LESS_THAN = Pattern(
    r"\s(?P<word>less|lower|fewer|shorter|smaller|more|greater|higher|longer|larger|better|worse)\s?"
    r"(?:than\b|compared\b|\)|,|\.|$)|\s(?P<place>below|above)\s(?=\p{L})"
)
_OPENS = Pattern(rf"\s?(?:,|\()\s?{HEDGES}")
_RIVAL = Pattern(  # "a score of 38 (7x the second best)"
    r"\sthe\s(?:(?:second|next|previous|prior|strongest|best|closest|nearest)\b|runner-up|baselines?\b|"
    r"state of the art|vanilla|dense|original)"
)
_BARE_CHANGE = Pattern(
    r"\s(?:relative\s)?(?:improvement|gain|reduction|decrease|increase|drop|saving|decline)s?\b(?!\s(?:in|of)\b)"
)
_SAY_LITTLE = (QUANTITY_AND_CHANGE, BARE_FACTOR, BARE_AND_UNNAMED)


def factor_of_pair(s: Situation, before: Before | None) -> Draft:
    """ "raises the speedup from 1.4x to 2.1x": two measurements of the speedup."""
    if s.quantity.pair == "after" and before is not None and before.quantity.pair == "before":
        metric = before.draft.metric
    else:
        change = find_change(s)
        metric = change.metric if change else Metric.SPEED
    return Draft(Kind.MEASUREMENT, metric, s.quantity.unit, "pair of factors")


def change_of_pair(s: Situation, pair: Before | None) -> Draft | None:
    """A ratio that says how much the values right before it differ; ``pair`` ends there."""
    if pair is None:
        return None
    change = find_change(s)
    return (
        _multiple_of_rival(s, pair, change)
        or _less_than_another(s, pair, change)
        or _in_brackets(s, pair, change)
        or _relative(s, pair, change)
        or (step_of_pair(s, pair) if s.quantity.dimension in (Dimension.TIMES, Dimension.PERCENT) else None)
        or _apposed(s, pair, change)
    )


def step_of_pair(s: Situation, pair: Before | None) -> Draft | None:
    """ "falls to 0.3 J, an improvement of 5x", "from 40.1 to 44.8, an increase of 4.7"."""
    of = _APPOSED_OF.fullmatch(s.near_left) if pair else None
    if pair is None or of is None:
        return None
    metric = pair.draft.metric
    if not s.quantity.unit and metric not in (Metric.ACCURACY, Metric.ERROR):
        return None
    lower = metric.polarity is Polarity.LOWER and of["what"] not in _RISES
    return _change(s, metric, DOWN if lower or of["what"] in _FALLS else UP)


def _multiple_of_rival(s: Situation, pair: Before, change: Change | None) -> Draft | None:
    """ "a score of 38 (7x the second best)"."""
    if change is None or change.rule != MULTIPLE_OF_COUNT:
        return None
    if not (_OPENS.fullmatch(s.near_left) and _RIVAL.match(s.right)):
        return None
    return compared(s, pair.draft.metric, change.direction, MULTIPLE_OF_BASELINE, change.form)


def _less_than_another(s: Situation, pair: Before, change: Change | None) -> Draft | None:
    """ "takes 0.3 s, 12 times less than X": less of what was measured right before."""
    if change is None or change.rule not in _SAY_LITTLE or not _BESIDE.fullmatch(s.near_left):
        return None
    match = _LESS_THAN.match(s.right)
    if match is None:
        return None
    metric, word = pair.draft.metric, match["word"] or match["place"]
    lower = metric.polarity is Polarity.LOWER
    down = lower if word == "better" else not lower if word == "worse" else word in _LESSER
    return _change(s, metric, DOWN if down else UP)


def _in_brackets(s: Situation, pair: Before, change: Change | None) -> Draft | None:
    """ "from 12 to 36 tokens/s (3x)"."""
    if s.quantity.dimension is not Dimension.TIMES or not s.right.startswith(")"):
        return None
    if not _OPENS.fullmatch(s.near_left) or (
        change is not None and change.rule not in (BARE_FACTOR, BARE_AND_UNNAMED)
    ):
        return None
    metric = pair.draft.metric
    if metric is not Metric.ACCURACY and pair.quantity.pair != "after":
        return None
    return _change(s, Metric.CAPACITY if metric is Metric.BATCH_SIZE else metric, _way(s, pair))


def _relative(s: Situation, pair: Before, change: Change | None) -> Draft | None:
    """ "from 0.5 to 0.6 (20% relative)"."""
    if change is not None or not _RELATIVE.match(s.right):
        return None
    return _change(s, pair.draft.metric, _way(s, pair), "relative change of a pair")


def _way(s: Situation, pair: Before) -> Direction:
    """Down where the first of the pair is greater than the second."""
    first = s.siblings[s.index - 2] if s.index > 1 else None
    fell = first is not None and first.pair == "before" and first.low > pair.quantity.low
    return DOWN if fell else UP


def _apposed(s: Situation, pair: Before, change: Change | None) -> Draft | None:
    """ "from 13 to 10, an 18% improvement"."""
    if change is None or change.rule != QUANTITY_AND_CHANGE:
        return None
    if not (_APPOSED.fullmatch(s.near_left) and _BARE_CHANGE.match(s.right)):
        return None
    metric = pair.draft.metric
    return _change(s, metric, DOWN if metric.polarity is Polarity.LOWER else change.direction)


def _change(s: Situation, metric: Metric, direction: Direction, rule: str = CHANGE_OF_PAIR) -> Draft:
    return Draft(Kind.COMPARISON, metric, s.quantity.unit or "pp", rule, direction)
