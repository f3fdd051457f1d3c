"""Papers that need not be read again: a look-up a batch, by the digest of their text."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

from schemas.identity import text_digest
from schemas.records import Paper
from warehouse.runs import Run


def known(connection: duckdb.DuckDBPyConnection, run: Run, listed: Sequence[Paper]) -> dict[str, Paper]:
    """Of the papers listed, by id, those whose text stands as it is, read by the run's extractor."""
    digests = pl.DataFrame(  # noqa: F841 - DuckDB finds it by its name
        {
            "place": range(len(listed)),
            "paper_id": [paper.paper_id for paper in listed],
            "text_digest": [text_digest(paper.title, paper.abstract) for paper in listed],
        },
        schema={"place": pl.Int64, "paper_id": pl.String, "text_digest": pl.Int64},
    ).to_arrow()
    rows = connection.execute(
        "SELECT place FROM papers JOIN digests USING (text_digest, paper_id) WHERE extractor_version = ?",
        [run.extractor_version],
    ).fetchall()
    return {listed[place].paper_id: listed[place] for (place,) in rows}


def forget(connection: duckdb.DuckDBPyConnection, paper_ids: Sequence[str]) -> None:
    """Have these papers read again when they are listed again: a step of the extractor had given up on them."""
    if paper_ids:
        connection.execute("UPDATE papers SET text_digest = NULL WHERE list_contains(?, paper_id)", [paper_ids])
