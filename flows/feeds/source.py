"""The bytes and the lines of a feed: compression, standard input, encoding, byte order mark and line ends."""

from __future__ import annotations

import errno
import gzip
import io
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from flows.usererror import UserError
from schemas.records import Paper, Reject
from schemas.vocabulary import Stage

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

STANDARD_INPUT = Path("-")
PARQUET_MAGIC = b"PAR1"
UTF8_MARK = b"\xef\xbb\xbf"
_GZIP_MAGIC = b"\x1f\x8b"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

HEAD_BYTES = 1 << 18  # what a format may look at to tell whether a file is its own
MAX_LINE_BYTES = 16 << 20  # a longer line is refused, so that memory stays bounded
_CHUNK_BYTES = 1 << 18
_PAYLOAD = 2000  # characters of a refused record that are kept: enough to find it by

_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, zstd.ZstdError)


class FeedError(UserError):
    """A feed that can not be read, or no further; the message is one line that names the file."""


class NoFeedError(FeedError):
    """A file that can be read and holds no feed: empty, not text, or in no known format."""


def named(path: Path) -> str:
    """What a message calls a feed."""
    return "standard input" if path == STANDARD_INPUT else str(path)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a feed without its line end; ``fault`` says why ``text`` is not what the file meant."""

    number: int  # from 1
    text: str
    fault: str | None = None
    is_ended: bool = True  # with a line end; the last line of a file that was cut off is not


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper and where the feed lists it: the number of its line, or of its row."""

    number: int  # from 1
    paper: Paper


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a feed that was mended or passed over, and that a reader may want to know."""

    locator: str
    message: str


def refused(locator: str, reason: str, text: str) -> Reject:
    """A record that is no paper, with the beginning of its text."""
    return Reject(Stage.SPLIT, locator, reason, text[:_PAYLOAD])


def head(path: Path) -> str:
    """The first characters of a feed, to tell its format by.

    Raises:
        NoFeedError: the file is empty or holds neither text nor Parquet.
        FeedError: the file is missing, not a file or not readable.
    """
    data = b""
    try:
        with _opened(path, to_keep=True) as stream:
            while len(data) < HEAD_BYTES and (more := stream.read1(HEAD_BYTES - len(data))):
                data += more
    except _DAMAGE as error:
        if not data:  # else what is whole can be read, and whoever reads it meets the damage
            raise FeedError(f"{named(path)}: {_why(error)}") from error
    except OSError as error:
        raise FeedError(f"{named(path)}: {_why(error)}") from error
    if data.startswith(PARQUET_MAGIC):
        return PARQUET_MAGIC.decode()
    if data.startswith(_UTF16_MARKS):
        raise NoFeedError(f"{named(path)}: is UTF-16; feeds are read as UTF-8")
    if b"\0" in data:
        raise NoFeedError(f"{named(path)}: is not a text file (it holds NUL bytes)")
    text = data.removeprefix(UTF8_MARK).decode("utf-8", "replace")
    if not text.strip():
        raise NoFeedError(f"{named(path)}: is empty")
    return text


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a feed, decompressed, some at a time.

    Raises:
        FeedError: the file can not be opened, or its compressed data ends early; what was before that is yielded.
    """
    read = 0
    try:
        for data in _chunks(path):
            read += len(data)
            yield data
    except _DAMAGE as error:
        raise FeedError(
            f"{named(path)}: the compressed data is damaged after {read:,} bytes of text ({error})"
        ) from error
    except OSError as error:
        raise FeedError(f"{named(path)}: {_why(error)}") from error


def lines(path: Path) -> Iterator[Line | Notice]:
    """The lines of a feed, one at a time, blank ones included.

    A line that is not UTF-8 comes with its bad bytes replaced and with its fault; a byte order mark and carriage
    returns are taken off, with a notice.

    Raises:
        FeedError: the file can not be opened, or its compressed data ends early; the lines before that are yielded.
    """
    returns_seen = False
    number = 0
    try:
        for number, (data, whole, ended) in enumerate(_raw_lines(_chunks(path)), start=1):
            if number == 1 and data.startswith(UTF8_MARK):
                data = data.removeprefix(UTF8_MARK)
                yield Notice(f"{path}:1", "a byte order mark was taken off")
            if data.endswith(b"\r"):
                data = data[:-1]
                if not returns_seen:
                    returns_seen = True
                    yield Notice(f"{path}:{number}", "the lines end in CR LF; the carriage returns were taken off")
            yield _decode(number, data, whole, ended)
    except _DAMAGE as error:
        raise FeedError(f"{named(path)}: the compressed data is damaged after line {number} ({error})") from error
    except OSError as error:
        raise FeedError(f"{named(path)}: {_why(error)}") from error


