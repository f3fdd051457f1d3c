"""A value that words carry without a numeral."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.numbers.units import Dimension


@dataclass(frozen=True, slots=True)
class Idiom:
    """A value in words at ``[start, end)``."""

    start: int
    end: int
    value: float
    unit: str
    dimension: Dimension
    word: str
