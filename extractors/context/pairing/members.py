"""The members of a list of values: single ones, or the before/after pairs of "from 2 to 3 and from 5 to 7"."""

from __future__ import annotations

from typing import NamedTuple

from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation

_NEXT_PAIR = Pattern(rf"[%$\\\s]{{0,3}}(?:,\s(?:and\s)?|\sand\s)(?:from\s)?{HEDGES}\$?")
_LONGEST = 16  # pairs to either side


class Members(NamedTuple):
    """Index of the first and last value of a list, how many members it has, and which of them a value is in."""

    first: int
    last: int
    size: int
    place: int


def members(s: Situation) -> Members:
    """The list that a value is in."""
    if s.quantity.pair is None:
        first, last = s.group
        return Members(first, last, last - first + 1, s.index - first)
    own = first = s.index - (s.quantity.pair == "after")
    last = own + 1
    if own < 0 or last >= len(s.siblings):
        return Members(s.index, s.index, 1, 0)  # the other one stands in the next sentence
    for _ in range(_LONGEST):
        first -= 2 * _is_pair_of_list(s, first - 2)
        last += 2 * _is_pair_of_list(s, last - 1)
    return Members(first, last, (last - first + 1) // 2, (own - first) // 2)


def _is_pair_of_list(s: Situation, index: int) -> bool:
    """Whether a pair begins at a value, and another of the same sort right behind it."""
    if index < 0 or index + 4 > len(s.siblings):
        return False
    one, after, other, last = s.siblings[index : index + 4]
    if (one.pair, after.pair, other.pair, last.pair) != ("before", "after") * 2:
        return False
    return one.dimension is other.dimension and _NEXT_PAIR.fullmatch(s.doc.view, after.end, other.start) is not None
