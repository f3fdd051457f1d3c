"""Percentages that tell how far values lie apart: "less than 1% run-to-run variability"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.context.change.share.within import is_of_a_fact
from extractors.context.metric import head_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

# "with less than 1% run-to-run variability", "the imbalance rate falls from 39% to 12%"
_SPREADS = ("variab", "variation", "imbalance", "fluctuation", "fragmentation")
_SPLIT = Ending(
    r"\b(?:training|validation|testing|train|test|development)(?:\s(?:sets?|splits?|data))?\s\($", IGNORECASE
)
_SPREAD_NEXT = Pattern(r"\s(?:[\p{L}-]+\s){0,2}?(?:variability|variations?|imbalance|fluctuations?|fragmentation)\b")
_SPREAD_OF = Pattern(
    r"\s(?:[\p{L}-]+\s){0,2}?(?:variability|variations?|fluctuations?)\s(?:in|of)\s(?P<np>[^,;:()]{3,40})"
)
_SPREAD_BEFORE = Ending(
    r"\b(?:variability|variation|imbalance|fluctuations?|fragmentation)(?:\s(?:rate|ratio|factor))?\s(?:of\s"
    r"(?:the\s)?[\p{L}-]{2,20}\s)?(?:(?:is|was|falls|drops|down|of|from|to|below|under|only|about)\s){0,3}$"
)
# "in agreement with the solver within 3%"
_AGREES = Ending(rf"\bagree(?:s|d|ment|ing)?\s(?:with\s[^,;:()]{{2,60}}\s)?(?:to\s)?within\s{HEDGES}$")


def of_a_spread(s: Situation) -> Draft | None:
    """ "less than 1% run-to-run variability"."""
    if _SPLIT.search(s.near_left) and s.right.startswith(")"):
        return measured(s, Metric.OTHER, "share")  # "training (80%), validation (10%)"
    if _AGREES.search(s.near_left) or is_of_a_fact(s):
        return measured(s, Metric.ERROR, "percentage of a spread")
    if not s.says(_SPREADS):
        return None
    of = _SPREAD_OF.match(s.list_right)
    scored = head_metric(of["np"]) if of else None
    if scored is not None and scored.metric in (Metric.ACCURACY, Metric.ERROR):
        return measured(s, scored.metric, "percentage of a spread")
    if _SPREAD_NEXT.match(s.list_right) or _SPREAD_BEFORE.search(s.list_left):
        return measured(s, Metric.OTHER, "percentage of a spread")
    return None
