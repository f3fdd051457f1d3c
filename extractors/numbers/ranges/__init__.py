"""Ranges and before/after pairs: which two numbers belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.dashed import with_dash
from extractors.numbers.ranges.worded import in_words

__all__ = ["join_ranges"]


def join_ranges(view: str, items: Sequence[Quantity]) -> list[Quantity]:
    """Two numbers that are one range, or the two of a before/after pair; dashes bind closer than words."""
    return _join_all(view, _join_all(view, items, with_dash), in_words)


_Join = Callable[[str, Quantity, Quantity, Quantity | None], list[Quantity] | None]


def _join_all(view: str, items: Sequence[Quantity], join: _Join) -> list[Quantity]:
    """The quantities, two that ``join`` makes one or a pair in their place."""
    out: list[Quantity] = []
    i = 0
    while i < len(items):
        first = items[i]
        second = items[i + 1] if i + 1 < len(items) else None
        joined = join(view, first, second, out[-1] if out else None) if second is not None else None
        if joined is None:
            out.append(first)
            i += 1
        else:
            out.extend(joined)
            i += 2
    return out
