"""Rows as CSV: RFC 4180 with a line of names, Unix line ends, nothing for null and ``""`` for an empty text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from flows.rendering.cells import blob
from flows.rendering.jsontext import as_json

_SPECIAL = re.compile(r'[",\r\n]')


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """A line of names, then a line a row."""
    stream.write(",".join(map(_cell, columns)) + "\n")
    # A row that is one null would be an empty line, which readers skip.
    only = len(columns) == 1
    for row in rows:
        line = ",".join(map(_cell, row))
        stream.write((line or '""' if only else line) + "\n")


def _cell(value: Any) -> str:
    """Lists and structs are JSON, other values as DuckDB reads them."""
    match value:
        case None:
            return ""
        case str():
            text = value
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)
        case list() | tuple() | dict():
            text = as_json(value)
        case bytes():
            text = blob(value)
        case _:
            text = str(value)
    if text and not _SPECIAL.search(text) and text[0] != " " and text[-1] != " ":
        return text
    return '"' + text.replace('"', '""') + '"'
