"""The one that writes a warehouse: loads into a working copy, which takes the warehouse's place in the end.

Readers are never in its way, nor it in theirs; :mod:`warehouse.workingcopy` says how. A warehouse that is made stands
at its path at once, with nothing in it, so that readers beside the very first run get an answer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse import runs, workingcopy
from warehouse.connection import told
from warehouse.errors import WarehouseBusyError, WarehouseError
from warehouse.files import Config, check, connect, explained, refuse_other_files
from warehouse.lock import WriterLock, target_of
from warehouse.migrations import migrate

# A batch is many short statements, which a second thread slows down by half. And to fold the log into the file for
# every 16 MB, as DuckDB does unless told otherwise, takes longer than to load them. It may then also merge parts of a
# table that are not full, which takes a gigabyte: that waits for the end, when no other process extracts.
_LOADING: Config = {"threads": "1", "checkpoint_threshold": "256MB", "max_vacuum_tasks": "0"}


_ENDED = {
    runs.RUNNING: "which was killed, or could not write how it ended",
    runs.INTERRUPTED: "which was interrupted",
    "failed": "which failed",
    "completed": "which was complete and could not be brought in",
}


@dataclass(frozen=True, slots=True)
class Writer:
    """The right to write a warehouse, and a connection to its working copy."""

    path: Path
    connection: duckdb.DuckDBPyConnection
    notes: tuple[str, ...]
    """A line for each run before that was not brought in: what became of what it had loaded."""
    _copy: Path
    _target: Path
    _lock: WriterLock

    def close(self) -> None:
        """Let what was written be the warehouse, and let go of it.

        Raises:
            WarehouseError: there is no room for it; the next writer finds it and goes on. Or another program has
                changed the warehouse meanwhile; it is set aside.
        """
        try:
            with told(self.path):
                try:
                    self.connection.execute("RESET max_vacuum_tasks")
                    self.connection.execute("CHECKPOINT")  # everything into the file itself
                finally:
                    self.connection.close()
            with _mishaps_told(self.path):
                _publish(self._copy, self._target, self.path)
        finally:
            self._lock.release()


def open_writer(path: Path) -> Writer:
    """Begin to write the warehouse at ``path``; makes it when there is none, and brings it to the present layout.

    Raises:
        WarehouseError: the file can not be opened, is no warehouse, or is of a newer layout.
        WarehouseBusyError: somebody else writes it.
    """
    path = path.absolute()
    target = target_of(path)  # of a link, what it names is replaced
    if not target.parent.is_dir():
        raise WarehouseError(f"{path}: the directory {target.parent} does not exist")
    lock = WriterLock(path)
    try:
        with _mishaps_told(path):
            found = _working_copy(path, target)
            try:
                connection = _connect(found.copy, path)
            except BaseException:
                if found.is_new:  # nothing is in it yet
                    workingcopy.remove(found.copy)
                raise
            notes = (*found.notes, *_notes_on_copy(connection, found, path))
            return Writer(path, connection, notes, found.copy, target, lock)
    except BaseException:
        lock.release()
        raise


@dataclass(frozen=True, slots=True)
class _Found:
    """The copy to write, new or left behind; what became of others; the last run that the warehouse knows."""

    copy: Path
    is_new: bool
    notes: tuple[str, ...]
    last_run: str | None


def _working_copy(path: Path, target: Path) -> _Found:
    left_behind = workingcopy.left_behind(target)
    if not target.exists():
        _make(path, target)
    refuse_other_files(path)
    if not os.access(target, os.W_OK):
        raise WarehouseError(f"{path}: is not to be written, as its mode says")
    _fold_log(path, target)
    with _untouched(path, target) as connection:
        check(connection, path)
        with told(path):
            run = runs.last(connection)
        copy = workingcopy.of(target)
        notes = tuple(_set_aside(left, path) for left in left_behind if left != copy)
        if is_new := not copy.exists():
            workingcopy.make(target, copy)
    return _Found(copy, is_new, notes, run.run_id if run else None)


def _set_aside(left: Path, path: Path) -> str:
    aside = workingcopy.set_aside(left)
    return f"{path}: was changed since a run began that was not brought in; what that had loaded is in {aside.name}"


def _notes_on_copy(connection: duckdb.DuckDBPyConnection, found: _Found, path: Path) -> list[str]:
    """What the copy holds of a run that the warehouse does not know."""
    try:
        with told(path):
            run = runs.last(connection)
    except BaseException:
        connection.close()
        raise
    if found.is_new or run is None or run.run_id == found.last_run:
        return []
    ended = _ENDED.get(run.status, f"whose status is {run.status}")
    return [f"{path}: goes on from what the run of {run.started_at:%F %T} UTC had loaded, {ended}"]


def _connect(copy: Path, path: Path) -> duckdb.DuckDBPyConnection:
    connection = connect(copy, path, read_only=False, config=_LOADING)
    try:
        check(connection, path)
        with told(path):
            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _publish(copy: Path, target: Path, path: Path) -> None:
    if target.exists():
        try:
            with _untouched(path, target):
                if not _is_changed(target, copy):
                    workingcopy.publish(copy, target)
                    return
        except WarehouseBusyError as error:
            raise WarehouseBusyError(f"{error}; what was loaded is kept, and the next run brings it in") from error
    aside = workingcopy.set_aside(copy)
    raise WarehouseError(
        f"{path}: was changed by another program meanwhile; what was loaded is set aside in {aside.name}, "
        "and another run loads it here"
    )


def _is_changed(target: Path, copy: Path) -> bool:
    return workingcopy.of(target) != copy or any(log.exists() for log in workingcopy.logs_of(target))


@contextmanager
def _untouched(path: Path, target: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that reads the file; no DuckDB of any program can open it for writing in the block.

    Raises:
        WarehouseBusyError: one has it open for writing already.
    """
    # Attached, since a process can connect only once to a file unless all its connections have the same settings.
    with connect(Path(":memory:"), path, read_only=False) as connection:
        quoted = str(target).replace("'", "''")
        try:
            connection.execute(f"ATTACH '{quoted}' AS warehouse (READ_ONLY)")
        except duckdb.Error as error:
            raise explained(error, path) from error
        connection.execute("USE warehouse")
        yield connection


def _fold_log(path: Path, target: Path) -> None:
    """Into the file what a program that wrote it in its place, and was killed, had written beside it."""
    if any(log.exists() for log in workingcopy.logs_of(target)):
        connection = connect(target, path, read_only=False)
        try:
            check(connection, path)
            with told(path):
                connection.execute("CHECKPOINT")
        finally:
            connection.close()


def _make(path: Path, target: Path) -> None:
    # Under another name first: whoever is killed in the middle leaves no half of a file at the path.
    draft = workingcopy.draft_of(target)
    try:
        connection = connect(draft, path, read_only=False)
        with told(path):
            try:
                migrate(connection)
                connection.execute("CHECKPOINT")  # to close it does so too, but does not say when there is no room
            finally:
                connection.close()
        draft.replace(target)
    finally:
        workingcopy.remove(draft)


@contextmanager
def _mishaps_told(path: Path) -> Iterator[None]:
    """Turn what the file system refuses into a :class:`WarehouseError` of one line."""
    try:
        yield
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror}") from error
