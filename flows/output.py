"""Where rows go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from flows.rendering import is_binary
from flows.stopping import ended_by_signals
from flows.usererror import UserError


@contextmanager
def destination(path: Path | None, style: str) -> Iterator[TextIOWrapper]:
    """A stream for rows in that style; binary ones go to its ``buffer``.

    A file is written under another name beside its place and moved there at the end of the block, unless an error or
    a signal ends it. What is there and is no regular file (a pipe, ``/dev/stdout``) is written directly.

    Raises:
        UserError: the file can not be written, is a DuckDB file, or binary rows are to go to a terminal.
    """
    if path is None:
        stream = sys.stdout
        assert isinstance(stream, TextIOWrapper)
        if is_binary(style) and stream.isatty():
            raise UserError(f"{style} is binary, not for a terminal: name a file with --output, or redirect")
        yield stream
        stream.flush()
        return
    try:
        with ended_by_signals(), _file(path) as stream:
            yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UserError(f"{path}: {error.strerror or error}") from error


def _is_database(path: Path) -> bool:
    """Whether a DuckDB file stands there: rows are never worth a warehouse."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"  # https://duckdb.org/docs/stable/internals/storage


@contextmanager
def _file(path: Path) -> Iterator[TextIOWrapper]:
    final = path.resolve()
    if final.is_dir():
        raise UserError(f"{path}: is a directory")
    if _is_database(final):
        raise UserError(f"{path}: is a DuckDB file, which is not written over")
    if final.exists() and not final.is_file():
        with final.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        return
    draft = final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if final.exists():
            shutil.copymode(final, draft)
        draft.replace(final)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
