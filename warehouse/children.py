"""The rows that belong to a paper: what a batch no longer says goes to history, what it says anew goes in."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from schemas.tables import SCHEMAS
from warehouse.connection import count
from warehouse.runs import Run

_PLACE = ("paper_id", "field", "start_char", "end_char")


@dataclass(frozen=True, slots=True)
class Child:
    """A relation whose rows belong to a paper, and the columns that tell its rows apart."""

    name: str
    key: tuple[str, ...]

    @property
    def columns(self) -> list[str]:
        """The columns that come from extraction."""
        return list(SCHEMAS[self.name])


CHILDREN = (Child("claims", ("claim_id",)), Child("hardware_mentions", _PLACE), Child("links", _PLACE))


@dataclass(frozen=True, slots=True)
class Replaced:
    """Rows of one relation: brought by a batch, replaced by it, and those that its papers now have."""

    new: int
    gone: int
    standing: int


def replace_rows(connection: duckdb.DuckDBPyConnection, run: Run, child: Child) -> Replaced:
    """Bring the rows of the papers of ``batch`` up to what ``incoming_*`` says; ``touched`` takes changed papers."""
    columns = ", ".join(child.columns)
    if not count(connection, "SELECT count(*) FROM standing_papers"):
        insert = f"INSERT INTO {child.name} ({columns}, run_id) SELECT {columns}, ? FROM incoming_{child.name}"
        new = count(connection, insert, [run.run_id])
        return Replaced(new, 0, new)
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE standing AS
        SELECT t.rowid AS row_id, t.*
        FROM {child.name} t SEMI JOIN (FROM batch WHERE NOT is_new AND NOT is_older) b USING (paper_id)
    """)
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE gone AS FROM standing s ANTI JOIN incoming_{child.name} i ON {_same(child)}
    """)
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE added AS
        FROM (FROM incoming_{child.name} SEMI JOIN (FROM batch WHERE NOT is_older) USING (paper_id)) i
        ANTI JOIN standing s ON {_same(child)}
    """)
    gone = count(connection, "SELECT count(*) FROM gone")
    if gone:
        connection.execute(
            f"INSERT INTO {child.name}_history ({columns}, run_id, superseded_at, superseded_by) "
            f"SELECT {columns}, run_id, ?, ? FROM gone",
            [run.started_at, run.run_id],
        )
        connection.execute(f"DELETE FROM {child.name} WHERE rowid IN (SELECT row_id FROM gone)")
    new = count(
        connection, f"INSERT INTO {child.name} ({columns}, run_id) SELECT {columns}, ? FROM added", [run.run_id]
    )
    connection.execute("INSERT INTO touched SELECT paper_id FROM gone UNION SELECT paper_id FROM added")
    if child.name == "claims":
        _confirm(connection, run)
    # Of a paper that is passed over, what stands is not what came.
    passed_over = f"SELECT count(*) FROM {child.name} SEMI JOIN (FROM batch WHERE is_older) USING (paper_id)"
    standing = count(connection, "SELECT count(*) FROM standing") - gone + new + count(connection, passed_over)
    for table in ("standing", "gone", "added"):
        connection.execute(f"DROP TABLE {table}")
    return Replaced(new, gone, standing)


def _same(child: Child) -> str:
    """SQL that says whether two rows say the same, whichever version of the extractor said it."""
    said = (name for name in child.columns if name != "extractor_version")
    return " AND ".join(f"i.{name} IS NOT DISTINCT FROM s.{name}" for name in said)


def _confirm(connection: duckdb.DuckDBPyConnection, run: Run) -> None:
    """A newer extractor that finds the same claim again confirms it; nothing was replaced."""
    older = "standing s ANTI JOIN gone g USING (row_id) WHERE s.extractor_version <> $version"
    version = {"version": run.extractor_version}
    if count(connection, f"SELECT count(*) FROM {older}", version):
        connection.execute(
            f"UPDATE claims SET extractor_version = $version WHERE rowid IN (SELECT s.row_id FROM {older})", version
        )
