"""What the database keeps in memory between the batches of a run.

DuckDB keeps what it has read or written of a file, and whatever came since its last checkpoint, for as long as its
limit allows: a long feed fills any limit. A low limit would hold for the statements as well, and a batch of very long
texts would fail of it. So the limit is lowered only in between, where nothing can fail: what the file holds is
forgotten, and the rest goes to a temporary directory beside the file.
"""

from __future__ import annotations

from contextlib import suppress

import duckdb

KEPT = "64MB"
"""The rows of some 20,000 papers; or of four million, what tells whether a paper is known."""


def limit_of(connection: duckdb.DuckDBPyConnection) -> str:
    """What a statement may use; most of the machine's memory, unless DuckDB is told otherwise."""
    row = connection.execute("SELECT current_setting('memory_limit')").fetchone()
    assert row is not None
    return str(row[0])


def let_go(connection: duckdb.DuckDBPyConnection, limit: str) -> None:
    """Keep no more than :data:`KEPT`, as far as that can be had; the next statement may use ``limit`` again."""
    with suppress(duckdb.OutOfMemoryException):
        connection.execute(f"SET memory_limit = '{KEPT}'")
    connection.execute(f"SET memory_limit = '{limit}'")  # RESET would not
