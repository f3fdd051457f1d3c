"""Rows for a reader (table, markdown), whose numbers are rounded, or for a program (csv, json, jsonl, parquet)."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TextIO

from flows.rendering import delimited, jsontext, markdown, table
from flows.rendering.cells import shown
from flows.rendering.table import width

__all__ = ["FORMATS", "for_programs", "is_binary", "render", "shown", "width"]

FORMATS = ("table", "csv", "json", "jsonl", "markdown", "md", "parquet")
"""Styles of rows; ``md`` is short for ``markdown``."""


def is_binary(style: str) -> bool:
    """Whether rows in that style are no text."""
    return style == "parquet"


def for_programs(style: str) -> bool:
    """Whether the style is complete, rather than what a reader has room for."""
    return style in ("csv", "json", "jsonl", "parquet")


def render(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    style: str,
    out: TextIO | None = None,
    *,
    line_width: int | None = None,
    rigid: Collection[str] = (),
) -> None:
    """Write rows in a style of :data:`FORMATS`; parquet goes to the stream's ``buffer``.

    A table fits ``line_width`` characters, or else what the stream's terminal has; its columns named in ``rigid`` are
    not broken over lines. Rows that know their Arrow types,
    such as a :class:`warehouse.Result`, keep them in parquet.
    """
    stream = out or sys.stdout
    match style:
        case "csv":
            delimited.write(columns, rows, stream)
        case "json":
            jsontext.write_array(columns, rows, stream)
        case "jsonl":
            jsontext.write_lines(columns, rows, stream)
        case "markdown" | "md":
            markdown.write(columns, rows, stream)
        case "parquet":
            from flows.rendering import parquet

            parquet.write(columns, rows, stream.buffer)
        case _:
            table.write(columns, rows, stream, line_width or width(stream), rigid)
