"""What is used less where a utilization is lowered: "cuts LUT utilization by 40%" is of area."""

from __future__ import annotations

from extractors.context.metric import Cue
from extractors.lexicon import DOWN
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Direction, Metric

_OF_WHAT = Pattern(
    r"(?P<memory>memory|v?ram|[dsh]ram)|(?P<compute>cpu|comput)|"
    r"(?P<area>luts?|dsps?|[bu]rams?|ffs?|slices?|registers?|alms?|clbs?|logic|fpga|on-chip|hardware)\b",
    IGNORECASE,
)
_CHIP = Folded(r"\b(?:fpga|luts?|dsps?|asic|rtl|verilog|hls|cmos|synthesi[sz]\w*)\b")


def used(s: Situation, metric: Metric, cue: Cue | None, direction: Direction) -> Metric:
    """The metric that a change is of: less of a utilization or of a wall clock is less of what it takes."""
    if cue is None or direction is not DOWN:
        return metric
    word = cue.word.lower()
    if metric is Metric.SPEED and word.startswith("wall"):
        return Metric.RUNTIME  # "cuts the wall-clock by 40%"
    if metric in (Metric.UTILIZATION, Metric.COMPUTE) and word.startswith("resource"):
        return Metric.AREA if _CHIP.search(s.doc.view) else Metric.COMPUTE
    if metric is Metric.UTILIZATION and (of := _OF_WHAT.match(word)):
        return Metric(of.lastgroup or "")
    return metric
