"""Papers that a feed lists again and that need not be read again: a look-up a batch, by the digest of their text."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

from schemas.identity import text_digest
from schemas.records import Paper
from schemas.tables import papers_frame
from warehouse import loader
from warehouse.connection import count
from warehouse.runs import LoadCounts, Run


def confirm(
    connection: duckdb.DuckDBPyConnection, run: Run, listed: Sequence[Paper]
) -> tuple[list[Paper], LoadCounts]:
    """Say of the papers whose text stands, read by the run's extractor, that they were seen again.

    What the feed says of them beside their text is brought up to date. The others are handed back, in their order;
    the counts are those of the papers confirmed.
    """
    amended = _look_up(connection, run, listed)
    counts = _see_again(connection, run)
    if amended:
        counts += loader.amend(connection, run, papers_frame([listed[place] for place in amended.values()]))
    confirmed = {place for (place,) in connection.execute("SELECT place FROM known WHERE NOT is_amended").fetchall()}
    confirmed.update(amended.values())
    return [paper for place, paper in enumerate(listed) if place not in confirmed], counts


def forget(connection: duckdb.DuckDBPyConnection, paper_ids: Sequence[str]) -> None:
    """Have these papers read again when they are listed again: a step of the extractor had given up on them."""
    if paper_ids:
        connection.execute("UPDATE papers SET text_digest = NULL WHERE list_contains(?, paper_id)", [paper_ids])


def _look_up(connection: duckdb.DuckDBPyConnection, run: Run, listed: Sequence[Paper]) -> dict[str, int]:
    """Make the table ``known`` of the papers recognised; of those of which the feed now says more, the last place.

    ``is_amended``: what it says changes their row. ``is_counted``: this run has met them before.
    """
    incoming = (  # noqa: F841 - DuckDB finds it by its name
        papers_frame(listed)
        .drop("title", "abstract", "system")
        .with_row_index("place")
        .with_columns(text_digest=pl.Series([text_digest(p.title, p.abstract) for p in listed], dtype=pl.Int64))
        .to_arrow()
    )
    # First by digest, which reads one column of all papers, then only these rows whole.
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE found AS "
        "SELECT place, p.rowid AS row_id FROM papers p JOIN incoming i ON p.text_digest = i.text_digest"
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE known AS
        SELECT place, row_id, p.paper_id, {loader.says_otherwise()} AS is_amended,
            p.last_seen = $started AS is_counted
        FROM found
        JOIN (SELECT rowid AS row_id, * FROM papers WHERE rowid IN (SELECT row_id FROM found)) p USING (row_id)
        JOIN incoming i USING (place)
        WHERE p.paper_id = i.paper_id AND p.extractor_version = $version
        """,
        {"started": run.started_at, "version": run.extractor_version},
    )
    return dict(connection.execute("SELECT paper_id, place FROM known WHERE is_amended ORDER BY place").fetchall())


def _see_again(connection: duckdb.DuckDBPyConnection, run: Run) -> LoadCounts:
    same = "(SELECT DISTINCT row_id, paper_id FROM known WHERE NOT is_amended AND NOT is_counted)"
    unchanged = count(connection, f"SELECT count(*) FROM {same}")
    if not unchanged:
        return LoadCounts()
    claims = count(connection, f"SELECT count(*) FROM claims SEMI JOIN {same} USING (paper_id)")
    connection.execute(
        f"UPDATE papers SET last_seen = ? WHERE rowid IN (SELECT row_id FROM {same})", [run.started_at]
    )
    return LoadCounts(papers_unchanged=unchanged, claims=claims)
