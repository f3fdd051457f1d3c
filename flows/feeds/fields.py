"""The fields of a record: under which names they come, what they may hold, and the paper that they make.

Every reader of records by name (JSON Lines, CSV, Parquet) goes by these names and rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import regex

from flows.feeds.dates import Dates
from flows.feeds.source import FeedError, Notice, named
from schemas.records import Paper

Columns = Mapping[str, str]
"""By field, the name that a user says it has; an empty name: the field is not to be read."""

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "paper_title", "document_title"),
    "abstract": ("abstract", "summary", "paper_abstract", "abstract_text"),
    "id": ("id", "arxiv_id", "paper_id", "arxivid"),
    "url": ("url", "link", "paper_url", "arxiv_url", "abs_url", "pdf_url"),
    "published": ("published", "published_date", "publication_date", "published_at", "date"),
    "doi": ("doi",),
    "categories": ("categories", "category", "subjects", "keywords"),
}
"""The fields of a paper, with the names by which they are recognised, the surest first."""

FIELDS = tuple(NAMES)
_REQUIRED = ("title", "abstract")

_LISTED = 300  # characters of names that an error lists
_QUOTED = regex.compile(r"""'([^']*)'|"([^"]*)\"""")
_BETWEEN = regex.compile(r"\s*[,;|]\s*")


class BadRecordError(ValueError):
    """Why a record is not a paper."""


def recognised(given: Iterable[str], columns: Columns) -> dict[str, str]:
    """By field, the name under which a feed with these names has it; upper and lower case are the same.

    A name that the user gave is taken as it is, whether or not the feed has it.
    """
    folded = {fold(name): name for name in reversed(list(given))}
    found = {}
    for field, names in NAMES.items():
        if field in columns:
            if columns[field]:
                found[field] = columns[field]
        elif name := next((folded[name] for name in names if name in folded), None):
            found[field] = name
    return found


class Names:
    """The names of fields in records without a header, each of which may have others."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._unseen = {field: name for field, name in columns.items() if name}
        self._first: tuple[str, ...] | None = None
        self._known = lru_cache(maxsize=64)(self._look)  # few feeds have more than a handful

    def of(self, record: Mapping[str, Any]) -> dict[str, str]:
        """By field, the name under which this record has it."""
        return self._known(tuple(record))

    def _look(self, keys: tuple[str, ...]) -> dict[str, str]:
        self._first = self._first or keys
        self._unseen = {field: name for field, name in self._unseen.items() if name not in keys}
        return recognised(keys, self._columns)

    def unseen(self, path: Path) -> Iterator[Notice]:
        """What is to be said, after the last record, of names that the user gave and no record had.

        Raises:
            FeedError: one is that of the title or the abstract, so that there was no paper.
        """
        for field, name in self._unseen.items() if self._first else ():
            listed = ", ".join(self._first or ())[:_LISTED]
            message = f"no record has {name!r} for the {field}; the first has: {listed}"
            if field in _REQUIRED:
                raise FeedError(f"{named(path)}: {message}")
            yield Notice(str(path), message)


def missing(given: Sequence[str], names: Mapping[str, str]) -> str | None:
    """Why no paper can be made of records with these names, if so."""
    listed = f"it has: {', '.join(given)[:_LISTED]}"
    for field, name in names.items():
        if name not in given:
            return f"has no column {name!r} for the {field}; {listed}"
    for field in _REQUIRED:
        if field not in names:
            return f"has no column for the {field}; {listed}; name it by --{field}-column"
    return None


def repeated(given: Sequence[str], names: Mapping[str, str]) -> str | None:
    """Why it is not known which columns of these names the fields are, if so."""
    for field, name in names.items():
        if (count := given.count(name)) > 1:
            return f"has {count} columns {name!r}, and one {field} only; it has: {', '.join(given)[:_LISTED]}"
    return None


def fold(name: str) -> str:
    """A name for comparison: ``Paper Title`` and ``paper_title`` are one."""
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def paper_of(record: Mapping[str, Any], source: str, names: Mapping[str, str], dates: Dates) -> Paper:
    """The paper that a record holds; ``names``: by field, the record's name for it.

    Raises:
        BadRecordError: the record has no title or no abstract, or a field is not what it must be.
    """
    ident = _id(record, names.get("id"))
    categories = record.get(names["categories"]) if "categories" in names else None
    return Paper.of(
        required(record, names.get("title"), "title"),
        required(record, names.get("abstract"), "abstract"),
        source=source,
        url=text(record, names.get("url")),
        arxiv_id=ident,
        doi=text(record, names.get("doi")) or ident,
        published=dates.of(record.get(names["published"]), names["published"]) if "published" in names else None,
        categories=() if categories is None else list_of(categories, names["categories"]),
    )


def required(record: Mapping[str, Any], key: str | None, field: str | None = None) -> str:
    """A text that a paper can not do without.

    Raises:
        BadRecordError: there is none, or it is no text.
    """
    value = text(record, key)
    if value is None or not value.strip():
        raise BadRecordError(f"no {key or field}")
    return value


def text(record: Mapping[str, Any], key: str | None) -> str | None:
    """A text, null when there is none.

    Raises:
        BadRecordError: it is something else.
    """
    value = record.get(key) if key is not None else None
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRecordError(f"{key} is not a string but {kind(value)}")
    return encodable(str(key), value) if value else None


def list_of(value: object, key: str = "categories") -> tuple[str, ...]:
    """Categories: a list, such a list written out, words in one string, or phrases with marks between them.

    Raises:
        BadRecordError: it is something else.
    """
    if isinstance(value, str):
        if value.startswith("["):
            value = [one or other for one, other in _QUOTED.findall(value)]
        else:
            value = _BETWEEN.split(value.strip()) if _BETWEEN.search(value) else value.split()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise BadRecordError(f"{key} is not a list of strings")
    return tuple(encodable(key, item) for item in value if item)


def encodable(key: str, value: str) -> str:
    """The text itself.

    Raises:
        BadRecordError: it holds half of a surrogate pair, which no encoding can write.
    """
    if value.isascii():
        return value
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadRecordError(f"{key} is not Unicode text: half a surrogate pair at {error.start + 1}") from error
    return value


def kind(value: object) -> str:
    """What a value of JSON is, in a word."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


def _id(record: Mapping[str, Any], key: str | None) -> str | None:
    value = record.get(key) if key is not None else None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text(record, key)
