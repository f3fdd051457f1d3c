"""The next percentage of a list, or one in brackets behind a cost: of the metric of the value before."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, measured
from extractors.claims.measurement.failure import fails
from extractors.claims.measurement.signal import BITS
from extractors.context.metric import metric_cues
from extractors.context.unit_metric import METRIC_OF
from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric, Polarity

_SUCCEEDS = Pattern(r"\b(?:pass|solv|succeed|complet)(?:es?|s|ed|ing)?\b[^,;]{0,30}$")
_ALONE = Pattern(r"\s?\(~?\s?")


def next_percentage(s: Situation, before: Before | None) -> Draft | None:
    """ "solves 40% of A and 52% of B": of the metric of the one before, unless its verb says otherwise."""
    if (same := _of_the_same(s)) is not None:
        return measured(s, same, "next percentage")
    if before is None or before.draft.kind is not Kind.MEASUREMENT:
        return None
    if before.draft.metric in (Metric.ERROR, Metric.OTHER) and _SUCCEEDS.search(s.near_left):
        return measured(s, Metric.ACCURACY, "next percentage")
    return measured(s, Metric.ERROR if fails(s) else before.draft.metric, "next percentage")


# "reaches a 9% error on the night set, close to the 8% centralized baseline"
_BESIDE_THE = Ending(
    r"\b(?:close\sto|near|below|under|above|over|behind|than|against|versus|vs\.?|from|to|matching|beating)\s(?:the|its|an?)\s~?$"
)
_BASELINE = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}-]+\s){0,3}?baselines?\b")


def of_the_baseline(s: Situation, before: Before | None) -> Draft | None:
    """The value of a baseline beside one before it, whose metric it is not told again."""
    if before is None or before.draft.kind is not Kind.MEASUREMENT or before.quantity is not s.previous:
        return None
    if before.draft.unit != s.quantity.unit or before.draft.metric is Metric.OTHER:
        return None
    beside = _BESIDE_THE.search(s.near_left) and (behind := _BASELINE.match(s.right)) and not metric_cues(behind[0])
    return measured(s, before.draft.metric, "next percentage") if beside else None


def _of_the_same(s: Situation) -> Metric | None:
    """ "uses 3.1 GB (12%)", "takes 0.94 bits per byte (12%)": the cost before, told in percent."""
    if s.previous is None or not (_ALONE.fullmatch(s.near_left) and s.right.startswith(")")):
        return None
    if s.previous.unit in BITS:
        return Metric.COMPRESSION
    metric = METRIC_OF.get(s.previous.dimension)
    return metric if metric is not None and metric.polarity is Polarity.LOWER else None
