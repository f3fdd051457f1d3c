"""The lines of a feed file: compression, encoding, byte order mark and line ends."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from flows.usererror import UserError
from schemas.records import Paper

GZIP_MAGIC = b"\x1f\x8b"
UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

HEAD_BYTES = 1 << 18  # what a format may look at to tell whether a file is its own
MAX_LINE_BYTES = 16 << 20  # a longer line is refused, so that memory stays bounded


class FeedError(UserError):
    """A feed that can not be read at all; the message is one line that names the file."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a feed without its line end; ``fault`` says why ``text`` is not what the file meant."""

    number: int  # from 1
    text: str
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper and where the feed lists it."""

    locator: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a feed that was mended or passed over, and that a reader may want to know."""

    locator: str
    message: str


def head(path: Path) -> str:
    """The first characters of a feed, to tell its format by.

    Raises:
        FeedError: the file is missing, not a file, not readable, empty or not text.
    """
    try:
        with _open(path) as stream:
            data = stream.read(HEAD_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise FeedError(f"{path}: {_why(error)}") from error
    if data.startswith(_UTF16_MARKS):
        raise FeedError(f"{path}: is UTF-16; feeds are read as UTF-8")
    if b"\0" in data:
        raise FeedError(f"{path}: is not a text file (it holds NUL bytes)")
    text = data.removeprefix(UTF8_MARK).decode("utf-8", "replace")
    if not text.strip():
        raise FeedError(f"{path}: is empty")
    return text


def lines(path: Path) -> Iterator[Line | Notice]:
    """The lines of a feed, one at a time, blank ones included.

    A line that is not UTF-8 comes with its bad bytes replaced and with its fault; a byte order mark and carriage
    returns are taken off, with a notice.

    Raises:
        FeedError: the file can not be opened, or its compressed data ends early.
    """
    returns_seen = False
    number = 0
    try:
        with _open(path) as stream:
            for number, (data, whole) in enumerate(_raw_lines(stream), start=1):
                if number == 1 and data.startswith(UTF8_MARK):
                    data = data.removeprefix(UTF8_MARK)
                    yield Notice(f"{path}:1", "a byte order mark was taken off")
                if data.endswith(b"\r"):
                    data = data[:-1]
                    if not returns_seen:
                        returns_seen = True
                        yield Notice(
                            f"{path}:{number}", "the lines end in CR LF; the carriage returns were taken off"
                        )
                yield _decode(number, data, whole)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FeedError(f"{path}: the compressed data is damaged after line {number} ({error})") from error
    except OSError as error:
        raise FeedError(f"{path}: {_why(error)}") from error


def _open(path: Path) -> BinaryIO:
    """The file's bytes, decompressed when they are gzip's, whatever the file is called."""
    stream = path.open("rb")
    assert isinstance(stream, BufferedReader)
    if stream.peek(len(GZIP_MAGIC)).startswith(GZIP_MAGIC):
        return _OwnedGzip(stream)  # type: ignore[return-value]
    return stream


class _OwnedGzip(gzip.GzipFile):
    """A gzip reader that closes the file below it as well."""

    def __init__(self, below: BinaryIO) -> None:
        super().__init__(fileobj=below, mode="rb")
        self._below = below

    def close(self) -> None:
        super().close()
        self._below.close()


def _raw_lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each line without its newline, and whether that is all of it."""
    while data := stream.readline(MAX_LINE_BYTES):
        whole = len(data) < MAX_LINE_BYTES or data.endswith(b"\n")
        if not whole:
            while (rest := stream.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
        yield data.removesuffix(b"\n"), whole


def _decode(number: int, data: bytes, whole: bool) -> Line:
    fault = None if whole else f"longer than {MAX_LINE_BYTES >> 20} MiB"
    try:
        return Line(number, data.decode("utf-8"), fault)
    except UnicodeDecodeError as error:
        at = f"not UTF-8: byte 0x{data[error.start]:02x} at byte {error.start + 1} of line {number}"
        return Line(number, data.decode("utf-8", "replace"), fault or at)


def _why(error: BaseException) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory, not a feed"
    if isinstance(error, PermissionError):
        return "is not readable (permission denied)"
    if isinstance(error, OSError) and error.strerror:
        return f"can not be read ({error.strerror.lower()})"
    return f"can not be read ({error})"
