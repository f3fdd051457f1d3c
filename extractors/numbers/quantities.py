"""All quantities of a text: single values, ranges, before/after pairs and lists with one unit."""

from __future__ import annotations

from operator import attrgetter

from extractors.numbers.bracketed import counted_before
from extractors.numbers.idioms import find_idioms
from extractors.numbers.lists import share_units
from extractors.numbers.numerals import NotNumeral, Numeral, find_numerals
from extractors.numbers.quantity import NONE_OF_A_COST, Quantity
from extractors.numbers.ranges import join_ranges
from extractors.numbers.single import VERSION, with_unit
from extractors.numbers.units import Dimension
from extractors.spans import Spans

_START = attrgetter("start")


def find_quantities(view: str) -> tuple[list[Quantity], list[NotNumeral]]:
    """All quantities of a view in reading order, and the digits that are none."""
    single, refused = _single(view)
    shared = []
    for quantity in counted_before(view, share_units(view, join_ranges(view, single))):
        if _is_small_count(view, quantity) and not (quantity.high == 0 and NONE_OF_A_COST.match(view, quantity.end)):
            refused.append(NotNumeral(quantity.start, quantity.end, "a spelled-out count from one to ten"))
        else:
            shared.append(quantity)
    return _with_idioms(view, shared), refused


def _single(view: str) -> tuple[list[Quantity], list[NotNumeral]]:
    """Each numeral with its unit or what it counts, and what is refused."""
    refused: list[NotNumeral] = []
    single: list[Quantity] = []
    for found in find_numerals(view):
        if isinstance(found, NotNumeral):
            refused.append(found)
            continue
        quantity = with_unit(view, found)
        reason = _part_of(view, found, quantity, single[-1] if single else None)
        if reason is None:
            single.append(quantity)
        else:
            refused.append(NotNumeral(found.start, found.end, reason))
    return single, refused


def _part_of(view: str, numeral: Numeral, quantity: Quantity, last: Quantity | None) -> str | None:
    """What a numeral is a part of with what stands around it; null when it is a quantity by itself."""
    if quantity.rule == VERSION:
        return VERSION
    if last is not None and numeral.start < last.end and last.dimension is Dimension.DEVICES:
        return "part of a device's name"
    if last is not None and numeral.start < last.end and last.dimension is Dimension.MONEY:
        return "part of a price"  # "$2 per 1,000 pages"
    if last is not None and quantity.end < last.end and "-" in view[numeral.start : quantity.end]:
        return "part of what is counted"
    if quantity.dimension is Dimension.NONE and view[quantity.end : quantity.end + 1].isalpha():
        return "part of a word"
    return None


def _with_idioms(view: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, and in reading order among them the idioms, which give way to them or take their place."""
    idioms = [
        Quantity(i.start, i.end, i.value, i.value, i.unit, i.dimension, in_words=True, idiom=i.word, rule="idiom")
        for i in find_idioms(view)
    ]
    if not idioms:
        return sorted(quantities, key=_START)
    taken = Spans((q.start, q.end) for q in quantities if q.dimension is not Dimension.NONE or q.magnitude)
    counted = Spans((q.start, q.end) for q in quantities if q.dimension is Dimension.DEVICES)
    idioms = [  # "a single 24GB GPU" is a device, "a single 8xH100 node" is eight
        i for i in idioms if not (counted if i.dimension is Dimension.DEVICES else taken).meet(i.start, i.end)
    ]
    idiomatic = Spans((i.start, i.end) for i in idioms)
    others = [q for q in quantities if not idiomatic.meet(q.start, q.end)]
    return sorted([*others, *idioms], key=_START)


def _is_small_count(view: str, quantity: Quantity) -> bool:
    """Whether it counts from none to ten in words, anything but devices."""
    # "rules that zero weights"
    zeroed = quantity.high == 0 and view.endswith(" weights", quantity.start, quantity.end)
    return (
        quantity.in_words
        and quantity.high <= 10
        and (zeroed or quantity.dimension in (Dimension.NONE, Dimension.COUNT))
        and not quantity.magnitude
        and quantity.pair is None
    )
