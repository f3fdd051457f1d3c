"""A warehouse's file, opened by the many that read it, and what every opening has to look at."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import duckdb

from warehouse.connection import first_line, told
from warehouse.errors import WarehouseError
from warehouse.lock import in_use
from warehouse.migrations import ADVICE, latest, version_of

Config = Mapping[str, str | bool]

# No extension is ever fetched.
_OFFLINE: dict[str, str | bool] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# https://duckdb.org/docs/stable/internals/storage: a checksum of 8 bytes, then these.
_MAGIC_AT, _MAGIC = 8, b"DUCK"
_HOLDER = re.compile(r"Conflicting lock is held in (?P<program>.+?) \(PID (?P<pid>\d+)\)")


def connect_reader(path: Path, config: Config | None = None) -> duckdb.DuckDBPyConnection:
    """A connection that can only read, with further DuckDB settings.

    Raises:
        WarehouseError: there is no such file, it can not be opened, is no warehouse, or is of a newer layout.
    """
    path = path.absolute()
    if not path.exists():
        raise WarehouseError(f"{path}: there is no such warehouse")
    refuse_other_files(path)
    connection = connect(path, path, read_only=True, config=config)
    try:
        check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def require_layout(connection: duckdb.DuckDBPyConnection, path: Path, layout: int) -> None:
    """Refuse what a reader can not do on a file that no writer has brought to this layout yet.

    Raises:
        WarehouseError: says how to bring it up to date.
    """
    with told(path):
        version = version_of(connection) or 0
    if version < layout:
        raise WarehouseError(f"{path}: is of layout {version}, and this needs {layout}{ADVICE}")


def remove_litter(directory: Path, name: str) -> None:
    """Remove what a process that was killed left behind: files of that pattern, in which group 1 is its id."""
    with suppress(OSError):  # a directory that can not be listed, or a file that somebody else removes
        for path in directory.iterdir():
            if (match := re.fullmatch(name, path.name)) and not _is_alive(int(match[1])):
                path.unlink()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        pass
    return True


def connect(file: Path, path: Path, *, read_only: bool, config: Config | None = None) -> duckdb.DuckDBPyConnection:
    """A connection to ``file``; errors are told of ``path``."""
    settings: dict[str, str | bool | int | float | list[str]] = {**_OFFLINE, **(config or {})}
    try:
        return duckdb.connect(str(file), read_only=read_only, config=settings)
    except duckdb.Error as error:
        raise explained(error, path) from error


def refuse_other_files(path: Path) -> None:
    """Refuse what is no DuckDB file; asked to open another kind of database, DuckDB looks for an extension that can.

    Raises:
        WarehouseError: it is a directory, can not be read, or does not begin as DuckDB's files do.
    """
    if path.is_dir():
        raise WarehouseError(f"{path}: is a directory, not a warehouse")
    if path.is_fifo():  # to open it would wait for somebody who writes
        raise WarehouseError(f"{path}: is a pipe, not a warehouse")
    try:
        with path.open("rb") as file:
            start = file.read(_MAGIC_AT + len(_MAGIC))
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror}") from error
    if start[_MAGIC_AT:] != _MAGIC:
        raise WarehouseError(f"{path}: is not a DuckDB file")


def explained(error: duckdb.Error, path: Path) -> WarehouseError:
    """Why DuckDB could not open the file, in one line."""
    message = str(error)
    if holder := _HOLDER.search(message):
        return in_use(path, int(holder["pid"]), holder["program"])
    if "different configuration than existing connections" in message or "is already attached by" in message:
        return in_use(path, os.getpid())
    if "version number" in message:
        return WarehouseError(f"{path}: was written by another version of DuckDB, which this one can not read")
    return WarehouseError(f"{path}: {first_line(error)}")


def check(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Refuse what is no warehouse, or one of a newer layout.

    Raises:
        WarehouseError: says which.
    """
    with told(path):
        version = version_of(connection)
    if version is None:
        raise WarehouseError(f"{path}: is a DuckDB file, but not a warehouse of paperclaims")
    if version > latest():
        raise WarehouseError(
            f"{path}: was made by a newer paperclaims (layout {version}, this one knows up to {latest()})"
        )
