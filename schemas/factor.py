"""The factor: every comparison on one scale, "how many times better".

2 means twice as good, 1 no change, below 1 worse. Leaderboards rank by it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum

from schemas.vocabulary import Direction, Metric, Polarity, Unit


class Form(StrEnum):
    """How a percentage or a multiple is worded."""

    BY = "by"  # "reduced by 30%", "30% faster"
    ADDED = "added"  # "adds 0.02x extra cost": that much comes on top
    TO = "to"  # "reduced to 30% of the baseline", "at 0.7x its power"


@dataclass(frozen=True, slots=True)
class Factor:
    """``low`` and ``high`` in the order of the reported numbers, and the formula in words."""

    low: float
    high: float
    formula: str


def factor(
    low: float,
    high: float,
    unit: str,
    metric: Metric,
    direction: Direction | None,
    form: Form = Form.BY,
) -> Factor | None:
    """The factor of a comparison, or null where none is defined.

    ``low`` and ``high`` are in ``unit``: ``x``, ``%`` or ``orders of magnitude``; every other unit gives null, and
    so do ``accuracy``, a metric with no polarity, a reduction by 100% or more and a power of ten that no float holds.
    A duration that is said to *increase* in speed is :attr:`Metric.SPEED`; the caller names it so.

    >>> factor(30, 30, "%", Metric.LATENCY, Direction.DECREASE).high
    1.4285714285714286
    """
    if direction is None or metric is Metric.ACCURACY or metric.polarity is Polarity.NEITHER:
        return None
    better = (direction is Direction.INCREASE) == (metric.polarity is Polarity.HIGHER)
    if unit == Unit.PERCENT:
        return _of_percent(low, high, metric.polarity, direction, form)
    if unit == Unit.ORDERS:
        if max(low, high) > sys.float_info.max_10_exp:
            return None
        low, high, k = 10.0**low, 10.0**high, "10^n"
    elif unit == Unit.TIMES:
        better = better != (form is Form.TO)  # to 0.7 times as much
        k = "k"
        if form is Form.ADDED:
            low, high, k = 1 + low, 1 + high, "(1 + k)"
    else:
        return None
    if better:
        return Factor(low, high, k)
    if low <= 0 or high <= 0:
        return None
    return Factor(1 / low, 1 / high, f"1/{k}")


def _of_percent(low: float, high: float, polarity: Polarity, direction: Direction, form: Form) -> Factor | None:
    up = direction is Direction.INCREASE
    if form is Form.TO:
        if low <= 0 or high <= 0:
            return None
        if polarity is Polarity.LOWER:
            return Factor(100 / low, 100 / high, "100/p")
        return Factor(low / 100, high / 100, "p/100")
    if polarity is Polarity.HIGHER:
        if up:
            return Factor(1 + low / 100, 1 + high / 100, "1 + p/100")
        if max(low, high) >= 100:
            return None
        return Factor(1 - low / 100, 1 - high / 100, "1 - p/100")
    if up:
        return Factor(1 / (1 + low / 100), 1 / (1 + high / 100), "1/(1 + p/100)")
    if max(low, high) >= 100:
        return None
    return Factor(1 / (1 - low / 100), 1 / (1 - high / 100), "1/(1 - p/100)")
