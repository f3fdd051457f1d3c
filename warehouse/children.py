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
    papers: frozenset[str] = frozenset()  # known papers whose rows are not what they were


def replace_rows(connection: duckdb.DuckDBPyConnection, run: Run, child: Child) -> Replaced:
    """Bring the rows of the papers of ``batch`` up to what ``incoming_*`` says."""
    set_aside(connection, child.name, "(FROM batch WHERE NOT is_new AND NOT is_older)", "standing")
    same = _same(child)
    gone = _papers(connection, f"standing s ANTI JOIN incoming_{child.name} i ON {same}")
    came = f"(FROM incoming_{child.name} SEMI JOIN (FROM batch WHERE NOT is_older) USING (paper_id)) i"
    added = _papers(connection, f"{came} ANTI JOIN standing s ON {same}")
    if gone:
        _retire(connection, run, child)
    if added:
        columns = ", ".join(child.columns)
        connection.execute(
            f"INSERT INTO {child.name} ({columns}, run_id) "
            f"SELECT {columns}, ? FROM {came} ANTI JOIN standing s ON {same}",
            [run.run_id],
        )
    if child.name == "claims":
        _confirm(connection, run)
    # Of a paper that is passed over, what stands is not what came.
    passed_over = f"SELECT count(*) FROM {child.name} SEMI JOIN (FROM batch WHERE is_older) USING (paper_id)"
    standing = count(connection, f"SELECT count(*) + ({passed_over}) FROM standing") - len(gone) + len(added)
    return Replaced(len(added), len(gone), standing, frozenset(gone + added))


def set_aside(connection: duckdb.DuckDBPyConnection, relation: str, papers: str, name: str) -> int:
    """Copy the rows of these papers, with their ``row_id``, to a temporary table; how many there are."""
    # First by number, which reads one column of the relation, then only these rows whole.
    numbers = f"SELECT rowid AS row_id FROM {relation} SEMI JOIN {papers} USING (paper_id)"
    rows = count(connection, f"CREATE OR REPLACE TEMP TABLE numbers AS {numbers}")
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE {name} AS
        SELECT rowid AS row_id, * FROM {relation} WHERE rowid IN (SELECT row_id FROM numbers)
    """)
    return rows


def _retire(connection: duckdb.DuckDBPyConnection, run: Run, child: Child) -> None:
    """Move to history the standing rows that did not come again."""
    columns = ", ".join([*child.columns, "run_id"])
    gone = f"standing s ANTI JOIN incoming_{child.name} i ON {_same(child)}"
    connection.execute(
        f"INSERT INTO {child.name}_history ({columns}, superseded_at, superseded_by) "
        f"SELECT {columns}, ?, ? FROM {gone}",
        [run.started_at, run.run_id],
    )
    connection.execute(f"DELETE FROM {child.name} WHERE rowid IN (SELECT row_id FROM {gone})")


def _confirm(connection: duckdb.DuckDBPyConnection, run: Run) -> None:
    """A newer extractor that finds the same claim again confirms it; nothing was replaced."""
    again = "standing s JOIN incoming_claims i USING (claim_id) WHERE s.extractor_version <> i.extractor_version"
    if count(connection, f"SELECT count(*) FROM {again}"):
        connection.execute(
            f"UPDATE claims SET extractor_version = ? WHERE rowid IN (SELECT row_id FROM {again})",
            [run.extractor_version],
        )


def _same(child: Child) -> str:
    """SQL that says whether two rows say the same, whichever version of the extractor said it."""
    said = (name for name in child.columns if name != "extractor_version")
    return " AND ".join(f"i.{name} IS NOT DISTINCT FROM s.{name}" for name in said)


def _papers(connection: duckdb.DuckDBPyConnection, rows: str) -> list[str]:
    """The paper of each row."""
    return [paper_id for (paper_id,) in connection.execute(f"SELECT paper_id FROM {rows}").fetchall()]
