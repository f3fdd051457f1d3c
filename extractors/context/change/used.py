"""What is used less: "cuts LUT utilization by 40%" is of area, "takes half the bandwidth" of what is sent."""

from __future__ import annotations

from extractors.context.metric import Cue
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Direction, Metric

_OF_WHAT = Pattern(
    r"(?P<memory>memory|v?ram|[dsh]ram)|(?P<compute>cpu|comput)|"
    r"(?P<area>luts?|dsps?|[bu]rams?|ffs?|slices?|registers?|alms?|clbs?|logic|fpga|on-chip|hardware)\b",
    IGNORECASE,
)
_CHIP = Folded(
    r"\b(?:fpga|luts?|dsps?|asic|rtl|verilog|hls|cmos|synthesi[sz]\w*|pdp|systolic|"
    r"mac (?:unit|engine|array|design)s?)\b"
)
OF_CHIPS = Folded(r"\b(?:asic|rtl|cmos|finfet|transistors?|sram|dram|circuits?|chips?|silicon|bit-?cells?|drowsy)\b")


def used(s: Situation, metric: Metric, cue: Cue | None, direction: Direction) -> Metric:
    """The metric that a change is of: less of a utilization is less use, more DRAM capacity no more."""
    if cue is None:
        return metric
    word = cue.word.lower()
    if direction is not DOWN:
        return Metric.CAPACITY if metric is Metric.MEMORY and word.endswith("capacity") else metric
    if metric is Metric.SPEED and word.startswith("wall"):
        return Metric.RUNTIME  # "cuts the wall-clock by 40%"
    if metric in (Metric.UTILIZATION, Metric.COMPUTE) and word.startswith("resource"):
        return Metric.AREA if _CHIP.search(s.doc.view) else Metric.COMPUTE
    if metric is Metric.UTILIZATION and (of := _OF_WHAT.match(word)):
        return Metric(of.lastgroup or "")
    return metric


# "consumes a third of", "needs twice the": what follows is a cost, whatever it is good for
TAKES_UP = Ending(
    rf"\b(?:(?:consum|us|requir|occup|incur|tak)(?:e|es|ed|ing|y|ies|ied|ying|s|red|ring)|took|taken|(?:need|cost|demand|draw|dissipate)(?:s|ed|ing)?)"
    rf"\s(?:up\s)?{HEDGES_OR_A}$"
)


_POWER_OF = Pattern(r"[%$\\]{0,3}\s(?:of\s)?the\s(?:power|(?P<room>space))\sof\b")  # elsewhere it is what one can do

_TIME_OF = Pattern(r"\sof\sthe\stime\s(?:of|taken|needed|required|that)\b")  # "in a third of the time of Tarnet"
_IN = Ending(rf"\b(?:in|within)\s{HEDGES_OR_A}$")


def taken_up(s: Situation, metric: Metric | None) -> Metric | None:
    """The bandwidth that is needed is what is sent; that which a link offers stays one."""
    if metric is None and _TIME_OF.match(s.list_right) and _IN.search(s.near_left):
        return Metric.RUNTIME
    of = _POWER_OF.match(s.list_right) if metric is None and TAKES_UP.search(s.near_left) else None
    if of is not None:
        return Metric.STORAGE if of["room"] else Metric.POWER
    sent = metric is Metric.BANDWIDTH and (s.quantity.idiom.startswith("halv") or TAKES_UP.search(s.near_left))
    return Metric.COMMUNICATION if sent else metric
