"""Rows as JSON: one array, or an object a line."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TextIO

from flows.rendering.cells import blob

_quoted = json.encoder.encode_basestring  # characters beyond ASCII stay as they are


def write_array(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """One array, an object a row, written as the rows come."""
    stream.write("[")
    for number, line in enumerate(_objects(columns, rows)):
        stream.write((",\n" if number else "\n") + line)
    stream.write("\n]\n")


def write_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """JSON Lines: an object a row."""
    for line in _objects(columns, rows):
        stream.write(line + "\n")


def as_json(value: Any) -> str:
    """A value as JSON: numbers with all their digits, lists and structs as they are, everything else as text.

    Infinity and not-a-number, for which JSON has no word, become null.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case int():
            return int.__repr__(value)
        case float():
            return float.__repr__(value) if math.isfinite(value) else "null"
        case Decimal():
            return f"{value:f}" if value.is_finite() else "null"
        case list() | tuple():
            return "[" + ", ".join(map(as_json, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{_quoted(_key(k))}: {as_json(v)}" for k, v in value.items()) + "}"
        case bytes():
            return _quoted(blob(value))
    return _quoted(str(value))


def _key(value: Any) -> str:
    return value if isinstance(value, str) else as_json(value)


def _objects(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    names = [_quoted(name) for name in _distinct(columns)]
    for row in rows:
        yield "{" + ", ".join(f"{name}: {as_json(value)}" for name, value in zip(names, row, strict=True)) + "}"


def _distinct(columns: Sequence[str]) -> list[str]:
    """The names, of which each that comes again gets a number, as in DuckDB: an object would keep only the last."""
    taken = set(columns)
    names: list[str] = []
    for name in columns:
        unique, number = name, 0
        while unique in names or (number and unique in taken):
            number += 1
            unique = f"{name}_{number}"
        names.append(unique)
    return names
