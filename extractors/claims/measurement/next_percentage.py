"""The next percentage of a list, or one in brackets behind a cost: of the metric of the value before."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, measured
from extractors.claims.measurement.failure import fails
from extractors.claims.measurement.signal import BITS
from extractors.context.unit_metric import METRIC_OF
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


def _of_the_same(s: Situation) -> Metric | None:
    """ "uses 3.1 GB (12%)", "takes 0.94 bits per byte (12%)": the cost before, told in percent."""
    if s.previous is None or not (_ALONE.fullmatch(s.near_left) and s.right.startswith(")")):
        return None
    if s.previous.unit in BITS:
        return Metric.COMPRESSION
    metric = METRIC_OF.get(s.previous.dimension)
    return metric if metric is not None and metric.polarity is Polarity.LOWER else None
