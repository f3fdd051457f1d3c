"""How the number bounds the value: up to, over, about."""

from __future__ import annotations

from extractors.context.qualifier.before import before
from extractors.context.qualifier.behind import behind
from extractors.context.qualifier.hedges import BETWEEN
from extractors.context.qualifier.over import is_across
from extractors.context.qualifier.place import LABELLED, without_condition, without_link, without_place
from extractors.context.qualifier.rival import RATIOS, is_of_the_larger, without_rival
from extractors.context.qualifier.statistic import is_statistic
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Qualifier

_REACH = 70  # characters
_FIRST_OVER = Pattern(r"Over\s(?:the\s)?")
_OVER = Pattern(r"(?:\bwell\s)?\bover\s{1,3}" + BETWEEN, IGNORECASE)
# What takes words off that bound nothing.
_STEPS = (without_condition, without_place, without_link, without_rival)


def find_qualifier(s: Situation) -> Qualifier:
    """The qualifier of a quantity; the outer one of two; a list shares that of its first member."""
    if is_of_the_larger(s):
        return behind(s) or Qualifier.EXACT
    if s.quantity.dimension is Dimension.TIME and _FIRST_OVER.fullmatch(s.left):
        return Qualifier.EXACT  # "Over 7 days, ...": how long it went on
    if s.quantity.dimension is Dimension.COUNT and is_across(s):
        return behind(s) or Qualifier.EXACT
    left = s.left[-_REACH:]
    for step in _STEPS:
        left = step(s, left)
    own = before(left) or behind(s)
    if own is None and s.quantity.dimension in RATIOS and _OVER.search(left):
        own = Qualifier.AT_LEAST  # "gains over 5 points": what stands behind is no baseline
    return own or _of_list(s) or Qualifier.EXACT


def _of_list(s: Situation) -> Qualifier | None:
    """ "up to 3x, 4x and 5x": the first has it for all."""
    first = s.group[0]
    if first == s.index or s.quantity.dimension in (Dimension.NONE, Dimension.COUNT):
        return None
    if is_statistic(s) or LABELLED.match(s.list_right):
        return None
    start = s.siblings[first].start
    return before(s.doc.view[max(s.sentence.start, start - _REACH) : start])
