"""How the number bounds the value: up to, over, about."""

from __future__ import annotations

from extractors.context.qualifier.before import before
from extractors.context.qualifier.behind import behind
from extractors.context.qualifier.hedges import BETWEEN
from extractors.context.qualifier.over import is_across
from extractors.context.qualifier.place import LABELLED, without_condition, without_link, without_place
from extractors.context.qualifier.rival import RATIOS, is_of_the_larger, without_rival
from extractors.context.qualifier.statistic import is_statistic
from extractors.endings import Ending
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
    if _is_against_one(s) or _comes_from(s):
        return behind(s) or Qualifier.EXACT
    left = s.left[-_REACH:]
    for step in _STEPS:
        left = step(s, left)
    own = before(left) or behind(s)
    if own is None and s.quantity.dimension in RATIOS and _OVER.search(left):
        own = Qualifier.AT_LEAST  # "gains over 5 points": what stands behind is no baseline
    return own or _of_list(s) or Qualifier.EXACT


def _is_against_one(s: Situation) -> bool:
    """ "scales to 9x over a single machine": the rival, not more than one."""
    factor = s.previous is not None and s.previous.dimension is Dimension.TIMES
    return factor and s.near_left == " over " and s.quantity.dimension is Dimension.DEVICES


# "brings both up to 0.7 and 0.8 from 0.5 and 0.6": the "up" is of the verb
_UP = Ending(
    r"\b(?:bring|brought|rais|push|lift|driv|drove|tak|took|mov|go|went|ramp|climb|jump)(?:e?s|ed|ing|e)?\s(?:[^,;:()]{1,60}\s)?up\sto\s[~$]?$"
)
_FROM = Pattern(r"[%$\\]{0,3}\sfrom\s[~$]?\d")


def _comes_from(s: Situation) -> bool:
    return _FROM.match(s.list_right) is not None and _UP.search(s.list_left) is not None


def _of_list(s: Situation) -> Qualifier | None:
    """ "up to 3x, 4x and 5x": the first has it for all."""
    first = s.group[0]
    if first == s.index or s.quantity.dimension in (Dimension.NONE, Dimension.COUNT):
        return None
    if is_statistic(s) or LABELLED.match(s.list_right):
        return None
    start = s.siblings[first].start
    return before(s.doc.view[max(s.sentence.start, start - _REACH) : start])
