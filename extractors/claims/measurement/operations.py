"""Amounts of operations: "a budget of 3 EFLOPs", and "sustains 1.1 PFLOPs", which is a rate."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_ARITHMETIC = Pattern(
    r"\b(?:floating[-\s]point|arithmetic|logic(?:al)?|integer|bit-?wise|binary|multipl\p{L}+|MAC|fixed-point)\b"
)
_PER_PIECE = Pattern(
    r"\sper\s(?:inference|pixel|samples?|tokens?|frames?|images?|quer(?:y|ies)|step|input|prediction)\b"
)
_TAKES = Ending(r"\b(?:us(?:es|ing)|(?:requir|need|tak|perform|execut|cost)(?:e?s|ing|ed)?)\s[^,;:()]{0,40}$")
_WHOLE = Pattern(r"\bcompute|total|budget")


def amount_of_operations(s: Situation) -> Draft:
    """How much is computed, or how fast where the unit leaves out "per second"."""
    if _is_per_second(s):
        return Draft(Kind.MEASUREMENT, Metric.THROUGHPUT, s.quantity.unit[:-1] + "/s", "a value of performance")
    return measured(s, Metric.COMPUTE, "amount of operations")


def _is_per_second(s: Situation) -> bool:
    """Whether so many peta- or exaflops are hardly a total, no total being spoken of."""
    unit = s.quantity.unit
    flops = unit[0] in "PE" and unit.endswith("FLOPs") and not s.quantity.magnitude
    return flops and not _WHOLE.search(s.left[-60:] + s.right[:30])


def is_computed(s: Situation) -> bool:
    """Whether counted operations are arithmetic that is done, not those of a job: "needs 900 logic operations"."""
    if _ARITHMETIC.search(s.quantity.noun) or _PER_PIECE.match(s.right):
        return True
    return _TAKES.search(s.left[-60:]) is not None
