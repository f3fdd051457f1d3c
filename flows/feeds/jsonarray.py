"""JSON that is no JSON Lines: an array of objects, or objects over several lines, with fields as in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import regex

from flows.feeds.dates import Dates
from flows.feeds.fields import Columns, Names, paper_of
from flows.feeds.objects import KEY, read_objects
from flows.feeds.source import Listed, Notice
from schemas.records import Reject

SOURCE = "json"

_START = regex.compile(rf"\s*(?:\[\s*(?:[\[{{\]]|$)|\{{\s*\n|\{{\s*{KEY})", regex.I)


def sniff(head: str, columns: Columns) -> bool:
    """Whether a file that starts so is an array of objects, or an object over several lines."""
    return _START.match(head) is not None


def read(path: Path, columns: Columns, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a file and the objects that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, breaks off, or no record has the name that was given for the title or
            the abstract.
    """
    names = Names(columns)
    yield from read_objects(path, lambda record: paper_of(record, SOURCE, names.of(record), dates))
    yield from names.unseen(path)
