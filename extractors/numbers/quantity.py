"""A number with its unit, where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.numbers.units import Dimension


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at ``[start, end)``; ``low`` and ``high`` are equal unless a range is reported."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    dimension: Dimension
    magnitude: str = ""
    in_words: bool = False
    at_least: bool = False
    is_range: bool = False
    pair: str | None = None  # "before" or "after" in "from 21 to 16"
    shared: bool = False  # the unit stands with a later member of the list
    noun: str = ""
    idiom: str = ""  # the word of an exception that carries a value: "halves", "an order of magnitude"
    rule: str = field(default="", compare=False)
