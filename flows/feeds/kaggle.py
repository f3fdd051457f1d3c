"""The snapshot of all arXiv papers that Kaggle hosts: JSON Lines in arXiv's own words, some 5 GB.

Of each line: ``id``, ``title``, ``abstract``, ``doi``, ``categories`` (in one string) and the date of the first of
the ``versions``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import regex

from flows.feeds.dates import Dates
from flows.feeds.fields import BadRecordError, list_of, required, text
from flows.feeds.jsonl import read_objects
from flows.feeds.source import Listed, Notice
from schemas.records import Paper, Reject

SOURCE = "kaggle"

_KEYS = ('"id"', '"abstract"', '"versions"', '"authors_parsed"')
_FIRST_LINE = regex.compile(r"\s*(\{[^\n]*)")


def sniff(head: str) -> bool:
    """Whether the first line of a file that starts so has the keys of the snapshot."""
    line = _FIRST_LINE.match(head)
    return line is not None and all(key in line[1] for key in _KEYS)


def read(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a snapshot and the lines that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read.
    """
    return read_objects(path, partial(_paper, dates=dates))


def _paper(record: Mapping[str, Any], *, dates: Dates) -> Paper:
    ident = required(record, "id")
    return Paper.of(
        required(record, "title"),
        required(record, "abstract"),
        source=SOURCE,
        url=f"https://arxiv.org/abs/{ident}",
        arxiv_id=ident,
        doi=text(record, "doi"),
        published=_published(record, dates),
        categories=list_of(record.get("categories") or ""),
    )


def _published(record: Mapping[str, Any], dates: Dates) -> dt.date | None:
    versions = record.get("versions")
    if not versions:
        return None
    if not isinstance(versions, list) or not isinstance(versions[0], dict):
        raise BadRecordError("versions is not a list of objects")
    return dates.of(versions[0].get("created"), "created")
