"""Ranges with a dash: "1.2-2.4x", "1.8x ~ 4.5x"."""

from __future__ import annotations

from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.belonging import may_belong_together
from extractors.numbers.ranges.joined import as_range
from extractors.patterns import Pattern

_RANGE_GAP = Pattern(r"\s{0,8}(?:-{1,3}|~)\s{0,4}~?\s?|\s{0,2}~\s{0,4}|\s\.{2,3}\s?|\s-\s")
_WIDEST_DASH = 17  # characters: the longest that _RANGE_GAP matches


def with_dash(view: str, first: Quantity, second: Quantity, _: Quantity | None) -> list[Quantity] | None:
    """ "1.2-2.4x", "1.8x ~ 4.5x": dashes bind closer than words."""
    if not 0 <= second.start - first.end <= _WIDEST_DASH or not may_belong_together(first, second):
        return None
    return [as_range(first, second)] if _RANGE_GAP.fullmatch(view[first.end : second.start]) else None
