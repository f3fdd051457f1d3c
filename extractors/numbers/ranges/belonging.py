"""Which two numbers may belong together: "3 to 5 GB" do, "9 pipelines to 30 datasets" do not."""

from __future__ import annotations

from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

NOTHING_COUNTED = Pattern(r"[,.;)]|\s(?:for|in|on|at|by|and|with|while|are|is|of)\b|$")
_COUNTED_IN_BILLIONS = (Dimension.PARAMETERS, Dimension.COUNT, Dimension.NONE)
_LENDS_ITS_UNIT = (Dimension.PERCENT, Dimension.TIMES, Dimension.MONEY)


def may_belong_together(first: Quantity, second: Quantity) -> bool:
    """Whether the second is of the sort of the first, or one of the two has no unit of its own."""
    if first.dimension is Dimension.NONE:
        return first.magnitude not in ("B", "T") or second.dimension in _COUNTED_IN_BILLIONS
    if first.dimension is second.dimension:
        counted = first.dimension is Dimension.COUNT and first.rule == second.rule == "counted noun"
        return not counted or first.unit == second.unit  # not "9 pipelines to 30 datasets"
    if only_sized(first) and first.dimension is Dimension.PARAMETERS:
        return second.dimension is Dimension.COUNT and second.unit == "tokens" and second.magnitude in ("M", "B", "T")
    if first.dimension is Dimension.MONEY and only_sized(second):
        return True  # "$1.2-2.0M"
    return second.dimension is Dimension.NONE and first.dimension in _LENDS_ITS_UNIT


def is_measured(quantity: Quantity) -> bool:
    """Whether a number has a unit, rather than things that it counts."""
    return quantity.dimension not in (Dimension.NONE, Dimension.COUNT, Dimension.DEVICES)


def has_unit(quantity: Quantity) -> bool:
    """Whether a number has a unit or a noun that another can be meant in: "256 steps"."""
    return quantity.dimension not in (Dimension.NONE, Dimension.PARAMETERS) and not quantity.idiom


def is_bare(view: str, quantity: Quantity) -> bool:
    """Whether nothing is counted behind the number."""
    of_no_noun = quantity.dimension is Dimension.NONE or only_sized(quantity)
    return of_no_noun and NOTHING_COUNTED.match(view, quantity.end) is not None


def only_sized(quantity: Quantity) -> bool:
    """A bare "0.4M", which is the size of a model where nothing else is counted beside it."""
    return quantity.rule == "model size" and not quantity.noun
