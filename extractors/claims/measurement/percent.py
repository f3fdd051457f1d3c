"""Percentages: of a metric ("87% accuracy"), or a share of something ("30% of the layers")."""

from __future__ import annotations

from extractors.claims.draft import Before, NoClaim, Outcome, measured
from extractors.claims.measurement.failure import inaccuracy, wrong_ones
from extractors.claims.measurement.percent_of_metric import (
    named_beside,
    named_earlier,
    next_percentage,
    of_a_spread,
    share_of_metric,
)
from extractors.claims.measurement.share import of_the_parameters, share_of, share_of_things
from extractors.claims.measurement.sparsity import sparsity_before, sparsity_behind
from extractors.claims.measurement.treated import share_treated
from extractors.claims.measurement.utilization import efficient_on, scaling_efficiency, share_of_peak, usage
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_CONFIDENCE = Pattern(
    r"^(?:\s{0,2}(?:confidence|credible|CI\b|significance|interval|(?:upper|lower)[-\s](?:confidence[-\s])?(?:bound|limit))|"
    r"-(?:energy|variance|confidence|quantile|percentile)\b)",
    IGNORECASE,
)
_OVERLAP = Pattern(r"\s(?:[Ii]ntersection[\s-]over|IoU\s(?:threshold|overlap)|overlap\sthreshold)")
_NOT_A_SHARE = Pattern(r"\s{0,2}(?:open[-\s]|compatible\b|free\b|automatic)")


def percentage(s: Situation, before: Before | None) -> Outcome:
    """By the words that settle it, then by the metric named nearest; what no word tells is mostly an accuracy."""
    what = share_of(s)
    return (
        _no_result(s)
        or scaling_efficiency(s)
        or sparsity_before(s)
        or share_of_things(s)
        or wrong_ones(s)
        or sparsity_behind(s)
        or efficient_on(s, what)
        or share_of_peak(s, what)
        or of_the_parameters(s)
        or inaccuracy(s)
        or usage(s)
        or of_a_spread(s)
        or named_beside(s, what)
        or next_percentage(s, before)
        or share_of_metric(s, what)
        or share_treated(s, what)
        or named_earlier(s)
        or measured(s, Metric.ACCURACY, "percentage")
    )


def _no_result(s: Situation) -> NoClaim | None:
    """ "95% confidence", "100% open-source"."""
    if _OVERLAP.match(s.right):
        return NoClaim("a threshold")
    if _CONFIDENCE.match(s.right):
        return NoClaim("a confidence level")
    return NoClaim("a way of saying entirely") if _NOT_A_SHARE.match(s.right) else None
