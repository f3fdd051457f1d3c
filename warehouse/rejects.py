"""What was refused, each refusal once, and in the ledger every run that met it."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

from schemas.identity import digest
from schemas.records import Reject
from schemas.vocabulary import Stage
from warehouse.connection import count
from warehouse.incoming import bring_in
from warehouse.runs import Run

_COLUMNS = ("reject_id", "stage", "locator", "reason", "payload")


def store(connection: duckdb.DuckDBPyConnection, run: Run, rejects: Sequence[Reject]) -> int:
    """Store the refusals, inside the caller's transaction; how many of them are new to the run."""
    if not rejects:
        return 0
    bring_in(connection, {"rejects": _frame_of(rejects)})
    connection.execute(
        "INSERT INTO rejects BY NAME SELECT i.*, ? AS rejected_at, ? AS run_id "
        "FROM incoming_rejects i ANTI JOIN rejects r ON i.reject_id = r.reject_id",
        [run.started_at, run.run_id],
    )
    return count(
        connection,
        "INSERT INTO run_rejects SELECT ?, i.reject_id FROM incoming_rejects i "
        "ANTI JOIN (FROM run_rejects WHERE run_id = ?) r ON i.reject_id = r.reject_id",
        [run.run_id, run.run_id],
    )


def of_run(connection: duckdb.DuckDBPyConnection, run_id: str) -> list[Reject]:
    """What the run refused, in the order of the locators."""
    rows = connection.execute(
        "SELECT stage, locator, reason, payload FROM rejects "
        "SEMI JOIN (FROM run_rejects WHERE run_id = ?) USING (reject_id) ORDER BY locator, reason, payload",
        [run_id],
    ).fetchall()
    return [Reject(Stage(stage), locator, reason, payload) for stage, locator, reason, payload in rows]


def _frame_of(rejects: Sequence[Reject]) -> pl.DataFrame:
    rows = {}  # the same refusal is the same row
    for reject in rejects:
        texts = [_storable(text) for text in (reject.stage, reject.locator, reject.reason, reject.payload)]
        rows[digest(texts)] = texts
    return pl.DataFrame(
        [(reject_id, *texts) for reject_id, texts in rows.items()],
        schema=dict.fromkeys(_COLUMNS, pl.String),
        orient="row",
    )


def _storable(text: str) -> str:
    # Half of a surrogate pair, as a feed that is not UTF-8 leaves behind, is no text to a database.
    return str(text).encode("utf-8", "backslashreplace").decode("utf-8")
