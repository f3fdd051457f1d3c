"""JSON that is no JSON Lines: an array of objects, or objects over several lines, with fields as in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import regex

from flows.feeds.fields import Columns, paper_of, recognised
from flows.feeds.objects import KEY, read_objects
from flows.feeds.source import Listed
from schemas.records import Reject

SOURCE = "json"

_START = regex.compile(rf"\s*(?:\[\s*(?:[\[{{\]]|$)|\{{\s*\n|\{{\s*{KEY})", regex.I)


def sniff(head: str, columns: Columns) -> bool:
    """Whether a file that starts so is an array of objects, or an object over several lines."""
    return _START.match(head) is not None


def read(path: Path, columns: Columns) -> Iterator[Listed | Reject]:
    """The papers of a file and the objects that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, or breaks off.
    """
    names = lru_cache(maxsize=64)(lambda keys: recognised(keys, columns))
    return read_objects(path, lambda record: paper_of(record, SOURCE, names(tuple(record))))
