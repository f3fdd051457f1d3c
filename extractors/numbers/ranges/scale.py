"""What one number of a range lends to the other: "3-5 million", "900 ms to 2 s"."""

from __future__ import annotations

from extractors.numbers.numerals import LETTERS
from extractors.numbers.words import MAGNITUDES


def scale_of(magnitude: str) -> float:
    """How much "K" or "million" multiplies; 1 for what is no magnitude."""
    return LETTERS.get(magnitude, MAGNITUDES.get(magnitude, 1.0))


_SI = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
    "P": 1e15,
    "E": 1e18,
    "m": 1e-3,
    "u": 1e-6,
    "n": 1e-9,
    "p": 1e-12,
}
_SECONDS = {
    "ns": 1e-9,
    "us": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2592000.0,
    "year": 31536000.0,
}


def ratio_of_units(unit: str, other: str) -> float:
    """How many of ``other`` make one of ``unit``; 1 where that is not known."""
    if unit in _SECONDS and other in _SECONDS:
        return _SECONDS[unit] / _SECONDS[other]
    if unit[1:] == other[1:] and unit[:1] in _SI and other[:1] in _SI:
        return _SI[unit[0]] / _SI[other[0]]
    if unit[1:] == other and unit[:1] in _SI:
        return _SI[unit[0]]
    if other[1:] == unit and other[:1] in _SI:
        return 1 / _SI[other[0]]
    return 1.0
