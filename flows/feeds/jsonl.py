"""JSON Lines: one paper a line, an object with a title, an abstract and whatever else is known.

``title`` and ``abstract`` are required. Optional: ``id`` (an arXiv id or a DOI is taken as such), ``doi``, ``url``,
``published`` (a date, or a date and time) and ``categories`` (a list, or words in one string). Other keys are not
read.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from flows.feeds.source import Line, Listed, Notice, lines
from schemas.identity import normalise_arxiv_id
from schemas.records import Paper, Reject
from schemas.vocabulary import Stage

SOURCE = "jsonl"

_PAYLOAD = 2000  # characters of a refused line that are kept: enough to find it by


class _BadRecordError(ValueError):
    """Why a line is not a paper."""


def sniff(head: str) -> bool:
    """Whether a file that starts so holds one JSON object a line."""
    return head.lstrip().startswith("{")


def read(path: Path) -> Iterator[Listed | Reject | Notice]:
    """The papers of a file and the lines that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read.
    """
    for line in lines(path):
        if isinstance(line, Notice):
            yield line
        elif line.text.strip():
            yield _record(path, line)


def _record(path: Path, line: Line) -> Listed | Reject:
    locator = f"{path}:{line.number}"
    try:
        if line.fault:
            raise _BadRecordError(line.fault)
        return Listed(locator, _paper(_parse(line.text)))
    except _BadRecordError as error:
        return Reject(Stage.SPLIT, locator, str(error), line.text[:_PAYLOAD])


def _parse(text: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise _BadRecordError(f"not JSON: {error.msg.lower()} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:  # a number of too many digits, too many brackets
        raise _BadRecordError("not JSON that can be read: a number too long or brackets too deep") from error
    if not isinstance(record, dict):
        raise _BadRecordError(f"not an object but {_kind(record)}")
    return record


def _paper(record: Mapping[str, Any]) -> Paper:
    ident = _text(record, "id", number=True)
    return Paper.of(
        _required(record, "title"),
        _required(record, "abstract"),
        source=SOURCE,
        url=_text(record, "url"),
        arxiv_id=normalise_arxiv_id(ident),
        doi=_text(record, "doi") or ident,
        published=_date(record),
        categories=_categories(record),
    )


def _required(record: Mapping[str, Any], key: str) -> str:
    value = _text(record, key)
    if value is None or not value.strip():
        raise _BadRecordError(f"no {key}")
    return value


def _text(record: Mapping[str, Any], key: str, *, number: bool = False) -> str | None:
    value = record.get(key)
    if number and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return _encodable(key, value) if value else None
    raise _BadRecordError(f"{key} is not a string but {_kind(value)}")


def _encodable(key: str, value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _BadRecordError(f"{key} is not Unicode text: half a surrogate pair at {error.start + 1}") from error
    return value


def _date(record: Mapping[str, Any]) -> dt.date | None:
    value = _text(record, "published")
    if value is None:
        return None
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise _BadRecordError(f"published is not a date such as 2024-12-31: {value[:40]!r}") from error


def _categories(record: Mapping[str, Any]) -> tuple[str, ...]:
    value = record.get("categories")
    if isinstance(value, str):
        value = value.split()
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _BadRecordError("categories is not a list of strings")
    return tuple(_encodable("categories", item) for item in value)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
