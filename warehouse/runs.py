"""The ledger: one row a run, opened first, counted with every batch, finished last."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, fields

import duckdb

from warehouse.connection import transaction
from warehouse.errors import WarehouseError

RUNNING = "running"
INTERRUPTED = "interrupted"  # died before it was finished
_WITHOUT_A_WORD = "it was killed, or its end could not be written"


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is under way; its start is the time at which all that it loads was seen."""

    run_id: str
    started_at: dt.datetime  # UTC, without a zone
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A run that may be over."""

    run_id: str
    started_at: dt.datetime  # UTC, without a zone
    status: str


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What one batch did to the warehouse. A paper that the run had counted before is not counted again."""

    papers_new: int = 0
    papers_changed: int = 0
    papers_unchanged: int = 0
    claims: int = 0  # of the batch's papers, as they now stand
    claims_new: int = 0
    claims_replaced: int = 0
    rejected: int = 0

    def __add__(self, other: LoadCounts) -> LoadCounts:
        return LoadCounts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def papers_seen(self) -> int:
        """All of them."""
        return self.papers_new + self.papers_changed + self.papers_unchanged


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A row of ``runs``. Each paper counts once in a run, however often the feed lists it."""

    run_id: str
    started_at: dt.datetime  # UTC, without a zone
    finished_at: dt.datetime | None
    status: str
    feed: str
    extractor_version: str
    papers_seen: int
    papers_new: int
    papers_changed: int
    papers_unchanged: int
    claims: int  # of the papers seen, as they now stand
    claims_new: int
    claims_replaced: int
    rejected: int


def start(connection: duckdb.DuckDBPyConnection, feed: str, extractor_version: str) -> str:
    """Open a row for a run and mark those that were never finished: the file has one writer, so they died."""
    with transaction(connection):
        connection.execute(
            "UPDATE runs SET status = ?, reason = ? WHERE status = ?", [INTERRUPTED, _WITHOUT_A_WORD, RUNNING]
        )
        now = _now()
        last = connection.execute("SELECT max(started_at) FROM runs").fetchone()
        if last and last[0] and last[0] >= now:  # the clock was set back: the order of runs still holds
            now = last[0] + dt.timedelta(microseconds=1)
        run_id = f"{now:%Y%m%dT%H%M%S.%fZ}-{secrets.token_hex(2)}"
        connection.execute(
            "INSERT INTO runs (run_id, started_at, status, feed, extractor_version) VALUES (?, ?, ?, ?, ?)",
            [run_id, now, RUNNING, feed, extractor_version],
        )
    return run_id


def finish(connection: duckdb.DuckDBPyConnection, run_id: str, status: str, reason: str | None = None) -> RunSummary:
    """Close the run's row; ``reason``: why it did not complete."""
    if status == RUNNING:
        raise WarehouseError(f"a run can not finish as {RUNNING!r}")
    with transaction(connection):
        run = under_way(connection, run_id)
        finished = max(_now(), run.started_at)
        connection.execute(
            "UPDATE runs SET status = ?, finished_at = ?, reason = ? WHERE run_id = ?",
            [status, finished, reason, run_id],
        )
    return summary(connection, run_id)


def count(connection: duckdb.DuckDBPyConnection, run: Run, counts: LoadCounts) -> None:
    """Add what a batch did to the run's row; part of the batch's own transaction."""
    counted = {field.name: getattr(counts, field.name) for field in fields(counts)}
    counted["papers_seen"] = counts.papers_seen
    added = {name: number for name, number in counted.items() if number}
    if added:
        additions = ", ".join(f"{name} = {name} + ${name}" for name in added)
        connection.execute(f"UPDATE runs SET {additions} WHERE run_id = $run_id", added | {"run_id": run.run_id})


def last(connection: duckdb.DuckDBPyConnection) -> Begun | None:
    """The run that began last."""
    row = connection.execute("SELECT run_id, started_at, status FROM runs ORDER BY run_id DESC LIMIT 1").fetchone()
    return Begun(*row) if row else None


def under_way(connection: duckdb.DuckDBPyConnection, run_id: str) -> Run:
    """The run of that id, which must be under way."""
    row = connection.execute(
        "SELECT status, started_at, extractor_version FROM runs WHERE run_id = ?", [run_id]
    ).fetchone()
    if row is None:
        raise WarehouseError(f"there is no run {run_id}")
    status, started_at, extractor_version = row
    if status != RUNNING:
        raise WarehouseError(f"run {run_id} is over ({status})")
    return Run(run_id, started_at, extractor_version)


def summary(connection: duckdb.DuckDBPyConnection, run_id: str) -> RunSummary:
    """The row of a run."""
    columns = ", ".join(field.name for field in fields(RunSummary))
    row = connection.execute(f"SELECT {columns} FROM runs WHERE run_id = ?", [run_id]).fetchone()
    if row is None:
        raise WarehouseError(f"there is no run {run_id}")
    return RunSummary(*row)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
