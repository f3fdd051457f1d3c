"""What two numbers that belong together become: one range, or the two of a before/after pair."""

from __future__ import annotations

from dataclasses import replace

from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.belonging import only_sized
from extractors.numbers.ranges.scale import ratio_of_units, scale_of
from extractors.numbers.units import Dimension

_THOUSAND = 1000  # "900-1.2K": what is not below it is not meant in thousands


def _prices_one(first: Quantity, second: Quantity) -> bool:
    """ "$0.20 to $9 per million tokens": what the second is for, the first is too."""
    return first.unit == "USD" and second.dimension is Dimension.MONEY and second.unit.startswith("USD/")


def as_range(first: Quantity, second: Quantity) -> Quantity:
    """ "3-5 million", "900 ms to 2 s": one quantity, in the unit that is named, of two the first."""
    low, high = _scaled_alike(first, second)
    of = first if second.dimension is Dimension.NONE or first.dimension is Dimension.MONEY else second
    unit = second.unit if _prices_one(first, second) else of.unit
    converts = first.dimension is second.dimension and first.dimension not in (Dimension.MONEY, Dimension.COUNT)
    if converts and first.unit != second.unit:
        high *= ratio_of_units(second.unit, first.unit)
        unit = first.unit
    return replace(
        second,
        start=first.start,
        low=min(low, high),
        high=max(low, high),
        unit=unit,
        dimension=of.dimension,
        is_range=low != high,
        in_words=first.in_words and second.in_words,
        rule="range",
    )


def _scaled_alike(first: Quantity, second: Quantity) -> tuple[float, float]:
    """The ends of "3-5 million" and of "3K-5": what one is counted in, the other is too."""
    low, high = first.low, second.high
    unscaled = not first.magnitude and first.dimension in (Dimension.NONE, Dimension.MONEY)
    if second.magnitude and unscaled and low < _THOUSAND:
        low *= scale_of(second.magnitude)
    bare = first.dimension is Dimension.NONE and second.dimension is Dimension.NONE
    if bare and first.magnitude and not second.magnitude:
        high *= scale_of(first.magnitude)
    return low, high


def as_range_of_factors(first: Quantity, second: Quantity) -> list[Quantity] | None:
    """ "ranging from 32% to 10x": both as factors; null when they are no percentage and a factor."""
    if {first.dimension, second.dimension} != {Dimension.PERCENT, Dimension.TIMES}:
        return None
    low, high = (1 + q.low / 100 if q.dimension is Dimension.PERCENT else q.low for q in (first, second))
    return [
        replace(
            second,
            start=first.start,
            low=min(low, high),
            high=max(low, high),
            unit="x",
            dimension=Dimension.TIMES,
            is_range=True,
            rule="range of mixed units",
        )
    ]


def as_pair(first: Quantity, second: Quantity) -> list[Quantity]:
    """ "from 9 to 3 ms", "from 256 steps to 1": two quantities, of which one lends the other its unit."""
    if first.dimension is Dimension.NONE:
        lent = second.magnitude and not first.magnitude and first.low < _THOUSAND
        low = first.low * scale_of(second.magnitude) if lent else first.low
        first = replace(
            first, low=low, high=low, unit=second.unit, dimension=second.dimension, noun=second.noun, shared=True
        )
    elif _prices_one(first, second):
        first = replace(first, unit=second.unit)
    elif second.dimension is Dimension.NONE or (only_sized(second) and first.dimension is Dimension.COUNT):
        second = replace(second, unit=first.unit, dimension=first.dimension, noun=first.noun)
    return [
        replace(first, pair="before", rule="before/after pair"),
        replace(second, pair="after", rule="before/after pair"),
    ]
