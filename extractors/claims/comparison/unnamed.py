"""Comparisons that name no metric: "compresses to 2.1 bits per byte, beating X by 8%"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.rulenames import BELOW, NOTHING_NAMED
from schemas.vocabulary import Direction, Metric, Polarity

_NO_SCORES = (Metric.RUNTIME, Metric.CONTEXT_LENGTH, Metric.LATENCY, Metric.TRAINING_TIME, Metric.MODEL_SIZE)
_HOW_FAST = (Metric.THROUGHPUT, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME)


def of_what_was_measured(draft: Draft, measured: Draft) -> Draft:
    """ "compresses to 2.1 bpb, beating X by 8%": where no metric is named, it is that of the value before."""
    metric = measured.metric
    if draft.unit == "pp" and metric in _NO_SCORES:
        return draft  # "videos of 2 hours, beating X by 3 points" are points of a score
    ranked = metric.polarity is not Polarity.NEITHER or metric is Metric.CONTEXT_LENGTH
    if draft.rule not in (NOTHING_NAMED, BELOW) or not ranked:
        return draft
    if draft.unit == "x" and draft.rule == NOTHING_NAMED and metric in _HOW_FAST:
        return draft  # "at 13 tokens/s, outperforming X by 11x" is a speedup
    direction = draft.direction
    if metric.polarity is Polarity.LOWER and draft.rule == NOTHING_NAMED:
        direction = Direction.DECREASE
    return Draft(draft.kind, metric, draft.unit, draft.rule, direction, draft.form)
