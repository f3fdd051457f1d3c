"""What a warehouse holds, without what depends on when and by which run it came in; and whether its promises hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

Contents = dict[str, list[tuple[Any, ...]]]

_OF_RUNS = {"run_id", "first_seen", "last_seen", "superseded_at", "superseded_by", "rejected_at"}
_SPANS = ("claims", "hardware_mentions", "links")


def contents(path: Path) -> Contents:
    """The rows of every table but the ledger, in order; looks whether every quote is in its place.

    Raises:
        AssertionError: a quote is not, or the ledger does not say how many papers there are.
    """
    with duckdb.connect(str(path), read_only=True) as connection:
        _check(connection)
        names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
        return {
            name: _rows(connection, name)
            for (name,) in sorted(names)
            if name not in {"runs", "run_rejects", "migrations"}
        }


def statuses(path: Path) -> list[str]:
    """How the runs in the ledger ended, in their order."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return [status for (status,) in connection.execute("SELECT status FROM runs ORDER BY run_id").fetchall()]


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    described = connection.execute(f"DESCRIBE {name}").fetchall()
    kept = ", ".join(column for column, *_ in described if column not in _OF_RUNS)
    return connection.execute(f"SELECT {kept} FROM {name} ORDER BY ALL").fetchall()


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    for relation in _SPANS:
        wrong = connection.execute(f"""
            SELECT count(*) FROM {relation} r LEFT JOIN papers p USING (paper_id)
            WHERE substr(if(field = 'title', title, abstract), start_char + 1, end_char - start_char)
                IS DISTINCT FROM quote
        """).fetchone()
        assert wrong == (0,), f"{relation}: {wrong} quotes are not in their place"
    counted = connection.execute(
        "SELECT (SELECT count(*) FROM papers), (SELECT sum(papers_new) FROM runs)"
    ).fetchone()
    assert counted is not None
    assert counted[0] == (counted[1] or 0), f"{counted[0]} papers, of which the ledger knows {counted[1]}"
