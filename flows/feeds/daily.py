"""The daily papers of Hugging Face, as its API gives them: one day, or many, in an array or one after the other.

Of each entry: ``paper`` with ``id``, ``title``, ``summary`` and ``publishedAt``; what the paper lacks is taken from
the entry around it, and an entry without ``paper`` is the paper itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from flows.feeds.dates import Dates
from flows.feeds.fields import required, text
from flows.feeds.objects import first_object, read_objects
from flows.feeds.source import Listed, Notice
from schemas.records import Paper, Reject

SOURCE = "hf-daily"


def sniff(head: str) -> bool:
    """Whether a file that starts so holds daily papers."""
    return _is_entry(first_object(head))


def _is_entry(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("paper"), dict) or ("publishedAt" in record and "summary" in record)


def read(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a file and the entries that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, or breaks off.
    """
    return read_objects(path, partial(_paper, dates=dates))


def _paper(entry: Mapping[str, Any], *, dates: Dates) -> Paper:
    inner = entry.get("paper")
    record = {**entry, **{key: value for key, value in inner.items() if value}} if isinstance(inner, dict) else entry
    ident = text(record, "id")
    return Paper.of(
        required(record, "title"),
        required(record, "summary"),
        source=SOURCE,
        url=f"https://arxiv.org/abs/{ident}" if ident else None,
        arxiv_id=ident,
        published=dates.of(record.get("publishedAt"), "publishedAt"),
    )
