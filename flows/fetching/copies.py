"""The copies of a feed beside the warehouse: each a folder of documents, byte for byte, and a file that tells of it.

    claims.duckdb.feeds/export.arxiv.org-api-query-1f0c2b7a/20261129T060000.120000Z/0001.xml
    claims.duckdb.feeds/export.arxiv.org-api-query-1f0c2b7a/.20261129T060000.120000Z.json

The folder is a feed, and so is that of all copies: hidden files are none. Every file appears whole or not at all;
what tells of a document is written after it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flows.fetching.address import without_secrets
from flows.fetching.aside import lock

DRAFT = ".draft"
_KINDS, _PACKED = (".jsonl", ".json", ".xml", ".txt", ".csv", ".tsv", ".bib", ".parquet"), (".gz", ".zst")
_ENDINGS = (*_KINDS, *_PACKED, *(kind + packed for kind in _KINDS for packed in _PACKED))


@dataclass(frozen=True)
class Document:
    """One document of a copy."""

    file: str
    url: str  # asked for; this and the next without secrets
    found_at: str  # after redirects
    status: int
    fetched_at: str
    etag: str | None
    last_modified: str | None
    content_type: str | None
    content_encoding: str | None
    sha256: str  # of the file
    bytes: int  # of the file
    bytes_sent: int  # before the Content-Encoding was taken off


@dataclass(frozen=True)
class Copy:
    """A feed as it was once."""

    folder: Path
    url: str
    begun_at: str
    checked_at: str  # when the server last said that it is still so
    is_complete: bool = False
    fault: str | None = None  # why it is not, and can not be
    documents: tuple[Document, ...] = field(default=())

    @property
    def path(self) -> Path:
        """What is read as the feed: the document, or the folder of several."""
        return self.folder if len(self.documents) > 1 else self.folder / self.documents[0].file

    @property
    def digests(self) -> list[str]:
        """What it holds."""
        return [document.sha256 for document in self.documents]

    def is_sound(self) -> bool:
        """Whether the documents are still what was fetched."""
        return bool(self.documents) and all(
            _digest(self.folder / document.file) == document.sha256 for document in self.documents
        )

    def age(self, now: dt.datetime) -> dt.timedelta:
        """Since it was begun."""
        return now - dt.datetime.fromisoformat(self.begun_at)


class Copies:
    """The copies of one feed, beside a warehouse.

    Raises:
        OSError: a file can not be written; from every method.
    """

    def __init__(self, warehouse: Path, url: str) -> None:
        self._url = without_secrets(url)
        self.folder = warehouse.with_name(f"{warehouse.name}.feeds") / _name(url)

    @contextmanager
    def locked(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keep other processes from fetching the same feed meanwhile; one that does is waited for, which is told."""
        held = self._lock(waiting)
        try:
            yield
        finally:
            self._clear()
            os.close(held)

    def _lock(self, waiting: Callable[[], None]) -> int:
        while True:
            self.folder.mkdir(parents=True, exist_ok=True)
            held = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                lock(held, waiting)
                if _is_at(self.folder, held):
                    return held
            except BaseException:
                os.close(held)
                raise
            os.close(held)

    def _clear(self) -> None:
        """Leave no draft, and no folder without a copy."""
        (self.folder / DRAFT).unlink(missing_ok=True)
        with suppress(OSError):
            self.folder.rmdir()
            self.folder.parent.rmdir()

    def all(self) -> list[Copy]:
        """Every copy, the oldest first. A file that tells of none is passed over."""
        return [copy for path in sorted(self.folder.glob(".*Z.json")) if (copy := _read(path))]

    def newest(self) -> Copy | None:
        """The last whole copy whose documents are as they were."""
        return next((copy for copy in reversed(self.all()) if copy.is_complete and copy.is_sound()), None)

    def begin(self, now: dt.datetime) -> Copy:
        """A new copy, without documents."""
        copy = Copy(self.folder / f"{now:%Y%m%dT%H%M%S.%f}Z", self._url, now.isoformat(), now.isoformat())
        copy.folder.mkdir()
        return self.write(copy)

    def add(self, copy: Copy, document: Document, draft: Path) -> Copy:
        """The copy with one more document, which lies in ``draft``."""
        _sync(draft)
        draft.replace(copy.folder / document.file)
        return self.write(replace(copy, documents=(*copy.documents, document)))

    def write(self, copy: Copy) -> Copy:
        """Tell what a copy is now."""
        told: dict[str, Any] = asdict(copy)
        del told["folder"]
        path = _told(copy.folder)
        draft = path.with_suffix(DRAFT)
        draft.write_text(json.dumps(told, indent=1), encoding="utf-8")
        _sync(draft)
        draft.replace(path)
        return copy

    def remove(self, copies: Sequence[Copy]) -> None:
        """Take copies away, the documents first: what tells of them says what is left to do."""
        for copy in copies:
            if copy.folder.exists():
                shutil.rmtree(copy.folder)
            _told(copy.folder).unlink(missing_ok=True)

    def prune(self, keep: int) -> list[Copy]:
        """Remove all but the last ``keep`` whole copies, and whatever is not whole and older; what was removed."""
        copies = self.all()
        whole = [copy for copy in copies if copy.is_complete]
        if not whole:
            return []
        dropped = [
            *whole[:-keep],
            *(copy for copy in copies if not copy.is_complete and copy.folder < whole[-1].folder),
        ]
        self.remove(dropped)
        return dropped


def _name(url: str) -> str:
    """A folder's name: what the URL says, and what tells it from others, secrets included, the user not."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    said = re.sub(r"[^A-Za-z0-9.]+", "-", f"{host}{parts.path}").strip("-.")[:60]
    digest = hashlib.sha256(parts._replace(netloc=host, fragment="").geturl().encode()).hexdigest()
    return f"{said}-{digest[:8]}"


def ending(url: str, head: bytes) -> str:
    """The ending of a document's name: that of the URL, or what its first bytes say."""
    name = urlsplit(url).path.rpartition("/")[2].lower()
    known = [end for end in _ENDINGS if name.endswith(end)]
    if known:
        return max(known, key=len)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return {b"<": ".xml", b"[": ".json", b"{": ".jsonl", b"\x1f": ".gz", b"\x28": ".zst"}.get(start, ".txt")


def _is_at(folder: Path, held: int) -> bool:
    """Whether what is locked still has its name: whoever had it before may have removed it."""
    try:
        return os.path.samestat(folder.stat(), os.fstat(held))
    except FileNotFoundError:
        return False


def _told(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.json")


def _read(path: Path) -> Copy | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        told["documents"] = tuple(Document(**document) for document in told["documents"])
        return Copy(folder=path.with_name(path.stem.removeprefix(".")), **told)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
