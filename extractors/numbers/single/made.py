"""A quantity as a numeral makes it with what is found behind."""

from __future__ import annotations

from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension


def quantity_of(
    numeral: Numeral,
    rule: str,
    unit: str = "",
    dimension: Dimension = Dimension.NONE,
    end: int | None = None,
    noun: str = "",
) -> Quantity:
    """The quantity of a numeral, which ends with it unless another end is given."""
    return Quantity(
        numeral.start,
        numeral.end if end is None else end,
        numeral.value,
        numeral.value,
        unit,
        dimension,
        numeral.magnitude,
        numeral.in_words,
        numeral.at_least,
        noun=noun,
        rule=rule,
    )
