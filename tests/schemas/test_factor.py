"""The factor: "how many times better", row by row of its definition."""

from __future__ import annotations

import math

import pytest

from schemas.factor import Form, factor
from schemas.vocabulary import Direction, Metric, Polarity

UP, DOWN = Direction.INCREASE, Direction.DECREASE

HIGHER = [metric for metric in Metric if metric.polarity is Polarity.HIGHER and metric is not Metric.ACCURACY]
LOWER = [metric for metric in Metric if metric.polarity is Polarity.LOWER]
NEITHER = [metric for metric in Metric if metric.polarity is Polarity.NEITHER]


def value(
    reported: float, unit: str, metric: Metric, direction: Direction | None, form: Form = Form.BY
) -> float | None:
    """The factor of a single reported number, whose two ends have to agree."""
    found = factor(reported, reported, unit, metric, direction, form)
    if found is None:
        return None
    assert found.low == found.high
    return found.high


# What is said, the number, its unit, the metric, where it moved, the factor.
SAID = [
    # k times faster, higher, speedup, k-fold, improvement
    ("2x faster", 2, "x", Metric.SPEED, UP, 2),
    ("a 2.4x speedup", 2.4, "x", Metric.SPEED, UP, 2.4),
    ("17x higher throughput", 17, "x", Metric.THROUGHPUT, UP, 17),
    ("a 5-fold better energy efficiency", 5, "x", Metric.ENERGY_EFFICIENCY, UP, 5),
    ("10x compression", 10, "x", Metric.COMPRESSION, UP, 10),
    ("four times larger batches", 4, "x", Metric.CAPACITY, UP, 4),
    # k times lower, less, reduced by k
    ("22 times less memory", 22, "x", Metric.MEMORY, DOWN, 22),
    ("latency reduced by 6x", 6, "x", Metric.LATENCY, DOWN, 6),
    ("halves the runtime", 2, "x", Metric.RUNTIME, DOWN, 2),
    ("3.5x lower power", 3.5, "x", Metric.POWER, DOWN, 3.5),
    # better when higher, up by p%
    ("30% higher throughput", 30, "%", Metric.THROUGHPUT, UP, 1.3),
    ("a 100% speedup", 100, "%", Metric.SPEED, UP, 2),
    ("outperforms by 317%", 317, "%", Metric.SPEED, UP, 4.17),
    # better when lower, down by p%
    ("latency reduced by 30%", 30, "%", Metric.LATENCY, DOWN, 1 / 0.7),
    ("memory reduced by 61%", 61, "%", Metric.MEMORY, DOWN, 1 / 0.39),
    ("energy reduced by 50%", 50, "%", Metric.ENERGY, DOWN, 2),
    ("error reduced by 90%", 90, "%", Metric.ERROR, DOWN, 10),
    # an improvement or gain by p% of what is better when lower is a reduction by p%
    ("29% latency gains", 29, "%", Metric.LATENCY, DOWN, 1 / 0.71),
    # a time metric that is p% faster is speed
    ("45% faster training", 45, "%", Metric.SPEED, UP, 1.45),
    # better when lower, up by p%
    ("7.1% latency overhead", 7.1, "%", Metric.LATENCY, UP, 1 / 1.071),
    ("3% overhead", 3, "%", Metric.OVERHEAD, UP, 1 / 1.03),
    ("100% more memory", 100, "%", Metric.MEMORY, UP, 0.5),
    ("300% more memory", 300, "%", Metric.MEMORY, UP, 0.25),
    # better when higher, down by p%
    ("throughput down by 20%", 20, "%", Metric.THROUGHPUT, DOWN, 0.8),
    ("energy efficiency down by 12%", 12, "%", Metric.ENERGY_EFFICIENCY, DOWN, 0.88),
    # n orders of magnitude
    ("an order of magnitude faster", 1, "orders of magnitude", Metric.SPEED, UP, 10),
    ("three orders of magnitude faster", 3, "orders of magnitude", Metric.SPEED, UP, 1000),
    ("two orders of magnitude less energy", 2, "orders of magnitude", Metric.ENERGY, DOWN, 100),
    ("half an order of magnitude faster", 0.5, "orders of magnitude", Metric.SPEED, UP, math.sqrt(10)),
    # a worsening by k times
    ("4x slower", 4, "x", Metric.SPEED, DOWN, 0.25),
    ("1.5x more memory", 1.5, "x", Metric.MEMORY, UP, 1 / 1.5),
    ("two orders of magnitude slower", 2, "orders of magnitude", Metric.SPEED, DOWN, 0.01),
    # no change
    ("1x", 1, "x", Metric.SPEED, UP, 1),
    ("0% overhead", 0, "%", Metric.OVERHEAD, UP, 1),
    ("0% reduction", 0, "%", Metric.LATENCY, DOWN, 1),
]


