"""Feeds read for a test: what came of them, and how they ended."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.feeds import FeedError, Notice, open_feed
from schemas.records import Paper, Reject

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COMPRESSED: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": zstd.compress}


@dataclass
class Read:
    """What a feed gave before its end, or before it could be read no further."""

    papers: list[Paper] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    failure: str | None = None

    @property
    def titles(self) -> list[str]:
        return [paper.title for paper in self.papers]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        return [(reject.locator, reject.reason) for reject in self.rejects]

    @property
    def said(self) -> list[tuple[str, str]]:
        return [(notice.locator, notice.message) for notice in self.notices]


def read(path: Path, name: str | None = None, columns: Mapping[str, str] | None = None) -> Read:
    """All of a feed; an error on the way, but none on opening it, is part of what came of it."""
    found = Read()
    try:
        for record in open_feed(path, name, columns).records():
            match record:
                case Paper():
                    found.papers.append(record)
                case Reject():
                    found.rejects.append(record)
                case Notice():
                    found.notices.append(record)
    except FeedError as error:
        found.failure = str(error)
    return found