def is_plain(path: Path) -> bool:
    """Whether it is a Parquet file on disk as it is."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(PARQUET_MAGIC)) == PARQUET_MAGIC


@contextmanager
def on_disk(path: Path) -> Iterator[Path]:
    """The feed as a plain file, for what has to jump about in it: itself, or a copy of what is compressed or piped.

    Raises:
        FeedError: the file can not be opened, its compressed data ends early, or there is no room for the copy.
    """
    if is_plain(path):
        yield path
        return
    with tempfile.NamedTemporaryFile(prefix="paperclaims-") as copy:
        for data in chunks(path):
            copy.write(data)
        copy.flush()
        yield Path(copy.name)


def _chunks(path: Path) -> Iterator[bytes]:
    with _opened(path) as stream:
        while data := stream.read1(_CHUNK_BYTES):
            yield data


@contextmanager
def _opened(path: Path, *, to_keep: bool = False) -> Iterator[io.BufferedReader]:
    """The file's bytes, decompressed when they are gzip's or zstd's, whatever the file is called.

    ``to_keep``: what is read of a pipe is kept, and read again by the next who opens it.
    """
    with _open(path, to_keep) as stream:
        start = stream.peek(len(_ZSTD_MAGIC))
        if start.startswith(_GZIP_MAGIC):
            yield cast(io.BufferedReader, gzip.GzipFile(fileobj=stream, mode="rb"))
        elif start.startswith(_ZSTD_MAGIC):
            yield cast(io.BufferedReader, zstd.ZstdFile(stream, "rb"))
        else:
            yield stream


class _Pipe:
    """What can be read once: the bytes that told its format are kept, and read again by the next who opens it."""

    def __init__(self, below: BinaryIO) -> None:
        self.below = below
        self.kept = b""
        self.is_spent = False


_pipes: dict[Path, _Pipe] = {}


class _FromPipe(io.RawIOBase):
    def __init__(self, pipe: _Pipe, to_keep: bool) -> None:
        self._pipe, self._to_keep, self._place = pipe, to_keep, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._pipe.kept[self._place : self._place + len(buffer)]
        if not data:
            data = self._pipe.below.read1(len(buffer))  # type: ignore[attr-defined]
            if self._to_keep:
                self._pipe.kept += data
        self._place += len(data)
        buffer[: len(data)] = data
        return len(data)


def _open(path: Path, to_keep: bool) -> io.BufferedReader:
    if path == STANDARD_INPUT:
        if path not in _pipes or _pipes[path].below is not sys.stdin.buffer:
            _pipes[path] = _Pipe(sys.stdin.buffer)
    elif not path.is_fifo():
        return path.open("rb")
    elif path not in _pipes:
        _pipes[path] = _Pipe(path.open("rb"))
    pipe = _pipes[path]
    if pipe.is_spent:
        raise FeedError(f"{named(path)}: can be read once only")
    pipe.is_spent = not to_keep
    return io.BufferedReader(_FromPipe(pipe, to_keep))


def _raw_lines(data: Iterator[bytes]) -> Iterator[tuple[bytes, bool, bool]]:
    """Each line without its newline, whether that is all of it, and whether it had one."""
    parts: list[bytes] = []  # of the line that is not at its end yet
    size = 0
    for chunk in data:
        first, *more = chunk.split(b"\n")
        if size <= MAX_LINE_BYTES:
            parts.append(first)
        size += len(first)
        if more:
            yield b"".join(parts)[:MAX_LINE_BYTES], size <= MAX_LINE_BYTES, True
            *whole, last = more
            for line in whole:
                yield line, True, True
            parts, size = [last], len(last)
    if size:
        yield b"".join(parts)[:MAX_LINE_BYTES], size <= MAX_LINE_BYTES, False


def _decode(number: int, data: bytes, whole: bool, ended: bool) -> Line:
    fault = None if whole else f"longer than {MAX_LINE_BYTES >> 20} MiB"
    try:
        return Line(number, data.decode("utf-8"), fault, ended)
    except UnicodeDecodeError as error:
        at = f"not UTF-8: byte 0x{data[error.start]:02x} at byte {error.start + 1} of line {number}"
        return Line(number, data.decode("utf-8", "replace"), fault or at, ended)


def _why(error: BaseException) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory, not a feed"
    if isinstance(error, PermissionError):
        return "is not readable (permission denied)"
    if isinstance(error, OSError) and error.errno == errno.EBADF:
        return "is closed"
    if isinstance(error, OSError) and error.strerror:
        return f"can not be read ({error.strerror.lower()})"
    return f"can not be read ({error})"
