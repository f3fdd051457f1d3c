"""A share of what a machine offers, which is how far it is used: "uses 2% of the compute of a GPU"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_DEVICE = (
    r"(?:(?:[\p{L}\d.-]+\s){0,2}?(?:GPU|CPU|TPU|NPU|FPGA|DSP|core|processor|accelerator|device|chip|machine|node|board|link|NIC|"
    r"server|host)|(?:\p{Lu}[\p{L}-]*\s){0,2}\p{Lu}{1,4}\d{2,4}\p{L}{0,2})"
)
_ENDS = r"(?=[.,;)\s]{0,2}$|[.,;)]|\s(?:is|are|was|were|in|on|for|and|at|or|by|during|while|when|with|to)\b)"
_USES = Ending(
    r"\b(?:us|utili[sz]|exploit|reach|achiev|attain|harness|leverag|sustain|extract|tap|saturat|employ)(?:e|es|ed|ing|s)?\s"
    rf"(?:a\smere\s|as\slittle\sas\s)?{HEDGES}$"
)
# "of the compute of modern GPUs"
_OF_A_MACHINE = Pattern(
    r"(?:the\s)?(?:(?:available|raw|total|peak)\s)?(?:comput(?:e|ing\s(?:power|capacity)|ational\spower)|FLOP/?[sS]|arithmetic|memory|"
    r"bandwidth|cores|SMs|(?:processing|compute)\s(?:power|capability|capacity|units))\s(?:of|in|on)\s"
    rf"(?:(?:an?|the|its|each|one)\s{_DEVICE}{_ENDS}|(?:modern|today's|current|recent)\s(?:[\p{{L}}\d-]+\s)?\p{{L}}+s\b)"
)
_A_MACHINE = Pattern(rf"(?:(?:an?|the|each|one|its)\s)?{_DEVICE}{_ENDS}(?!\s(?:and|or|by)\b)")
_ALONE = Ending(rf"(?:^|[,;:]\s|\b(?:and|while|that|where|but)\s)(?:[Oo]nly|[Jj]ust|[Mm]erely)?\s?{HEDGES}$")
_IS_USED = Pattern(
    r".{0,30}?\s(?:is|are|was|were|remains?|stays?|sits?)\s(?:actually\s|ever\s)?(?:used|busy|idle|utili[sz]ed|exploited)\b"
)
# "keeps 80% of the cores busy"
_BUSY = Pattern(
    r"(?:the\s|its\s|all\s|an?\s)?(?:[\p{L}\d-]+\s){1,4}?(?:busy|occupied|active|saturated|utili[sz]ed|fed|loaded)"
    r"(?=[.,;)]|$|\s(?:with|by|for|on|at|in|and|while|during|throughout|even)\b)"
)
_KEEPS = Ending(rf"\b(?:keep|kept|hold|held|leav|left)(?:e?s|ing|e)?\s{HEDGES}$")
# "88% of the 460 GB/s available", "of the 100 Gbps link"; what was reached before is a rival's
_OF_THE_NEXT = Pattern(r"[%$\\]{0,3}\sof\s(?:the|its|a)\s(?:(?:theoretical|nominal|available|peak|raw)\s){0,2}")
_WAS_REACHED = Pattern(
    r"\s(?:of|by|that|which|achieved|reached|attained|measured|delivered|reported|obtained|sustained|on|baseline)\b"
)
_RATES = (Dimension.BANDWIDTH, Dimension.RATE, Dimension.PERFORMANCE)


def is_of_an_offer(s: Situation, what: str) -> bool:
    """Whether a share is of what a machine has to offer, and not of what another needs or reaches."""
    if _KEEPS.search(s.near_left) and _BUSY.match(what):
        return True
    if _A_MACHINE.match(what) and (
        _USES.search(s.near_left) or (_ALONE.search(s.near_left) and _IS_USED.match(what))
    ):
        return True
    return (_USES.search(s.near_left) is not None and _OF_A_MACHINE.match(what) is not None) or is_of_a_rated(s)


def is_of_a_rated(s: Situation) -> bool:
    """ "uses 88% of the 460 GB/s available"."""
    whole = s.following
    if whole is None or whole.dimension not in _RATES or _OF_THE_NEXT.fullmatch(s.near_right) is None:
        return False
    return _WAS_REACHED.match(s.doc.view, whole.end, s.sentence.end) is None


# "79% of what the copy alone delivers", "91% of that at 8 GPUs", "84% of the cuBLAS rate", "89% of STREAM"
_REACHES = Ending(
    r"\b(?:reach|attain|achiev|sustain|deliver|obtain|hit|retain|get|is|are|stay|remain|run)(?:e?s|ing|ed|e|s\sat)?\s"
    rf"(?:still\s|at\s|a\smere\s)?{HEDGES}$"
)
_RUN = ("what", "that", "those")
_A_RATE = Pattern(
    r"what\s[^,;:()]{2,40}?\s(?:delivers?|sustains?|provides?|offers?|achieves?|attains?|reaches)\b|"
    r"(?:that|those)\s(?:at|on|with|of)\s(?:an?\s|the\s)?(?:\d|single)|"
    r"(?:the\s)?\p{L}{0,6}\p{Lu}[\p{L}\d-]{1,20}\s(?:rate|throughput|bandwidth)(?=[.,;)]|$)|"
    r"(?:an?\s)?(?:raw\s|plain\s|simple\s)?(?:STREAM|HPL|HPCG|[SD]?GEMM|memcpy|memory\scopy|copy)(?:\s(?:rate|result|bandwidth))?(?=[.,;)]|$|\s(?:on|at|in|with|and)\b)|"
    r"(?:the\s)?(?:STREAM|HPL|HPCG|[SD]?GEMM|LINPACK)\s(?:result|figure|number|value)"
)


def is_of_a_rate(s: Situation, what: str) -> bool:
    """Whether a share is of what another run reaches, of which no metric is named."""
    if s.text_is_about_quality and what.startswith(_RUN):
        return False
    return _A_RATE.match(what) is not None and _REACHES.search(s.near_left) is not None
