"""What every use of a DuckDB connection needs: whole transactions, and errors of one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import WarehouseError


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of the block or nothing of it."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        connection.interrupt()  # a query that a signal ended may still be at work, and would be waited for
        with suppress(duckdb.Error):  # DuckDB has already rolled back where the commit itself failed
            connection.rollback()
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what DuckDB raises into a :class:`WarehouseError` of one line."""
    try:
        with interruptible():
            yield
    except duckdb.Error as error:
        raise WarehouseError(f"{path}: {first_line(error)}") from error


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C during a query be what it is elsewhere: DuckDB makes an error of its own of it."""
    try:
        yield
    except (RuntimeError, duckdb.Error) as error:
        # The second: what a scan of a data frame made of it.
        if str(error) == "Query interrupted" or "KeyboardInterrupt" in str(error):
            raise KeyboardInterrupt from error
        raise


def count(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any] | dict[str, Any] | None = None
) -> int:
    """The one number that a query gives; of an insertion, the rows."""
    row = connection.execute(sql, parameters).fetchone()
    assert row is not None
    return int(row[0])


def first_line(error: BaseException) -> str:
    """DuckDB's message without its kind in front and the advice behind."""
    return re.sub(r"^[A-Z]\w*(?: \w+)? Error: ", "", str(error).split("\n", 1)[0])


def one_line(error: Exception) -> str:
    """The message with its place, such as ``... (line 1, column 8)``, in place of DuckDB's drawing of it."""
    if isinstance(error, duckdb.PermissionException):
        return f"{first_line(error).split(' - ', 1)[0]}: the warehouse can only be asked"
    if str(error).startswith("Out of Memory Error"):  # what follows is advice on settings, which are locked
        return str(error).split("\n", 1)[0].rstrip(".")
    message = re.sub(r"\n\tCandidate functions:\n.*?(?=\n\n|$)", "", str(error), flags=re.DOTALL)
    drawing = re.search(r"\n+LINE (\d+): (.*)\n( *)\^", message)
    if drawing is None:
        return " ".join(message.split())
    text = " ".join(message[: drawing.start()].split())
    line, shown, gap = drawing[1], drawing[2], len(drawing[3]) - len(f"LINE {drawing[1]}: ")
    if shown.startswith("..."):  # a long line is cut, and its columns are lost
        return f"{text} (line {line}, at {shown[gap : gap + 20].strip()!r})"
    return f"{text} (line {line}, column {gap + 1})"
