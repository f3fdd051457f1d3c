"""The layout of the file, built up in numbered steps.

Each step is a file ``sql/NNNN_name.sql``. It runs in a transaction of its own, together with its record in the table
``migrations``, so that a file is always at one step or the next. A step that has been released never changes.

A writer brings the file up to the latest step. A reader takes it as it is: most questions have an answer in an older
layout too, and one that has none is told how the file is brought up to date.
"""

from __future__ import annotations

import datetime as dt
from importlib import resources

import duckdb

from warehouse.connection import first_line, transaction


def _steps() -> list[tuple[int, str, str]]:
    files = [file for file in resources.files("warehouse").joinpath("sql").iterdir() if file.name.endswith(".sql")]
    names = sorted((file.name.removesuffix(".sql"), file) for file in files)
    return [(int(name.split("_", 1)[0]), name, file.read_text("utf-8")) for name, file in names]


STEPS = _steps()
ADVICE = "; the warehouse is of an older layout, which paperclaims upgrade brings up to date"


def latest() -> int:
    """The number of the last step that this version knows."""
    return STEPS[-1][0]


def version_of(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The number of the last step that the file has seen; null when it holds no warehouse."""
    seen = _seen(connection)
    return max(seen) if seen else None


def migrate(connection: duckdb.DuckDBPyConnection, last: int | None = None) -> None:
    """Take the file to the latest step, or no further than to step ``last``: each that it has not seen, in order.

    Raises:
        duckdb.Error: a step failed; the message names it. The file has seen the steps before it, and nothing of it.
    """
    seen = _seen(connection)
    for number, name, sql in STEPS:
        if number in seen or (last is not None and number > last):
            continue
        try:
            with transaction(connection):
                connection.execute(sql)
                now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
                connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, name, now])
        except duckdb.Error as error:
            raise type(error)(f"the upgrade by {name} failed and was undone: {first_line(error)}") from error


def advice(connection: duckdb.DuckDBPyConnection) -> str:
    """What to add to the error of a reader that missed something; nothing where the layout is the present one."""
    if {number for number, _, _ in STEPS} <= _seen(connection):
        return ""
    return ADVICE


def _seen(connection: duckdb.DuckDBPyConnection) -> set[int]:
    try:
        return {number for (number,) in connection.execute("SELECT version FROM migrations").fetchall()}
    except (duckdb.CatalogException, duckdb.BinderException):
        return set()
