"""Measurements: an absolute value reached, observed or required, read by what its unit measures."""

from __future__ import annotations

from collections.abc import Callable

from extractors.claims.draft import Before, Outcome
from extractors.claims.measurement.by_unit import value_of_unit
from extractors.claims.measurement.bytes import amount_of_bytes
from extractors.claims.measurement.counterpart import instead_of, next_error, pair_of_points, second_of_pair
from extractors.claims.measurement.duration import duration
from extractors.claims.measurement.operations import amount_of_operations
from extractors.claims.measurement.percent import percentage
from extractors.claims.measurement.rate import rate
from extractors.claims.measurement.score import score
from extractors.claims.measurement.signal import value_of_a_signal
from extractors.numbers.units import Dimension
from extractors.situation import Situation

__all__ = ["read"]

_READERS: dict[Dimension, Callable[[Situation], Outcome]] = {
    Dimension.TIME: duration,
    Dimension.BYTES: amount_of_bytes,
    Dimension.SIGNAL: value_of_a_signal,
    Dimension.OPERATIONS: amount_of_operations,
}


def read(s: Situation, before: Before | None) -> Outcome:
    """A measurement, or null when the quantity may be of another kind."""
    return (
        second_of_pair(s, before)
        or pair_of_points(s)
        or instead_of(s, before)
        or next_error(s, before)
        or _by_dimension(s, before)
    )


def _by_dimension(s: Situation, before: Before | None) -> Outcome:
    dimension = s.quantity.dimension
    if dimension is Dimension.PERCENT:
        return percentage(s, before)
    if dimension is Dimension.NONE:
        return score(s, before)
    if dimension is Dimension.FREQUENCY:
        return rate(s, before)
    return _READERS.get(dimension, value_of_unit)(s)
