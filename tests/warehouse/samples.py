"""Papers made to measure, and a way to look at all of a warehouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.factor import factor
from schemas.records import Claim, Extraction, Link, Mention, Paper
from schemas.tables import Tables, tabulate
from schemas.vocabulary import Direction, Field, Kind, LinkType, Metric, Qualifier, Statistic
from warehouse import WarehouseError

Found = tuple[Paper, Extraction]


def paper(number: int = 1, *, speed: float = 2.0, words: str = "", **given: Any) -> Paper:
    """A paper that says how much faster it is; ``words`` stand in front and move every span."""
    abstract = (
        f"{words} Sorter{number} 🚀 is {speed:g}x faster on a NVIDIA V100. See https://github.com/acme/s{number}."
    )
    known: dict[str, Any] = {"arxiv_id": f"2401.{number:05}", "source": "jsonl"}
    return Paper.of(f"Sorter{number}: Sorting at Speed", abstract, **known | given)


def found(number: int = 1, *, speed: float = 2.0, words: str = "", rule: str = "times", **given: Any) -> Found:
    """The paper and all that stands in it."""
    made = paper(number, speed=speed, words=words, **given)
    claim = comparison(made, f"{speed:g}x", speed, rule=rule, hardware=("NVIDIA V100",))
    url = f"https://github.com/acme/s{number}"
    link = Link(*span(made, url), url=url, type=LinkType.REPOSITORY, repo=url.removeprefix("https://"))
    mention = Mention(*span(made, "NVIDIA V100"), name="NVIDIA V100", rule="catalogue")
    return made, Extraction((claim,), (mention,), (link,), system=f"Sorter{number}")


def comparison(
    made: Paper,
    quote: str,
    low: float,
    high: float | None = None,
    *,
    metric: Metric = Metric.SPEED,
    rule: str = "times",
    qualifier: Qualifier = Qualifier.EXACT,
    statistic: Statistic | None = None,
    **more: Any,
) -> Claim:
    defined = factor(low, high or low, "x", metric, Direction.INCREASE)
    return Claim(
        *span(made, quote),
        kind=Kind.COMPARISON,
        low=low,
        high=high or low,
        unit="x",
        metric=metric,
        direction=Direction.INCREASE,
        qualifier=qualifier,
        statistic=statistic,
        factor_low=defined.low if defined else None,
        factor_high=defined.high if defined else None,
        sentence=made.abstract,
        rule=rule,
        **more,
    )


def span(made: Paper, quote: str) -> tuple[Field, int, int, str]:
    start = made.abstract.index(quote)
    return Field.ABSTRACT, start, start + len(quote), quote


def batch(results: Iterable[Found], version: str = "1") -> Tables:
    return tabulate(results, version)


def feed(count: int, **given: Any) -> list[Found]:
    return [found(number, **given) for number in range(1, count + 1)]


Dump = dict[str, list[tuple[Any, ...]]]


def dump(path: Path) -> Dump:
    """Every row of every table, in an order of its own; without the ledger, and without ``last_seen`` of a paper."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        rows = {}
        for name in sorted(set(names) - {"runs", "run_rejects"}):
            columns = "* EXCLUDE (last_seen)" if name == "papers" else "*"
            rows[name] = sorted(connection.execute(f"SELECT {columns} FROM {name}").fetchall(), key=repr)
        return rows


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def columns(path: Path, relation: str) -> list[str]:
    return [str(name) for name, *_ in rows(path, f"DESCRIBE {relation}")]


def refusal(opener: Callable[[Path], object], path: Path, kind: type[WarehouseError] = WarehouseError) -> str:
    """What is said of the path when it is opened, in one line, without the path."""
    with pytest.raises(kind) as caught:
        opener(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


DAY = dt.date(2024, 1, 3)
