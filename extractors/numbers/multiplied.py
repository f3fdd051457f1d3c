"""Bare numbers that multiply: "by a factor of 2.6", "increases decoding throughput by 3.9"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.belonging import NOTHING_COUNTED
from extractors.numbers.ranges.to import BY_FACTOR
from extractors.patterns import IGNORECASE

_MULTIPLIES = Ending(
    r"\b(?:increas|improv|boost|rais|lift|multipl|speed|accelerat|reduc|lower|cut|shrink|decreas)\p{L}{0,3}\s(?:up\s)?"
    r"(?:(?!\b(?:by|from|and|score|accuracy)\b)[^,;:.()\d]){0,50}?"
    r"(?:throughput|(?:decoding|inference|training|generation|processing|execution)\s(?:speed|time)|latency|runtime|bandwidth|wall-clock\stime|"
    r"energy\sefficiency|speed)\sby\s(?:(?:up\sto|about|over|nearly|around)\s){0,2}$",
    IGNORECASE,
)
_LONGEST_MOVE = 110  # characters


def is_factor(view: str, quantity: Quantity) -> bool:
    """ "by a factor of 2.6", "a speedup of 1.4"."""
    return BY_FACTOR.search(view[max(0, quantity.start - 60) : quantity.start]) is not None


def is_multiplied(view: str, quantity: Quantity) -> bool:
    """ "increases decoding throughput by 3.9": so many times, as nothing is counted."""
    if quantity.magnitude or quantity.in_words or quantity.low <= 1 or not quantity.low % 1:
        return False
    moved = _MULTIPLIES.search(view, max(0, quantity.start - _LONGEST_MOVE), quantity.start)
    return moved is not None and NOTHING_COUNTED.match(view, quantity.end) is not None
