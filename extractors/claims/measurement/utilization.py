"""How much of a machine is put to use: "70% of the peak", "scales at 92% efficiency"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.context.change.share.offered import is_of_a_rate, is_of_an_offer
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_EFFICIENCY = Pattern(r"\s{0,2}efficiency\b")
_SCALES = Pattern(r"\bscal(?:es|ed|ing)\b")
_EFFICIENCY_OF = Ending(
    r"(?:\b(?:an?|the|its|our|with|at|of|in|and|parallel|overall|high|good|average|mean)\s|^|,\s)[Ee]fficiency\s"
    r"(?:(?:of|at|to|is|was|stays?|remains?|reaches|exceeds|drops|falls|still|below|above|under|near|within)\s){1,3}"
    + HEDGES
    + r"$"
)
_SCALING = Pattern(
    r"\b(?:[Ss]trong|[Ww]eak)(?:ly)?[\s-]scal|\b[Ss]cal(?:es?|ed|ing)\s(?:\p{Ll}+\s){0,2}?(?:to|from|across|out|over|on|up\sto|well)\s"
    r"(?:[\p{L}]+\s){0,3}?[\d,]+\s(?:[\p{L}\d-]+\s){0,2}?(?:GPU|CPU|core|node|processor|device|accelerator|rank|worker|process|socket|"
    r"machine|server|thread|chip|TPU|GCD)"
)
_SPEEDUP = Pattern(r"(?:\s?(?:speed-?up|faster|on|with|using|over|at)\b[^();]{0,50})?\s\(" + HEDGES)
_SPEEDUP_OF = Ending(r"\bspeed-?ups?\s(?:(?:of|is|was|reaches|by|to)\s)?(?:an?\s)?" + HEDGES + r"$")
_UTIL = Pattern(r"\b(?:peak|theoretical|roofline|ideal|hardware limit|bandwidth|line rate)\b", IGNORECASE)
_USED = (
    r"(?:(?:GPU|CPU|TPU|core|device|accelerator)s?\susage|memory\s(?:usage|pressure|"
    r"occupancy)|(?:codebook|code|vocabulary|resource|hardware|DSP|LUT|BRAM|cache|bus|link|slot)\s(?:usage|"
    r"utili[sz]ation|occupancy))"
)
_USAGE = Pattern(rf"\b{_USED}\s(?:[\p{{L}}]+\s){{0,3}}{HEDGES}$", IGNORECASE)
_USAGE_BEHIND = Pattern(rf"[%$\\]{{0,3}}\)?\s(?:(?:average|mean|peak|full|effective)\s)?{_USED}\b")

_TAKES_AWAY = Pattern(
    r"\b(?:sav|reduc|cut|lower|decreas|eliminat|fre|trim|shrink)\p{L}{0,4}\s[^,;:()]{0,30}$", IGNORECASE
)
# "21% LUTs", "12% of the DSP slices": of a programmable chip
OF_A_CHIP = Pattern(
    r"\s(?:of\s(?:the\s|its\s|all\s)?)?(?:(?:available|total|on-chip)\s)?"
    r"(?:LUT(?:RAM)?s?|FFs?|[Ff]lip-?[Ff]lops?|DSPs?|(?:DSP|logic)\s(?:slices|blocks|cells|elements)|[Bb](?:lock\s)?RAMs?|URAMs?|"
    r"look-?up\stables|ALMs?|[Ss]lice\s[Rr]egisters)"
    r"(?=\s(?:slices|blocks)\b|\s(?:and|on|in|with|at|usage|utili[sz]ation)\b|[.,;)]|$)"
)


def chip_resources(s: Situation) -> Draft | None:
    """ "uses 12% LUTs and 4% DSPs"; not "saves 12% LUTs" and not those of another design."""
    if OF_A_CHIP.match(s.near_right) and not _TAKES_AWAY.search(s.list_left):
        return measured(s, Metric.AREA, "share of a chip")
    return None


def scaling_efficiency(s: Situation) -> Draft | None:
    """ "scales at 92% efficiency", "an efficiency of 92% in weak scaling", "a speedup of 27 (84% efficiency)"."""
    behind = _EFFICIENCY.match(s.right) is not None
    scales = behind and (_SCALES.search(s.left[-60:]) is not None or _follows_a_speedup(s))
    if scales or (
        (behind or _EFFICIENCY_OF.search(s.near_left))
        and _SCALING.search(s.doc.view, s.sentence.start, s.sentence.end)
    ):
        return measured(s, Metric.SCALING_EFFICIENCY, "percentage of a metric")
    return None


def _follows_a_speedup(s: Situation) -> bool:
    """ "a speedup of 27 on 32 cores (84% efficiency)"."""
    back = 1 if s.index and s.siblings[s.index - 1].dimension is not Dimension.DEVICES else 2
    if s.index < back:
        return False
    before = s.siblings[s.index - back]
    gap = s.doc.view[before.end : s.quantity.start]
    if _SPEEDUP.fullmatch(gap) is None:
        return False
    sped = before.dimension is Dimension.TIMES and (" faster" in gap or "speed" in gap)
    return sped or _SPEEDUP_OF.search(s.doc.view, s.sentence.start, before.start) is not None


def share_of_peak(s: Situation, what: str) -> Draft | None:
    """ "70% of the peak", "uses 2% of the compute of a GPU"."""
    offered = names_peak(what) or is_of_an_offer(s, what)
    return measured(s, Metric.UTILIZATION, "share of the peak") if offered else None


def share_of_rate(s: Situation, what: str) -> Draft | None:
    """ "79% of what the copy alone delivers"."""
    return measured(s, Metric.THROUGHPUT, "share of a metric") if is_of_a_rate(s, what) else None


def names_peak(text: str) -> bool:
    """Whether a text names what a machine could do at best."""
    return _UTIL.search(text) is not None


def usage(s: Situation) -> Draft | None:
    """ "GPU usage climbs to 80%", "at 90% codebook usage"."""
    if _USAGE.search(s.near_left) or _USAGE_BEHIND.match(s.list_right):
        return measured(s, Metric.UTILIZATION, "percentage of a metric")
    return None
