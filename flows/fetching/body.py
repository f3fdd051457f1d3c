"""The body of an answer: taken off its Content-Encoding, measured, and written to a file."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from flows.fetching.errors import RequestError, TemporaryError

_PIECE = 1 << 20  # bytes that are unpacked at a time
_GZIP = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class Received:
    """What was written: its digest, its size, and how much of it was sent."""

    sha256: str
    size: int
    sent: int


class _Decoder(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...

    def finish(self) -> None: ...


def receive(
    chunks: Iterable[bytes], encoding: str, path: Path, limit: int, tell: Callable[[int], None] = lambda _: None
) -> Received:
    """Write a body to a file. ``tell`` hears how many bytes have come.

    Memory stays bounded whatever is sent. httpx's own decoders unpack a chunk whole, and take half a gzip stream for
    a whole one.

    Raises:
        RequestError: the body is empty, encoded as nobody asked for, or larger than ``limit`` when unpacked.
        TemporaryError: the compressed data is damaged or ends early.
    """
    decoder = _decoder(encoding)
    digest = hashlib.sha256()
    sent = size = 0
    with path.open("wb") as file:
        for chunk in chunks:
            sent += len(chunk)
            for piece in decoder.feed(chunk):
                size += len(piece)
                if size > limit:
                    raise too_large(limit)
                digest.update(piece)
                file.write(piece)
            tell(sent)
        decoder.finish()
    if not size:
        raise RequestError("the answer is empty")
    return Received(digest.hexdigest(), size, sent)


def too_large(limit: int) -> RequestError:
    """The error for a body beyond the limit."""
    return RequestError(f"is larger than {limit:,} bytes, the most that is fetched (see --max-size)")


def _decoder(encoding: str) -> _Decoder:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
    raise RequestError(f"is encoded as {encoding[:40]!r}, which was not asked for")


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> None:
        pass


class _Gzip:
    """A gzip stream of one or more members, unpacked in pieces."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._is_begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP)
            self._is_begun = True
            try:
                piece = self._member.decompress(data, _PIECE)
            except zlib.error as error:
                raise TemporaryError(f"the compressed data is damaged ({error})") from error
            data = self._member.unused_data or self._member.unconsumed_tail
            if piece:
                yield piece

    def finish(self) -> None:
        if self._is_begun and not self._member.eof:
            raise TemporaryError("the compressed data ends early")
