"""Ad-hoc SQL that can read the warehouse and nothing else.

Three fences, each enough for most attacks: the connection is read-only, without access to files, network, extensions
and Python's variables, and its settings are locked; only statements that ask are let through; and of DuckDB's table
functions only those that have nothing to do with the outside or with the engine itself (some of those change its
state, or bring it down, whatever the settings).
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import duckdb

from warehouse.connection import first_line, interruptible
from warehouse.errors import QueryError
from warehouse.files import connect_reader
from warehouse.functions import REFUSED
from warehouse.migrations import advice

_CONFIG: dict[str, str | bool] = {
    "enable_external_access": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
}
_ASKING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
_IDENTIFIER = re.compile(r'"(?:[^"]|"")*"|\w+')
_FETCH = 2048  # rows: DuckDB's own vector

T = TypeVar("T")


class Result:
    """The rows of a query, read as they are asked for; close it, or use it in a ``with``, or read it to the end.

    ``columns`` are their names, ``types`` their DuckDB types.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, timeout: float | None = None) -> None:
        self._connection = connection
        self._timeout = timeout
        self._left = timeout
        self.columns: list[str] = []
        self.types: list[str] = []

    def execute(self, statement: str | duckdb.Statement, parameters: list[Any] | None = None) -> Result:
        """Run a statement, whose rows take the place of those before."""
        self._timed(lambda: self._connection.execute(statement, parameters))
        self.columns = [column[0] for column in self._connection.description]
        self.types = [str(column[1]) for column in self._connection.description]
        return self

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        try:
            while rows := self._timed(lambda: self._connection.fetchmany(_FETCH)):
                yield from rows
        finally:
            self.close()

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return list(self)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Result:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _timed(self, work: Callable[[], T]) -> T:
        """Only the time that the engine works counts, not what the reader does with the rows."""
        expired = threading.Event()

        def interrupt() -> None:
            expired.set()
            self._connection.interrupt()

        timer = threading.Timer(max(self._left, 0.0), interrupt) if self._left is not None else None
        began = time.monotonic()
        try:
            if timer:
                timer.start()
            with interruptible():
                return work()
        except duckdb.Error as error:
            is_missing = isinstance(error, duckdb.CatalogException | duckdb.BinderException)
            more = advice(self._connection) if is_missing else ""
            self.close()
            if expired.is_set():
                raise QueryError(f"stopped after {self._timeout:g} s") from error
            raise QueryError(_one_line(error) + more) from error
        finally:
            if timer and self._left is not None:
                timer.cancel()
                timer.join()
                self._left -= time.monotonic() - began


def query(path: Path, sql: str, *, timeout: float | None = None, memory_limit: str | None = None) -> Result:
    """Ask the warehouse one or more questions in SQL; the rows are those of the last.

    Only statements that ask are allowed (``SELECT``, ``WITH``, ``FROM``, ``VALUES``, ``DESCRIBE``, ``SUMMARIZE``,
    ``SHOW``, ``PIVOT``, ``EXPLAIN``); to name an intermediate result, use ``WITH``. ``timeout`` is in seconds of the
    engine's work, ``memory_limit`` as DuckDB has it (``"2GB"``).

    Raises:
        QueryError: the query is wrong or not allowed, takes too long or too much memory.
        WarehouseError: the file can not be read.
    """
    config = _CONFIG | ({"memory_limit": memory_limit} if memory_limit else {})
    connection = connect_reader(path, config)
    result = Result(connection, timeout)
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET lock_configuration = true")
        statements = _allowed(connection, sql)
        for statement in statements:
            result.execute(statement)
    except BaseException:
        connection.close()
        raise
    return result


def _allowed(connection: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(_one_line(error)) from error
    if not statements:
        raise QueryError("there is no query")
    for statement in statements:
        # PIVOT makes a type for its columns first, a statement that has no text of its own.
        if statement.type not in _ASKING and not _of_pivot(statement):
            name = statement.type.name.replace("_", " ")
            name = name if name.replace(" ", "").isalpha() else "this statement"  # DuckDB calls some "???"
            raise QueryError(f"{name} is not allowed: the warehouse can only be asked")
    _refuse_table_functions(sql)
    return statements


def _of_pivot(statement: duckdb.Statement) -> bool:
    return statement.type == duckdb.StatementType.CREATE and not statement.query


def _refuse_table_functions(sql: str) -> None:
    text = sql.encode()  # the tokenizer counts bytes
    tokens = duckdb.tokenize(sql)
    for (at, _), (after, _) in pairwise(tokens):
        if text[after : after + 1] != b"(":
            continue
        token = _IDENTIFIER.match(text[at:after].decode(errors="replace"))
        name = token[0].strip('"').replace('""', '"').lower() if token else ""
        if name in REFUSED:
            place = _place(text[:at].decode())
            raise QueryError(f"{name} is not allowed: the warehouse can only be asked ({place})")


def _place(before: str) -> str:
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"


def _one_line(error: duckdb.Error) -> str:
    """The message with its place, such as ``... (line 1, column 8)``, in place of DuckDB's drawing of it."""
    message = re.sub(r"\n\tCandidate functions:\n.*?(?=\n\n|$)", "", str(error), flags=re.DOTALL)
    if isinstance(error, duckdb.PermissionException):
        return f"{first_line(error).split(' - ', 1)[0]}: the warehouse can only be asked"
    drawing = re.search(r"\n+LINE (\d+): (.*)\n( *)\^", message)
    if drawing is None:
        return " ".join(message.split())
    text = " ".join(message[: drawing.start()].split())
    line, shown, gap = drawing[1], drawing[2], len(drawing[3]) - len(f"LINE {drawing[1]}: ")
    if shown.startswith("..."):  # a long line is cut, and its columns are lost
        return f"{text} (line {line}, at {shown[gap : gap + 20].strip()!r})"
    return f"{text} (line {line}, column {gap + 1})"
