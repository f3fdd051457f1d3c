"""The files that a feed's path names: one, those of a directory, or those that fit a pattern."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from flows.feeds.source import STANDARD_INPUT, FeedError


def is_several(path: Path) -> bool:
    """Whether a path names a directory, or is a pattern such as ``feeds/**/*.xml`` and no file's name."""
    return path != STANDARD_INPUT and (path.is_dir() or (not path.exists() and glob.has_magic(str(path))))


def files(path: Path) -> list[Path]:
    """The files of a directory, at any depth, or those that fit a pattern; sorted, each once, hidden ones left out.

    Raises:
        FeedError: there is none, or a directory can not be read.
    """
    if path.is_dir():
        found = {file for file in _within(path) if not _waits(file)}
        if not found:
            raise FeedError(f"{path}: the directory holds no file")
    else:
        found = set()
        for name in glob.iglob(str(path), recursive=True):
            match = Path(name)
            found.update(file for file in (_within(match) if match.is_dir() else [match]) if not _waits(file))
        if not found:
            raise FeedError(f"{path}: no file fits the pattern")
    return sorted(found)


def _within(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _waits(file: Path) -> bool:
    """Whether it is a pipe or the like, which would be waited for."""
    return file.exists() and not file.is_file()


def _refuse(error: OSError) -> None:
    raise FeedError(f"{error.filename}: can not be read ({str(error.strerror).lower()})") from error