@pytest.mark.parametrize(
    ("reported", "unit", "metric", "direction", "wanted"), [row[1:] for row in SAID], ids=[row[0] for row in SAID]
)
def test_factor_of_what_is_said(
    reported: float, unit: str, metric: Metric, direction: Direction, wanted: float
) -> None:
    assert value(reported, unit, metric, direction) == pytest.approx(wanted)


@pytest.mark.parametrize("metric", LOWER)
def test_every_metric_that_is_better_when_lower(metric: Metric) -> None:
    assert value(4, "x", metric, DOWN) == pytest.approx(4)
    assert value(4, "x", metric, UP) == pytest.approx(0.25)
    assert value(20, "%", metric, DOWN) == pytest.approx(1.25)
    assert value(25, "%", metric, UP) == pytest.approx(0.8)
    assert value(25, "%", metric, DOWN, Form.TO) == pytest.approx(4)
    assert value(2, "orders of magnitude", metric, DOWN) == pytest.approx(100)


@pytest.mark.parametrize("metric", HIGHER)
def test_every_metric_that_is_better_when_higher(metric: Metric) -> None:
    assert value(4, "x", metric, UP) == pytest.approx(4)
    assert value(4, "x", metric, DOWN) == pytest.approx(0.25)
    assert value(20, "%", metric, UP) == pytest.approx(1.2)
    assert value(20, "%", metric, DOWN) == pytest.approx(0.8)
    assert value(25, "%", metric, DOWN, Form.TO) == pytest.approx(0.25)
    assert value(2, "orders of magnitude", metric, UP) == pytest.approx(100)


def test_every_metric_has_one_polarity_and_accuracy_is_better_when_higher() -> None:
    assert sorted([*HIGHER, *LOWER, *NEITHER, Metric.ACCURACY]) == sorted(Metric)
    assert Metric.ACCURACY.polarity is Polarity.HIGHER


# Reduced to p% of the baseline.
SHARES = [
    ("reduced to 80.5% of the FLOPs", 80.5, Metric.COMPUTE, 100 / 80.5),
    ("with less than 25% communication volume", 25, Metric.COMMUNICATION, 4),
    ("as low as 0.8% of the latency", 0.8, Metric.LATENCY, 125),
    ("to 100% of the memory", 100, Metric.MEMORY, 1),
    ("to 120% of the memory", 120, Metric.MEMORY, 100 / 120),
    ("keeps 98% of the throughput", 98, Metric.THROUGHPUT, 0.98),
]


@pytest.mark.parametrize(
    ("reported", "metric", "wanted"), [row[1:] for row in SHARES], ids=[row[0] for row in SHARES]
)
def test_factor_of_a_change_to_a_share(reported: float, metric: Metric, wanted: float) -> None:
    assert value(reported, "%", metric, DOWN, Form.TO) == pytest.approx(wanted)


# Both ends, in the order of the reported numbers.
RANGES = [
    ("1.2-2.4x faster", (1.2, 2.4), "x", Metric.SPEED, UP, Form.BY, (1.2, 2.4)),
    ("3-4x less memory", (3, 4), "x", Metric.MEMORY, DOWN, Form.BY, (3, 4)),
    ("outperforms by 10-40%", (10, 40), "%", Metric.SPEED, UP, Form.BY, (1.1, 1.4)),
    ("costs reduced by 33%-53%", (33, 53), "%", Metric.COST, DOWN, Form.BY, (1 / 0.67, 1 / 0.47)),
    ("2 to 4 times slower", (2, 4), "x", Metric.SPEED, DOWN, Form.BY, (0.5, 0.25)),
    ("5-10% overhead", (5, 10), "%", Metric.OVERHEAD, UP, Form.BY, (1 / 1.05, 1 / 1.1)),
    ("throughput lower by 5-10%", (5, 10), "%", Metric.THROUGHPUT, DOWN, Form.BY, (0.95, 0.9)),
    ("2-3 orders of magnitude faster", (2, 3), "orders of magnitude", Metric.SPEED, UP, Form.BY, (100, 1000)),
    ("cut to 20-50% of the memory", (20, 50), "%", Metric.MEMORY, DOWN, Form.TO, (5, 2)),
    ("adds 0.02-0.25x extra cost", (0.02, 0.25), "x", Metric.COST, UP, Form.ADDED, (1 / 1.02, 0.8)),
]


