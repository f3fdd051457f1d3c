"""The layout of the file, built up in numbered steps.

Each step is a file ``sql/NNNN_name.sql``. It runs in a transaction of its own, together with its record in the table
``migrations``, so that a file is always at one step or the next. A step that has been released never changes.
"""

from __future__ import annotations

import datetime as dt
from importlib import resources

import duckdb

from warehouse.connection import transaction


def _steps() -> list[tuple[int, str, str]]:
    files = [file for file in resources.files("warehouse").joinpath("sql").iterdir() if file.name.endswith(".sql")]
    names = sorted((file.name.removesuffix(".sql"), file) for file in files)
    return [(int(name.split("_", 1)[0]), name, file.read_text("utf-8")) for name, file in names]


STEPS = _steps()


def latest() -> int:
    """The number of the last step that this version knows."""
    return STEPS[-1][0]


def version_of(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The number of the last step that the file has seen; null when it holds no warehouse."""
    try:
        row = connection.execute("SELECT max(version) FROM migrations").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):
        return None
    return row[0] if row else None


def migrate(connection: duckdb.DuckDBPyConnection, last: int | None = None) -> None:
    """Take the file to the latest step, or no further than to step ``last``."""
    version = version_of(connection) or 0
    for number, name, sql in STEPS:
        if number <= version or (last is not None and number > last):
            continue
        with transaction(connection):
            connection.execute(sql)
            now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
            connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, name, now])
