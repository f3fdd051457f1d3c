"""How much of a machine is put to use: "70% of the peak", "idle 30% of the time", "92% of linear scaling"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_EFFICIENCY = Pattern(r"\s{0,2}efficiency\b")
_SCALES = Pattern(r"\bscal(?:es|ed|ing)\b")
_IDEAL = Pattern(r"(?:ideal|linear|perfect)\s(?:throughput|speed-?up|scaling|performance)\b")
_SCALES_TO = Pattern(r"\b[Ss]cal(?:es|ed|ing)\b")
_EFFICIENT_ON = Pattern(
    r"\sefficient\s(?:at|on|across|up to|out to|over)\s(?:up to\s)?\d[\d,.]*\s(?:cores|GPUs|CPUs|nodes|ranks|"
    r"processes|devices|workers|chips|accelerators)\b"
)
_UTIL = Pattern(r"\b(?:peak|theoretical|roofline|ideal|hardware limit|bandwidth|line rate)\b", IGNORECASE)
_USAGE = Pattern(
    r"\b(?:(?:GPU|CPU|TPU|core|device|accelerator)s?\susage|memory\s(?:usage|pressure|"
    r"occupancy)|(?:codebook|code|vocabulary|resource|hardware|DSP|LUT|BRAM|cache|bus|link|slot)\s(?:usage|"
    r"utili[sz]ation|occupancy))\s(?:[\p{L}]+\s){0,3}" + HEDGES + r"$"
)
_IDLE = Pattern(r"\b(?:idle|busy|stalled|active|occupied)\s(?:for\s)?" + HEDGES + r"$")
_OF_THE_TIME = Pattern(r"\sof (?:the |all )?(?:time|cycles)\b")


def scaling_efficiency(s: Situation) -> Draft | None:
    """ "scales at 92% efficiency"."""
    if _EFFICIENCY.match(s.right) and _SCALES.search(s.left[-60:]):
        return measured(s, Metric.SCALING_EFFICIENCY, "percentage of a metric")
    return None


def efficient_on(s: Situation, what: str) -> Draft | None:
    """ "scales to 92% of the ideal speedup", "92% efficient on 64 GPUs"."""
    if (_IDEAL.match(what) and _SCALES_TO.search(s.left)) or _EFFICIENT_ON.match(s.right):
        return measured(s, Metric.SCALING_EFFICIENCY, "percentage of a metric")
    return None


def share_of_peak(s: Situation, what: str) -> Draft | None:
    """ "70% of the peak"."""
    return measured(s, Metric.UTILIZATION, "share of the peak") if names_peak(what) else None


def names_peak(text: str) -> bool:
    """Whether a text names what a machine could do at best."""
    return _UTIL.search(text) is not None


def usage(s: Situation) -> Draft | None:
    """ "GPU usage climbs to 80%", "idle 30% of the time"."""
    if _USAGE.search(s.near_left) or (_IDLE.search(s.near_left) and _OF_THE_TIME.match(s.right)):
        return measured(s, Metric.UTILIZATION, "percentage of a metric")
    return None
