"""A small batch of papers in which every row is right, to plant errors in."""

from __future__ import annotations

import datetime as dt

from schemas.factor import Form, factor
from schemas.records import Claim, Extraction, Link, Mention, Paper
from schemas.tables import Tables, tabulate
from schemas.vocabulary import Direction, Field, Kind, LinkType, Metric, Qualifier

TITLE = "Quillon: Faster Sorting on Small Boards"
# Beyond the basic plane and with a combining accent, so that code points, bytes and UTF-16 units all differ.
ABSTRACT = (
    "We 🚀 present Quillon, a cafe\u0301-sized sorter. Latency falls by 20% on an NVIDIA V100, and memory shrinks to "
    "50% of the rival's. It needs 3.1 GB. Code: https://github.com/quillon/sorter and https://quillon.example/demo."
)


def span(quote: str, field: Field = Field.ABSTRACT) -> tuple[Field, int, int, str]:
    """The span of the first place where the quote stands."""
    start = (TITLE if field is Field.TITLE else ABSTRACT).index(quote)
    return field, start, start + len(quote), quote


def sentence(quote: str) -> str:
    return next(part for part in ABSTRACT.split(". ") if quote in part)


def comparison(quote: str, value: float, metric: Metric, form: Form) -> Claim:
    defined = factor(value, value, "%", metric, Direction.DECREASE, form)
    assert defined is not None
    return Claim(
        *span(quote),
        kind=Kind.COMPARISON,
        low=value,
        high=value,
        unit="%",
        metric=metric,
        direction=Direction.DECREASE,
        hardware=("NVIDIA V100",) if metric is Metric.LATENCY else (),
        factor_low=defined.low,
        factor_high=defined.high,
        sentence=sentence(quote),
        rule="percent",
        confidence=0.9,
    )


def paper() -> Paper:
    return Paper.of(
        TITLE,
        ABSTRACT,
        source="jsonl",
        url="https://arxiv.org/abs/2401.01234v2",
        doi="10.1234/quillon.7",
        published=dt.date(2024, 1, 3),
        categories=("cs.DC", "cs.PF"),
    )


def extraction() -> Extraction:
    return Extraction(
        claims=(
            comparison("20%", 20, Metric.LATENCY, Form.BY),
            comparison("50%", 50, Metric.MEMORY, Form.TO),
            Claim(
                *span("3.1 GB"),
                kind=Kind.MEASUREMENT,
                low=3.1,
                high=3.1,
                unit="GB",
                metric=Metric.MEMORY,
                qualifier=Qualifier.EXACT,
                sentence=sentence("3.1 GB"),
                rule="measurement",
            ),
        ),
        mentions=(Mention(*span("NVIDIA V100"), name="NVIDIA V100", rule="catalogue"),),
        links=(
            Link(
                *span("https://github.com/quillon/sorter"),
                url="https://github.com/quillon/sorter",
                type=LinkType.REPOSITORY,
                repo="github.com/quillon/sorter",
                ref="main",
            ),
            Link(*span("https://quillon.example/demo"), url="https://quillon.example/demo", type=LinkType.PAGE),
        ),
        system="Quillon",
    )


def batch() -> Tables:
    return tabulate([(paper(), extraction())], "1.0.0")
