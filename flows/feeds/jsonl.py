"""JSON Lines: one paper a line, an object with a title, an abstract and whatever else is known.

``title`` and ``abstract`` are required. Optional: ``id`` (an arXiv id or a DOI is taken as such), ``doi``, ``url``,
``published`` (a date, or a date and time, a month or a year) and ``categories`` (a list, or words in one string). The
names may be others (:mod:`flows.feeds.fields`); further keys are not read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from flows.feeds.dates import Dates
from flows.feeds.fields import BadRecordError, Columns, Names, kind, paper_of
from flows.feeds.objects import parse_error
from flows.feeds.source import Line, Listed, Notice, lines, refused
from schemas.records import Paper, Reject

SOURCE = "jsonl"

ToPaper = Callable[[Mapping[str, Any]], Paper]


def sniff(head: str, columns: Columns) -> bool:
    """Whether a file that starts so holds one JSON object a line."""
    return head.lstrip().startswith("{")


def read(path: Path, columns: Columns, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a file and the lines that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, or no record has the name that was given for the title or the abstract.
    """
    names = Names(columns)
    yield from read_objects(path, lambda record: paper_of(record, SOURCE, names.of(record), dates))
    yield from names.unseen(path)


def read_objects(path: Path, to_paper: ToPaper) -> Iterator[Listed | Reject | Notice]:
    """The papers that are made of the object of each line, and the lines of which none can be made.

    Raises:
        FeedError: the file can not be read.
    """
    for line in lines(path):
        if isinstance(line, Notice):
            yield line
        elif line.fault or (line.text and not line.text.isspace()):
            yield _record(path, line, to_paper)


def _record(path: Path, line: Line, to_paper: ToPaper) -> Listed | Reject:
    try:
        if line.fault:
            raise BadRecordError(line.fault)
        return Listed(line.number, to_paper(_parse(line.text)))
    except BadRecordError as error:
        return refused(f"{path}:{line.number}", str(error), line.text)


def _parse(text: str) -> dict[str, Any]:
    try:
        record = orjson.loads(text)
    except orjson.JSONDecodeError:  # or it reads less than Python does, and says less well why
        record = _parse_slowly(text)
    if not isinstance(record, dict):
        raise BadRecordError(f"not an object but {kind(record)}")
    return record


def _parse_slowly(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadRecordError(f"not JSON: {parse_error(error)} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:  # a number of too many digits, too many brackets
        raise BadRecordError("not JSON that can be read: a number too long or brackets too deep") from error
