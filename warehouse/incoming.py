"""A batch's frames as DuckDB sees them, and what makes a batch unfit to load at all."""

from __future__ import annotations

import duckdb
import polars as pl

from schemas.tables import SCHEMAS, Tables
from warehouse.children import CHILDREN
from warehouse.errors import WarehouseError
from warehouse.grounding import first_ungrounded, said


def bring_in(connection: duckdb.DuckDBPyConnection, frames: dict[str, pl.DataFrame]) -> None:
    """Have the frames as temporary tables ``incoming_<name>``, which SQL scans faster than frames, many times."""
    for name, frame in frames.items():
        connection.register("frame", frame.to_arrow())
        connection.execute(f"CREATE OR REPLACE TEMP TABLE incoming_{name} AS FROM frame")
        connection.unregister("frame")


def frames_of(tables: Tables) -> dict[str, pl.DataFrame]:
    """The frames by relation, columns in order."""
    return {name: frame.select(list(SCHEMAS[name])) for name, frame in tables.items()}


def refuse_repeats(tables: Tables) -> None:
    """Refuse a batch in which two rows stand for the same thing.

    Raises:
        WarehouseError: names the relation and the first of the rows.
    """
    keys = {"papers": ("paper_id",), **{child.name: child.key for child in CHILDREN}}
    for name, frame in tables.items():
        repeated = frame.filter(pl.struct(*keys[name]).is_duplicated())
        if not repeated.is_empty():
            row = repeated.select(keys[name]).row(0)
            raise WarehouseError(f"{name}: more than one row for {', '.join(map(str, row))}")


def refuse_ungrounded(connection: duckdb.DuckDBPyConnection, extractor_version: str) -> None:
    """Refuse a batch with a span that does not hold its quote, or with claims of another extractor than the run's.

    Raises:
        WarehouseError: names the relation and the first of the rows.
    """
    for child in CHILDREN:
        wrong = first_ungrounded(connection, f"incoming_{child.name}", "incoming_papers")
        if wrong:
            raise WarehouseError(f"{child.name}: {said(wrong)}; nothing of its batch was loaded")
    other = connection.execute(
        "SELECT claim_id, extractor_version FROM incoming_claims WHERE extractor_version <> ? LIMIT 1",
        [extractor_version],
    ).fetchone()
    if other:
        raise WarehouseError(
            f"claims: {other[0]} comes from extractor {other[1]}, but the run's is {extractor_version}"
        )
