"""Comparisons, that is how much more or less than something else: "2.4x faster", "by 3 points", "saves 12 GB"."""

from __future__ import annotations

from extractors.claims.comparison.amplified import amplified
from extractors.claims.comparison.denied import denial, instead_of_change
from extractors.claims.comparison.difference import difference, fewer_parameters, fewer_things
from extractors.claims.comparison.metric_list import of_its_place
from extractors.claims.comparison.nofactor import compares_nothing
from extractors.claims.comparison.pair import change_of_pair, factor_of_pair, step_of_pair
from extractors.claims.comparison.ratio import of_ratio
from extractors.claims.comparison.score import difference_of_scores
from extractors.claims.comparison.unnamed import of_what_was_measured
from extractors.claims.draft import Before, NoClaim, Outcome
from extractors.numbers.units import Dimension
from extractors.situation import Situation

__all__ = ["of_what_was_measured", "read"]

_RATIOS = (Dimension.TIMES, Dimension.ORDERS, Dimension.POINTS, Dimension.PERCENT)


def read(s: Situation, before: Before | None, pair: Before | None = None) -> Outcome:
    """A comparison, or null when the quantity may be of another kind; ``pair`` ends right before it."""
    dimension = s.quantity.dimension
    if dimension is Dimension.PARAMETERS:
        return fewer_parameters(s)
    if dimension is Dimension.DEVICES:
        return None
    if s.quantity.pair:
        return factor_of_pair(s, before) if dimension is Dimension.TIMES else None
    if refused := compares_nothing(s):
        return refused
    if dimension is Dimension.TIMES and (ratio := amplified(s)) is not None:
        return ratio
    if dimension in _RATIOS:
        change = change_of_pair(s, pair) or of_ratio(s, before, pair)
        if change is None:
            return NoClaim("how often, not how much") if dimension is Dimension.TIMES else None
        return instead_of_change(s, before) or denial(s) or of_its_place(s, change)
    if dimension is Dimension.NONE:
        return step_of_pair(s, pair) or _of_bare(s, before)
    return difference(s, before)


def _of_bare(s: Situation, before: Before | None) -> Outcome:
    """A number with no unit: how many fewer of a kind, or a difference of scores."""
    if s.quantity.in_words:
        return None
    return fewer_things(s) or difference_of_scores(s, before)
