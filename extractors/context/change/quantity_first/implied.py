"""A word of change that names a metric by itself: "2x speedup", "7% latency overhead"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.metric import head_metric, last_metric
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Direction, Metric

_REDUCES = Pattern(r"\b(?:reduc|cut|lower|eliminat|remov|sav)\w*\s" + HEDGES + r"$", IGNORECASE)
# "a 1.4x speedup in decoding throughput", "1.4x faster decoding throughput"
_A_RATE = Pattern(
    r"\s(?:(?:in|of|on)\s)?(?:the\s)?(?:[\p{L}-]+\s){0,3}?"
    r"(?:(?P<throughput>throughputs?|goodput|frame\srates?)|(?P<bandwidth>bandwidths?))\b"
)
# "30x cheaper overhead", "3x cheaper compute": less of what a run takes, and no money
_TAKEN = frozenset(
    {Metric.OVERHEAD, Metric.COMPUTE, Metric.MEMORY, Metric.STORAGE, Metric.COMMUNICATION, Metric.LATENCY}
)
# "7x faster per dollar"
_PER = Pattern(
    r"\sper\s(?:(?:unit\s(?:of\s)?)?(?:(?P<cost_efficiency>dollar|USD|cost)|(?P<energy_efficiency>watt|joule|energy|power)|"
    r"(?P<area_efficiency>area|mm2|mm\^2|slice|LUT)))\b",
    IGNORECASE,
)


def of_implied(
    s: Situation, before: str, after: str, word: str, metric: Metric, direction: Direction
) -> tuple[Metric, Direction]:
    """ "2x throughput speedup", "7% latency overhead", "12% slower": a word that names a metric by itself."""
    named = last_metric(before)
    if metric is Metric.OVERHEAD and word in ("additional", "extra"):
        added = head_metric(after)
        return (added.metric if added else counted(after) or metric), direction  # "2% additional training FLOPs"
    if metric is Metric.OVERHEAD:
        if named is not None and named.metric is not Metric.SPEED and named.end >= len(before) - 2:
            metric = named.metric
        return metric, DOWN if _REDUCES.search(s.near_left) else direction
    if metric is Metric.SPEED and (per := _PER.match(after)):
        return Metric(per.lastgroup or metric), direction
    if metric is Metric.SPEED and (rate := _A_RATE.match(after)):
        return Metric(rate.lastgroup or metric), direction
    if metric is Metric.SPEED and named and named.metric is Metric.THROUGHPUT:
        return Metric.THROUGHPUT, direction
    if word == "cheaper" and (taken := head_metric(after)) is not None and taken.metric in _TAKEN:
        return taken.metric, direction
    if metric is Metric.SPEED and s.quantity.dimension is Dimension.PERCENT and word.startswith(("slow-d", "slowd")):
        return Metric.OVERHEAD, UP
    return metric, direction
