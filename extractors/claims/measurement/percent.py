"""Percentages: of a metric ("87% accuracy"), or a share of something ("30% of the layers")."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims.draft import Before, Draft, NoClaim, Outcome, measured
from extractors.claims.measurement.failure import cut_down, inaccuracy, lost_or_late, wrong_ones
from extractors.claims.measurement.next_percentage import next_percentage, of_the_baseline
from extractors.claims.measurement.percent_of_metric import named_beside, named_earlier, share_of_metric
from extractors.claims.measurement.scoring import of_nothing_named
from extractors.claims.measurement.share import of_the_parameters, share_of_things
from extractors.claims.measurement.share_solved import share_caught, share_solved, share_treated
from extractors.claims.measurement.sparsity import sparsity_before, sparsity_behind
from extractors.claims.measurement.spread import of_a_spread
from extractors.claims.measurement.unranked import of_a_quantity
from extractors.claims.measurement.unsaid import share_unsaid
from extractors.claims.measurement.utilization import (
    chip_resources,
    scaling_efficiency,
    share_of_peak,
    share_of_rate,
    usage,
)
from extractors.context.change.share.limit import is_of_a_limit
from extractors.context.metric import metric_cues
from extractors.context.partof import part_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.level import INTERVAL
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_QUANTILE = Pattern(r"-(?:energy|variance|quantile|percentile)\b", IGNORECASE)
_OVERLAP = Pattern(r"\s(?:[Ii]ntersection[\s-]over|IoU(?:\s(?:threshold|overlap)|(?=\s\())|overlap\sthreshold)")
_A_RATE = Ending(
    r"\b\p{L}+\s(?:rates?|ratios?|shares?|fractions?|prevalence|incidence)\s"
    r"(?:(?:exceeding|of|above|below|reaching|over|at|is|are|was|were|between|from)\s|\(\s?)" + HEDGES + r"$"
)
_OF_TIME = (Metric.LATENCY, Metric.RUNTIME, Metric.SPEED)  # "delay rates"


def percentage(s: Situation, before: Before | None) -> Outcome:
    """By the words that settle it, then by the metric named nearest, then by what the sentence speaks of."""
    what = part_of(s)
    return (
        _no_result(s)
        or scaling_efficiency(s)
        or chip_resources(s)
        or sparsity_before(s)
        or lost_or_late(s)
        or share_of_things(s)
        or wrong_ones(s)
        or sparsity_behind(s)
        or share_of_peak(s, what)
        or share_of_rate(s, what)
        or _of_the_rival(s)
        or of_the_parameters(s)
        or inaccuracy(s)
        or usage(s)
        or share_caught(s, what)
        or of_a_spread(s)
        or of_the_baseline(s, before)
        or of_a_quantity(s)
        or share_unsaid(s, before)
        or named_beside(s, what)
        or next_percentage(s, before)
        or share_of_metric(s, what)
        or share_treated(s, what)
        or _rate_of_something(s)
        or named_earlier(s)
        or cut_down(s)
        or share_solved(s, what)
        or of_nothing_named(s)
    )


# "Compared to the 31% of the dense run, its hit rate is 58%"
_COMPARED_FIRST = Ending(
    r"^(?:Compared\s(?:to|with)|In\s(?:contrast|comparison)\s(?:to|with)|Against|Versus|Relative\sto|Up\sfrom|Down\sfrom)\s"
    rf"(?:the\s)?{HEDGES}$"
)
_RIVAL_FIRST = Pattern(
    r"[%$\\]{0,3}(?:\s(?:of|for|by|with|in|from|achieved|reached|reported)\s[^,;:()]{2,60})?,\s\p{L}"
)


def _of_the_rival(s: Situation) -> Outcome:
    """A rival's value at the start of the sentence is of what the value behind it is of."""
    ours = s.following
    if s.index or ours is None or ours.dimension is not s.quantity.dimension or not _COMPARED_FIRST.search(s.left):
        return None
    if _RIVAL_FIRST.match(s.near_right) is None:
        return None
    value = percentage(replace(s, quantity=ours, index=1), None)
    if not isinstance(value, Draft) or value.rule == "percentage":
        return None
    return measured(s, value.metric, "percentage of a metric")


def _rate_of_something(s: Situation) -> Outcome:
    """ "delay rates exceeding 25%": a rate that no metric is named with."""
    named = _A_RATE.search(s.near_left)
    unknown = named is not None and all(cue.metric in _OF_TIME for cue in metric_cues(named[0]))
    return measured(s, Metric.OTHER, "a rate of something") if unknown else None


def _no_result(s: Situation) -> NoClaim | None:
    """ "95% confidence"."""
    if _OVERLAP.match(s.right):
        return NoClaim("a threshold")
    if is_of_a_limit(s, part_of(s)):
        return NoClaim("a limit that is set")  # "capped at 70% of the TDP"
    level = INTERVAL.match(s.right) or _QUANTILE.match(s.right)
    return NoClaim("a confidence level") if level else None
