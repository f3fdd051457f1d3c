"""The copy that is written, and how it takes the warehouse's place.

DuckDB locks a file that it writes against every reader in other processes. So the file at the warehouse's path is
only ever read: a writer copies it, loads into the copy, and puts the copy in its place, by one renaming, when it is
done. Who has the old file open goes on reading that; who opens the path finds the old state whole or the new state
whole. It needs room for a second file of the same size, and while it loads for what memory has no room for.

The copy lies beside the warehouse as ``.<name>.<version>.writing`` until then; ``version`` says which file it was
taken from. Whoever is killed leaves it there, with DuckDB's log of what was loaded since. The next writer goes on
from it, as long as the warehouse is still that file; else somebody has changed that, and the copy is not dropped,
nor does it take the place of the change, but is set aside as ``<name>.<version>.unpublished``, a warehouse too.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

# https://duckdb.org/docs/stable/internals/storage: three blocks, of which every checkpoint changes one.
_HEADERS = 3 * 4096
_CHUNK = 1 << 24  # bytes copied at a time
_NOT_IN_THE_KERNEL = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM}


def logs_of(file: Path) -> list[Path]:
    """What DuckDB may keep beside a file: what is written since the last checkpoint, also while one is made."""
    names = (f"{file.name}.wal{end}" for end in ("", ".checkpoint", ".recovery"))
    return [file.with_name(name) for name in names]


def of(target: Path) -> Path:
    """Where the working copy of the file that now stands at ``target`` belongs."""
    with target.open("rb") as file:
        version = hashlib.blake2b(file.read(_HEADERS), digest_size=6)
        version.update(str(os.fstat(file.fileno()).st_mtime_ns).encode())
    return target.with_name(f".{target.name}.{version.hexdigest()}.writing")


def draft_of(target: Path) -> Path:
    """Where a file is made that is not whole yet."""
    return target.with_name(f".{target.name}.new")


def make(target: Path, copy: Path) -> None:
    """Copy the warehouse to ``copy``, which is there when it is whole.

    Raises:
        OSError: there is no room, say; nothing is left of it.
    """
    draft = draft_of(target)
    try:
        with target.open("rb") as source, draft.open("wb") as made:
            _belong_as(source, made)
            _copy(source, made)
            made.flush()
            os.fsync(made.fileno())
        draft.replace(copy)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def publish(copy: Path, target: Path) -> None:
    """Let the copy, which is closed, be the warehouse from now on."""
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.replace(target)
    directory = os.open(target.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every file system can
            os.fsync(directory)
    finally:
        os.close(directory)


def left_behind(target: Path) -> list[Path]:
    """The copies into which writers who were killed had loaded; what they had not finished making is removed."""
    remove(draft_of(target))
    name = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]+\.writing(?P<spilled>\.tmp)?")
    found = [(file, match["spilled"]) for file in target.parent.iterdir() if (match := name.fullmatch(file.name))]
    for file, spilled in found:
        if spilled:  # what memory had no room for; of no use without its process
            shutil.rmtree(file, ignore_errors=True)
    return [file for file, spilled in found if not spilled]


def set_aside(copy: Path) -> Path:
    """Give a copy that can not be published a name that a user sees."""
    aside = copy.with_name(copy.name.removeprefix(".").removesuffix("writing") + "unpublished")
    # The logs first: what is killed in between is done again, and then finds them there.
    for log, log_aside in zip(logs_of(copy), logs_of(aside), strict=True):
        if log.exists():
            log.replace(log_aside)
    return copy.replace(aside)


def remove(copy: Path) -> None:
    """Drop a copy with its logs."""
    for file in (*logs_of(copy), copy):
        file.unlink(missing_ok=True)


def _copy(source: IO[bytes], copy: IO[bytes]) -> None:
    """All bytes; on a file system that can share blocks between files, without copying any."""
    if sys.platform == "linux":
        try:
            while os.copy_file_range(source.fileno(), copy.fileno(), _CHUNK):
                pass
        except OSError as error:
            if error.errno not in _NOT_IN_THE_KERNEL:
                raise
    shutil.copyfileobj(source, copy, _CHUNK)  # what is left


def _belong_as(source: IO[bytes], copy: IO[bytes]) -> None:
    """Give the copy the owner, the group and the mode of its source, as far as this user may."""
    given = os.fstat(source.fileno())
    for owner in (given.st_uid, -1):
        with suppress(PermissionError):
            os.fchown(copy.fileno(), owner, given.st_gid)
            break
    os.fchmod(copy.fileno(), stat.S_IMODE(given.st_mode))
