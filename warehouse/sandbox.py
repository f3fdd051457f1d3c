"""Ad-hoc SQL that can read the warehouse and nothing else.

Three fences, each enough for most attacks: the connection is read-only, without access to files, network, extensions
and Python's variables, and its settings are locked; only statements that ask are let through (see
:mod:`warehouse.statements`); and of DuckDB's table functions only those that have nothing to do with the outside or
with the engine itself (some of those change its state, or bring it down, whatever the settings).
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from warehouse.connection import interruptible, one_line
from warehouse.errors import QueryError
from warehouse.files import connect_reader
from warehouse.migrations import advice
from warehouse.statements import allowed

if TYPE_CHECKING:
    import pyarrow as pa

_CONFIG: dict[str, str | bool] = {
    "enable_external_access": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
}
_FETCH = 2048  # rows: DuckDB's own vector
_ARROW_FETCH = 64 * _FETCH

# Types that Arrow or Parquet has not, or has without what makes them right; they become text. HUGEINT, the type of
# every sum of whole numbers, becomes a decimal of 38 digits, the most that there is.
_AS_TEXT = re.compile(r"\b(?:INTERVAL|UNION|VARIANT|BIT|BIGNUM|UHUGEINT|TIME WITH TIME ZONE)\b")
_HUGE = re.compile(r"\bHUGEINT\b")

T = TypeVar("T")


class Result:
    """The rows of a query, read as they are asked for; close it, or use it in a ``with``, or read it to the end.

    ``columns`` are their names, ``types`` their DuckDB types.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, timeout: float | None = None) -> None:
        self._connection = connection
        self._timeout = timeout
        self._left = timeout
        self._statement: str | duckdb.Statement = ""
        self._parameters: list[Any] | None = None
        self.columns: list[str] = []
        self.types: list[str] = []

    def execute(self, statement: str | duckdb.Statement, parameters: list[Any] | None = None) -> Result:
        """Run a statement, whose rows take the place of those before."""
        self._statement, self._parameters = statement, parameters
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

    def arrow(self) -> pa.RecordBatchReader:
        """The rows as Arrow batches, in place of iterating over them.

        Raises:
            QueryError: as for the query; or a HUGEINT has more than 38 digits.
        """
        import pyarrow as pa

        self._recast()
        source = self._timed(lambda: self._connection.to_arrow_reader(_ARROW_FETCH))

        def batches() -> Iterator[pa.RecordBatch]:
            try:
                while (batch := self._timed(lambda: next(source, None))) is not None:
                    yield batch
            finally:
                self.close()

        return pa.RecordBatchReader.from_batches(source.schema, batches())

    def _recast(self) -> None:
        """Ask again, with other types, where Arrow has not those of the result."""
        types = ["VARCHAR" if _AS_TEXT.search(name) else _HUGE.sub("DECIMAL(38,0)", name) for name in self.types]
        text = self._statement.query if isinstance(self._statement, duckdb.Statement) else self._statement
        if types == self.types or not text:  # a PIVOT has no text
            return
        names = [f"c{place}" for place in range(len(types))]
        columns = ", ".join(
            f"""{name}::{kind} AS "{column.replace('"', '""')}\""""
            for name, kind, column in zip(names, types, self.columns, strict=True)
        )
        self.execute(f"SELECT {columns} FROM (\n{text}\n) AS rows ({', '.join(names)})", self._parameters)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return list(self)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(duckdb.ConnectionException):  # it is closed already
            self._connection.interrupt()  # a query that a signal ended may be at work yet, and would be waited for
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
        except (duckdb.Error, OSError) as error:  # OSError: what Arrow makes of the other
            is_missing = isinstance(error, duckdb.CatalogException | duckdb.BinderException)
            more = advice(self._connection) if is_missing else ""
            self.close()
            if expired.is_set():
                raise QueryError(f"stopped after {self._timeout:g} s") from error
            raise QueryError(one_line(error) + more) from error
        finally:
            if timer and self._left is not None:
                timer.cancel()
                timer.join()
                self._left -= time.monotonic() - began


def query(
    path: Path,
    sql: str,
    *,
    timeout: float | None = None,
    memory_limit: str | None = None,
    threads: int | None = None,
) -> Result:
    """Ask the warehouse one or more questions in SQL; the rows are those of the last.

    Only statements that ask are allowed (``SELECT``, ``WITH``, ``FROM``, ``VALUES``, ``DESCRIBE``, ``SUMMARIZE``,
    ``SHOW``, ``PIVOT``, ``EXPLAIN``); to name an intermediate result, use ``WITH``. ``timeout`` is in seconds of the
    engine's work, ``memory_limit`` as DuckDB has it (``"2GB"``); both hold where the engine looks at them, which
    is often but not everywhere.

    Raises:
        QueryError: the query is wrong or not allowed, takes too long or too much memory.
        WarehouseError: the file can not be read.
    """
    limits = {"memory_limit": memory_limit, "threads": str(threads) if threads else None}
    config = _CONFIG | {name: value for name, value in limits.items() if value}
    connection = connect_reader(path, config)
    result = Result(connection, timeout)
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET lock_configuration = true")
        statements = allowed(connection, sql)
        for statement in statements:
            result.execute(statement)
    except BaseException:
        connection.close()
        raise
    return result
