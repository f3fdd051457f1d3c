"""Ranges and pairs in words: "between 3 and 5 GB", "from 9 to 3 ms", "from 41 on A to 55"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.belonging import has_unit, is_bare, is_measured, may_belong_together
from extractors.numbers.ranges.between import AND, BETWEEN, FROM, TO
from extractors.numbers.ranges.joined import as_pair, as_range, as_range_of_factors
from extractors.numbers.ranges.to import MOVES, pair_or_range
from extractors.patterns import IGNORECASE, Pattern

_FARTHEST = 60  # characters between the two numbers


def in_words(view: str, first: Quantity, second: Quantity, last: Quantity | None) -> list[Quantity] | None:
    """One range, a before/after pair, or null when the two do not belong together."""
    gap = view[first.end : second.start]
    if len(gap) > _FARTHEST or first.end > second.start:
        return None
    before = view[max(0, first.start - 240) : first.start]
    if not may_belong_together(first, second):
        return _of_two_sorts(view, first, second, before)
    if AND.fullmatch(gap):
        return [as_range(first, second)] if BETWEEN.search(before) else None
    if not TO.fullmatch(gap):
        return _loosely(first, second, before, gap) if is_measured(second) and _LOOSE_TO.fullmatch(gap) else None
    if gap.endswith(("-", "+")) and not view.endswith(gap[-1], 0, first.start):
        return None  # "from +0.3 to -0.2"
    if last is not None and _is_next_pair(view, last, first):
        return as_pair(first, second)
    return pair_or_range(view, first, second, before)


def _of_two_sorts(view: str, first: Quantity, second: Quantity, before: str) -> list[Quantity] | None:
    """ "from 256 steps to 1", "ranging from 32% to 10x"."""
    gap = view[first.end : second.start]
    to = TO.fullmatch(gap)
    if not (to or AND.fullmatch(gap)):
        return None
    announced = FROM.search(before)
    if announced and to and is_bare(view, second) and has_unit(first):
        return as_pair(first, second)
    return as_range_of_factors(first, second) if announced or BETWEEN.search(before) else None


_LOOSE_TO = Pattern(
    r"\s?(?:\([^()]{1,40}\)|(?:(?!\b(?:compared|relative|due|thanks|equal|close)\b)[^.;:()]){1,48}?)\s(?:up\s|down\s)?to\s{1,3}~?\s{0,3}(?:(?:over|about|only|just|"
    r"around|nearly|almost|merely|a mere|under|below|within|less than|more than|fewer than)\s)?"
)
_RANGES_FROM = Ending(r"\brang(?:e|es|ed|ing)\s$", IGNORECASE)


_EACH_IN_BRACKETS = Pattern(r"\s?\([^()]{1,40}\)\sto\s{1,3}~?")
_CHANGE_OF = Ending(
    r"\b(?:improvement|gain|reduction|increase|decrease|saving|speed-?up|boost|drop|slow-?down|overhead)s?\s(?:[^,;:()]{1,40}\s)?of\s"
    r"(?:about\s|~|between\s|from\s)?$"
)
_AND_UP_TO = Ending(r"(?:,|\band)\sup\sto\s~?$")


def _loosely(first: Quantity, second: Quantity, before: str, gap: str) -> list[Quantity] | None:
    """ "falls from 9 ms on the first to 3 ms", "range from 1.2x (small) to 9.8x": more than "to" between."""
    origin = FROM.search(before)
    if _EACH_IN_BRACKETS.fullmatch(gap) and _CHANGE_OF.search(before):
        return [as_range(first, second)]  # "gains of 6% (Java) to 13% (Rust)"
    if origin is None or (first.is_range and _AND_UP_TO.search(gap)):
        return None  # "gains from 2-9% on A and up to 12% on B"
    if _RANGES_FROM.search(before[: origin.start()]):
        return [as_range(first, second)]
    return as_pair(first, second) if MOVES.search(before) else None


_AND_ON_ANOTHER = Pattern(
    r"\s?\)?(?:\s(?:on|for|in|at|with|using|under)\s[^,;:.]{1,60})?(?:\s?\([^()]{1,40}\))?(?:,\s(?:and\s)?|\sand\s)(?:from\s)?~?\s{0,8}"
)
# "gains on A from 16% to 40%, reasoning on B from 54% to 87%, and C from 28% to 57%"
_ANOTHER_FROM = Pattern(r"(?:,|,?\sand)\s(?:[^\s,;:()%]+\s){1,6}from\s")


def _is_next_pair(view: str, last: Quantity, first: Quantity) -> bool:
    """ "from 41 to 55 on A and 30 to 38 on B": whether a second pair begins where the first is done with."""
    if last.pair != "after" or last.dimension is not first.dimension:
        return False
    gap = view[last.end : first.start]
    return (_AND_ON_ANOTHER.fullmatch(gap) or _ANOTHER_FROM.fullmatch(gap)) is not None
