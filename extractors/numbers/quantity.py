"""A number with its unit, where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

# What follows the word zero where it is a value: "zero memory overhead".
NONE_OF_A_COST = Pattern(
    r"\s(?:(?!and\b|or\b)[a-z][\p{L}-]{1,20}\s){0,2}?(?:(?:KL\s)?divergence|overhead|memory|latency|degradation|cost|"
    r"loss|(?:sim|train|real|generali)[\p{L}-]*\sgap|(?:[a-z]+\s)?throttling)\b(?![-\s](?:free|function))"
)


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
