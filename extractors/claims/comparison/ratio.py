"""Factors, orders of magnitude, percents and points: "2.4x faster", "30% less memory", "3 points better"."""

from __future__ import annotations

from dataclasses import replace

import regex

from extractors.claims.comparison.percent import is_a_value, share_of_the_counted
from extractors.claims.comparison.series import next_in_series, next_multiple, of_the_same_verb
from extractors.claims.comparison.sign import signed_difference
from extractors.claims.draft import Before, Draft
from extractors.context.change import Change, find_change
from extractors.endings import ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

# "can lead to an underestimation of the cost by up to 60%"
_ESTIMATES = ending(
    r"\b(?P<way>under|over)-?(?:estimat|stat)\w{1,5}\b[^,;:()]{0,60}\sby\s"
    rf"{HEDGES}$",
    regex.IGNORECASE,
)


_OPENS = Pattern(r"\s\(~?")
_CLOSES = Pattern(r"\)\s\p{L}")
# Rules of a change that say so little that what stands before the quantity may say more.
_WEAK = ("bare", "factor of", "points")


def of_ratio(s: Situation, before: Before | None, pair: Before | None) -> Draft | None:
    """What a list, a sign or the words around say has changed; null when the quantity may be a value."""
    percent = s.quantity.dimension is Dimension.PERCENT
    if percent and is_a_value(s):
        return None
    if said := _misjudged(s) or (share_of_the_counted(s) if percent else None):
        return said
    change = find_change(_of_both(s) if percent else s)
    if change is not None and not change.rule.startswith(_WEAK):
        return next_multiple(s, before, change) or _as_said(s, change)
    return (
        next_in_series(s, before)
        or of_the_same_verb(s, before)
        or signed_difference(s, change, pair)
        or (_as_said(s, change) if change else None)
    )


def _misjudged(s: Situation) -> Draft | None:
    """ "leads to an underestimation of the cost by up to 60%"."""
    estimated = _ESTIMATES.search(s.near_left)
    if estimated is None:
        return None
    direction = DOWN if estimated["way"].lower() == "under" else UP
    return Draft(Kind.COMPARISON, Metric.OTHER, s.quantity.unit, "estimate and by", direction)


def _of_both(s: Situation) -> Situation:
    """ "a 6% (10%) overhead": what stands behind the bracket is said of both."""
    if not _OPENS.fullmatch(s.near_right) or s.index + 1 >= len(s.siblings):
        return s
    second = s.siblings[s.index + 1]
    closed = second.dimension is s.quantity.dimension and _CLOSES.match(s.doc.view, second.end)
    return replace(s, quantity=second, index=s.index + 1) if closed else s


def _as_said(s: Situation, change: Change) -> Draft:
    return Draft(Kind.COMPARISON, change.metric, s.quantity.unit, change.rule, change.direction, change.form)
