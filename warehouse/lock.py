"""Who may write: the one process that holds ``.<name>.lock`` beside the warehouse, which says who that is.

DuckDB's own lock would shut out readers too, and libraries for locks empty the file whenever somebody tries it. The
kernel lets go of this one when its process ends, however that happens. Its holder removes the file before letting go,
so whoever gets the lock looks whether what it has locked is still the file that others see.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from warehouse.errors import WarehouseBusyError, WarehouseError

_TRIES, _PAUSE = 5, 0.02  # a holder names itself a moment after it has locked; seconds between looks
_NAME = 120  # characters of a holder's command that are told


class WriterLock:
    """The right to write the warehouse at ``path``, until :meth:`release` or the end of this process.

    Raises:
        WarehouseBusyError: somebody else has it; says who.
        WarehouseError: the directory can not be written.
    """

    def __init__(self, path: Path) -> None:
        self._file = _file_of(path)
        try:
            self._stream = _locked(self._file, path)
        except OSError as error:
            raise WarehouseError(f"{path}: {self._file}: {error.strerror}") from error

    def release(self) -> None:
        """Let others write."""
        with self._stream, suppress(OSError):  # a file that stays is in nobody's way
            self._file.unlink()


def refuse_when_held(path: Path) -> None:
    """Look whether the warehouse could be opened for writing now.

    Raises:
        WarehouseBusyError: somebody has the right to write it; says who.
    """
    path = path.absolute()
    try:
        stream = _file_of(path).open(encoding="utf-8", errors="backslashreplace")
    except OSError:
        return
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            raise in_use(path, *_holder(stream)) from None


def in_use(path: Path, pid: int | None = None, program: str = "") -> WarehouseBusyError:
    """What to say of a warehouse that a process holds."""
    if pid == os.getpid():
        return WarehouseBusyError(f"{path}: in use by this process; close it there first")
    who = f" (PID {pid}, {program})" if pid else ""
    return WarehouseBusyError(f"{path}: in use by another process{who}; try again when it is done")


def target_of(path: Path) -> Path:
    """The file that a path names, links followed.

    Raises:
        WarehouseError: the links lead to themselves.
    """
    try:
        return path.resolve()
    except (RuntimeError, OSError) as error:
        raise WarehouseError(f"{path}: {os.strerror(errno.ELOOP)}") from error


def _file_of(path: Path) -> Path:
    path = target_of(path)
    return path.with_name(f".{path.name}.lock")


def _locked(file: Path, path: Path) -> TextIO:
    """The lock file, locked and with this process named in it."""
    for _ in range(_TRIES):
        stream = file.open("a+", encoding="utf-8", errors="backslashreplace")
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(file, stream):
                stream.truncate(0)
                stream.write(f"{os.getpid()} {_command()}\n")
                stream.flush()
                return stream
            stream.close()
        except BlockingIOError:
            with stream:
                if holder := _holder(stream):
                    raise in_use(path, *holder) from None
        except BaseException:
            stream.close()
            raise
        time.sleep(_PAUSE)
    raise in_use(path)


def _is_at(file: Path, stream: TextIO) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def _holder(stream: TextIO) -> tuple[int, str] | tuple[()]:
    """The process that is named in the lock file, and its command."""
    stream.seek(0)
    pid, _, command = stream.readline().strip().partition(" ")
    return (int(pid), command) if pid.isdecimal() else ()


def _command() -> str:
    """What this process was started as, such as ``paperclaims run feed.txt``, in one line."""
    return textwrap.shorten(" ".join([Path(sys.argv[0]).name or "python", *sys.argv[1:]]), _NAME)