@pytest.mark.parametrize(
    ("reported", "unit", "metric", "direction", "form", "wanted"),
    [row[1:] for row in RANGES],
    ids=[row[0] for row in RANGES],
)
def test_factor_of_a_range(
    reported: tuple[float, float],
    unit: str,
    metric: Metric,
    direction: Direction,
    form: Form,
    wanted: tuple[float, float],
) -> None:
    found = factor(*reported, unit, metric, direction, form)
    assert found is not None
    assert (found.low, found.high) == pytest.approx(wanted)


# Where no factor is defined.
NULLS = [
    ("accuracy up by p%", 4, "%", Metric.ACCURACY, UP, Form.BY),
    ("accuracy up k times", 2, "x", Metric.ACCURACY, UP, Form.BY),
    ("accuracy kept to p%", 98, "%", Metric.ACCURACY, DOWN, Form.TO),
    ("points of a score", 3.7, "pp", Metric.ACCURACY, UP, Form.BY),
    ("points of something else", 3.7, "pp", Metric.UTILIZATION, UP, Form.BY),
    ("a reduction by all of it", 100, "%", Metric.OVERHEAD, DOWN, Form.BY),
    ("a reduction by more than all of it", 120, "%", Metric.LATENCY, DOWN, Form.BY),
    ("a loss of all throughput", 100, "%", Metric.THROUGHPUT, DOWN, Form.BY),
    ("a change to nothing", 0, "%", Metric.MEMORY, DOWN, Form.TO),
    ("slower by zero times", 0, "x", Metric.SPEED, DOWN, Form.BY),
    ("no direction", 3, "x", Metric.SPEED, None, Form.BY),
    ("a difference in a unit of measurement", 30, "ms", Metric.LATENCY, DOWN, Form.BY),
    ("a difference with no unit", 30, "", Metric.LATENCY, DOWN, Form.BY),
]


@pytest.mark.parametrize(
    ("reported", "unit", "metric", "direction", "form"), [row[1:] for row in NULLS], ids=[row[0] for row in NULLS]
)
def test_where_no_factor_is_defined(
    reported: float, unit: str, metric: Metric, direction: Direction | None, form: Form
) -> None:
    assert factor(reported, reported, unit, metric, direction, form) is None


@pytest.mark.parametrize("metric", NEITHER)
@pytest.mark.parametrize("unit", ["x", "%", "orders of magnitude"])
@pytest.mark.parametrize("direction", list(Direction))
def test_a_metric_of_no_polarity_has_no_factor(metric: Metric, unit: str, direction: Direction) -> None:
    assert factor(3, 3, unit, metric, direction) is None


def test_a_range_that_reaches_a_reduction_by_all_has_no_factor() -> None:
    assert factor(90, 100, "%", Metric.MEMORY, DOWN) is None


@pytest.mark.parametrize("orders", [309, 1000, math.inf])
def test_a_factor_beyond_floats_is_none(orders: float) -> None:
    assert factor(orders, orders, "orders of magnitude", Metric.SPEED, UP) is None


@pytest.mark.parametrize(
    ("reported", "unit", "metric", "direction", "form", "formula"),
    [
        (2, "x", Metric.SPEED, UP, Form.BY, "k"),
        (2, "x", Metric.SPEED, DOWN, Form.BY, "1/k"),
        (2, "orders of magnitude", Metric.SPEED, UP, Form.BY, "10^n"),
        (2, "orders of magnitude", Metric.SPEED, DOWN, Form.BY, "1/10^n"),
        (0.05, "x", Metric.COST, UP, Form.ADDED, "1/(1 + k)"),
        (30, "%", Metric.THROUGHPUT, UP, Form.BY, "1 + p/100"),
        (30, "%", Metric.THROUGHPUT, DOWN, Form.BY, "1 - p/100"),
        (30, "%", Metric.LATENCY, DOWN, Form.BY, "1/(1 - p/100)"),
        (30, "%", Metric.LATENCY, UP, Form.BY, "1/(1 + p/100)"),
        (30, "%", Metric.LATENCY, DOWN, Form.TO, "100/p"),
        (30, "%", Metric.THROUGHPUT, DOWN, Form.TO, "p/100"),
    ],
)
def test_the_formula_is_given_in_words(
    reported: float, unit: str, metric: Metric, direction: Direction, form: Form, formula: str
) -> None:
    found = factor(reported, reported, unit, metric, direction, form)
    assert found is not None
    assert found.formula == formula
