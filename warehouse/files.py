"""A warehouse's file: made, opened by the one that writes, opened by the many that read."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import duckdb

from warehouse.connection import first_line, told
from warehouse.errors import WarehouseBusyError, WarehouseError
from warehouse.migrations import latest, migrate, version_of

Config = Mapping[str, str | bool]

# No extension is ever fetched.
_OFFLINE: dict[str, str | bool] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# A batch is many short statements, which a second thread slows down by half. And to fold the log into the file for
# every 16 MB, as DuckDB does unless told otherwise, takes longer than to load them.
_LOADING: dict[str, str | bool] = {"threads": "1", "checkpoint_threshold": "256MB"}
# https://duckdb.org/docs/stable/internals/storage: a checksum of 8 bytes, then these.
_MAGIC_AT, _MAGIC = 8, b"DUCK"
_HOLDER = re.compile(r"Conflicting lock is held in (?P<program>.+?) \(PID (?P<pid>\d+)\)")


def connect_writer(path: Path) -> duckdb.DuckDBPyConnection:
    """The one connection that may write, to a warehouse of the present layout; makes and migrates it.

    Raises:
        WarehouseError: the file can not be opened, is no warehouse, or is of a newer layout.
        WarehouseBusyError: somebody else holds it.
    """
    path = path.absolute()
    if not path.parent.is_dir():
        raise WarehouseError(f"{path}: the directory {path.parent} does not exist")
    remove_litter(path.parent, rf"\.{re.escape(path.name)}\.(\d+)\.new(?:\.wal)?")
    if not path.exists():
        _make(path)
    _refuse_other_files(path)
    connection = _connect(path, path, read_only=False, config=_LOADING)
    try:
        _check(connection, path)
        with told(path):
            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_reader(path: Path, config: Config | None = None) -> duckdb.DuckDBPyConnection:
    """A connection that can only read, with further DuckDB settings.

    Raises:
        WarehouseError: there is no such file, it can not be opened, is no warehouse, or is of a newer layout.
    """
    path = path.absolute()
    if not path.exists():
        raise WarehouseError(f"{path}: there is no such warehouse")
    _refuse_other_files(path)
    connection = _connect(path, path, read_only=True, config=config)
    try:
        _check(connection, path)
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
        raise WarehouseError(
            f"{path}: is of layout {version}, and this needs {layout}; paperclaims upgrade brings it up to date"
        )


def close_writer(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write everything into the file itself, so that no log is left beside it, and close."""
    try:
        with told(path):
            connection.execute("CHECKPOINT")
    finally:
        connection.close()


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


def _make(path: Path) -> None:
    # Under another name first: whoever is killed in the middle leaves no half of a file at the path.
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        connection = _connect(draft, path, read_only=False)
        with told(path):
            try:
                migrate(connection)
            finally:
                connection.close()
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # somebody else was faster: theirs is as good
        except OSError:  # a file system without links
            draft.replace(path)
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror}") from error
    finally:
        for litter in (draft, draft.with_name(f"{draft.name}.wal")):
            litter.unlink(missing_ok=True)


def _connect(file: Path, path: Path, *, read_only: bool, config: Config | None = None) -> duckdb.DuckDBPyConnection:
    """A connection to ``file``; errors are told of ``path``."""
    settings: dict[str, str | bool | int | float | list[str]] = {**_OFFLINE, **(config or {})}
    try:
        return duckdb.connect(str(file), read_only=read_only, config=settings)
    except duckdb.Error as error:
        raise _explained(error, path) from error


def _refuse_other_files(path: Path) -> None:
    # Asked to open a file of another kind of database, DuckDB would look for an extension that can.
    if path.is_dir():
        raise WarehouseError(f"{path}: is a directory, not a warehouse")
    try:
        with path.open("rb") as file:
            start = file.read(_MAGIC_AT + len(_MAGIC))
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror}") from error
    if start[_MAGIC_AT:] != _MAGIC:
        raise WarehouseError(f"{path}: is not a DuckDB file")


def _explained(error: duckdb.Error, path: Path) -> WarehouseError:
    message = str(error)
    if holder := _HOLDER.search(message):
        who = f"PID {holder['pid']}, {holder['program']}"
        return WarehouseBusyError(f"{path}: in use by another process ({who}); try again when it is done")
    if "different configuration than existing connections" in message:
        return WarehouseBusyError(f"{path}: in use by this process; close it there first")
    if "version number" in message:
        return WarehouseError(f"{path}: was written by another version of DuckDB, which this one can not read")
    return WarehouseError(f"{path}: {first_line(error)}")


def _check(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    with told(path):
        version = version_of(connection)
    if version is None:
        raise WarehouseError(f"{path}: is a DuckDB file, but not a warehouse of paperclaims")
    if version > latest():
        raise WarehouseError(
            f"{path}: was made by a newer paperclaims (layout {version}, this one knows up to {latest()})"
        )
