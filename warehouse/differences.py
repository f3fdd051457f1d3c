"""What differs between the warehouse as of one run and as of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal

import duckdb

from schemas.tables import SCHEMAS
from schemas.vocabulary import Kind, Metric
from warehouse import papers, runs
from warehouse.connection import count, told
from warehouse.errors import WarehouseError
from warehouse.files import connect_reader
from warehouse.matching import PLACE, Row, pair, said
from warehouse.migrations import advice
from warehouse.runs import RunSummary

_SURROUNDINGS = {*PLACE, "sentence"}
_FETCH = 2048  # rows: DuckDB's own vector


@dataclass(frozen=True, slots=True)
class Change:
    """A row that came, went, says something else, or only stands elsewhere or among other words than it did.

    ``relation`` is ``papers``, ``claims``, ``hardware_mentions`` or ``links``. ``old`` and ``new`` are the columns of
    the row that say something (and a claim's id); a row that came has no old ones, a row that went no new ones.
    """

    relation: str
    title: str  # of the paper, as it now stands
    old: Row | None
    new: Row | None

    @property
    def row(self) -> Row:
        """The row as it is, or as it was when it went."""
        return self.new or self.old or {}

    @property
    def differences(self) -> dict[str, tuple[Any, Any]]:
        """What the columns said that say something else, and what they say; empty when there are no two rows."""
        if self.old is None or self.new is None:
            return {}
        return {
            name: (self.old[name], self.new[name]) for name in said(self.relation) if self.old[name] != self.new[name]
        }

    @property
    def how(self) -> Literal["came", "went", "moved", "changed"]:
        """What happened to the row."""
        if self.old is None:
            return "came"
        if self.new is None:
            return "went"
        return "moved" if self.differences.keys() <= _SURROUNDINGS else "changed"


@dataclass(frozen=True, slots=True)
class Only:
    """The changes asked for: of a paper, named as in :func:`warehouse.find_paper`; of claims of a metric or a kind.

    Raises:
        WarehouseError: there is no such metric or kind.
    """

    paper: str | None = None
    metric: str | None = None
    kind: str | None = None

    def __post_init__(self) -> None:
        for name, known in (("metric", Metric), ("kind", Kind)):
            value = getattr(self, name)
            if value is not None and value not in list(known):
                raise WarehouseError(f"there is no {name} {value!r}; there are: {', '.join(known)}")

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations in which there can be such changes."""
        return ("claims",) if self.metric or self.kind else tuple(SCHEMAS)

    def fits(self, change: Change) -> bool:
        """Whether it is of that metric and kind, before or after."""
        wanted = {name: value for name in ("metric", "kind") if (value := getattr(self, name))}
        sides = [row for row in (change.old, change.new) if row]
        return all(any(row[name] == value for row in sides) for name, value in wanted.items())


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes from one run to another, by paper; to be read once.

    ``passed_over`` counts the other papers whose title contains what was asked for, as of
    :class:`warehouse.StoredPaper`.
    """

    old: RunSummary
    new: RunSummary
    rows: Iterator[Change]
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class _Differing:
    """A row that one of the two runs has and the other has not."""

    paper_id: str
    relation: str
    title: str
    is_new: bool
    row: Row


@contextmanager
def changes(
    path: Path, old: str | None = None, new: str | None = None, only: Only | None = None
) -> Iterator[Changes]:
    """What is different as of the run ``new`` from what was as of ``old``, however they lie in time.

    A run is named by its id, a beginning of it that no other has, ``latest``, or -1 for the last that finished, -2
    for the one before, and so on. Without ``new`` it is the last, without ``old`` the one before that. What only
    differs in when it was seen, or in the version of the extractor that confirmed it, is no change.

    Raises:
        WarehouseError: there is no such run or paper, a name fits several, or the file can not be read.
    """
    only = only or Only()
    with closing(connect_reader(path)) as connection, told(path):
        if not count(connection, "SELECT count(*) FROM duckdb_functions() WHERE function_name = 'claims_at'"):
            raise WarehouseError(f"{path}: no run can be gone back to{advice(connection)}")
        finished = count(connection, "SELECT count(*) FROM runs WHERE finished_at IS NOT NULL")
        if old is None and finished < 2:
            raise WarehouseError(f"{path}: {finished or 'no'} run has finished, and it takes two to compare")
        before, after = (
            _run(connection, name) for name in ("-2" if old is None else old, "-1" if new is None else new)
        )
        paper_id, others = None, 0
        if only.paper is not None:
            paper_id = papers.resolve(connection, only.paper)
            others = papers.passed_over(connection, only.paper, paper_id)
        yield Changes(before, after, _changes(connection, before, after, only, paper_id), others)


def _run(connection: duckdb.DuckDBPyConnection, name: str) -> RunSummary:
    row = connection.execute("SELECT run_named(?)", [name]).fetchone()
    assert row is not None
    return runs.summary(connection, row[0])


def _changes(
    connection: duckdb.DuckDBPyConnection, old: RunSummary, new: RunSummary, only: Only, paper_id: str | None
) -> Iterator[Change]:
    streams = [_differing(connection, relation, old, new, paper_id) for relation in only.relations]
    for _, of_paper in groupby(merge(*streams, key=attrgetter("paper_id")), key=attrgetter("paper_id")):
        yield from filter(only.fits, _paired(of_paper))


def _differing(
    connection: duckdb.DuckDBPyConnection, relation: str, old: RunSummary, new: RunSummary, paper_id: str | None
) -> Iterator[_Differing]:
    """The rows of a relation that only one of the two runs has, in the order of the papers' ids."""
    columns = ", ".join((["claim_id"] if relation == "claims" else []) + list(said(relation)))
    # Each row stands once in a run, so one that both runs have comes to nothing.
    cursor = connection.cursor().execute(
        f"""
        WITH both_runs AS (
            SELECT -1 AS side_, {columns} FROM {relation}_at($old)
            UNION ALL
            SELECT 1, {columns} FROM {relation}_at($new)
        ),
        differing AS (
            SELECT sum(side_) > 0 AS is_new_, {columns} FROM both_runs
            WHERE paper_id = coalesce($paper, paper_id) GROUP BY {columns} HAVING sum(side_) <> 0
        )
        SELECT p.title AS title_, d.* FROM differing d JOIN papers p USING (paper_id) ORDER BY d.paper_id
        """,
        {"paper": paper_id, "old": old.run_id, "new": new.run_id},
    )
    names = [column[0] for column in cursor.description]
    while found := cursor.fetchmany(_FETCH):
        for values in found:
            row = dict(zip(names, values, strict=True))
            yield _Differing(row["paper_id"], relation, row.pop("title_"), row.pop("is_new_"), row)


def _paired(of_paper: Iterable[_Differing]) -> Iterator[Change]:
    """The changes of a paper: its own first, then those of its rows as the text goes."""
    for relation, group in groupby(of_paper, key=attrgetter("relation")):  # merge keeps the order of the relations
        rows = list(group)
        went, came = ([one.row for one in rows if one.is_new is is_new] for is_new in (False, True))
        yield from (Change(relation, rows[0].title, *both) for both in pair(relation, went, came))
