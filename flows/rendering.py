"""Rows for a reader or for a program: table, csv, json, md."""

from __future__ import annotations

import csv
import json
import math
import os
import shutil
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TextIO

FORMATS = ("table", "csv", "json", "md")
_WIDTH = 160  # characters of a table that goes into a file or a pipe
_DIGITS = 4  # significant digits of a number in a table


def render(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    style: str,
    out: TextIO | None = None,
    rigid: Collection[str] = (),
) -> None:
    """Write rows in a style of :data:`FORMATS`; csv and json are complete, a table fits the terminal's width.

    The columns named in ``rigid`` are not broken over lines.
    """
    stream = out or sys.stdout
    match style:
        case "csv":
            _csv(columns, rows, stream)
        case "json":
            _json(columns, rows, stream)
        case "md":
            _markdown(columns, rows, stream)
        case _:
            _table(columns, rows, stream, rigid)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["; ".join(map(str, v)) if isinstance(v, list) else v for v in row] for row in rows)


def _json(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """One array, an object a row, written as the rows come; what JSON has no word for is a string or null."""
    stream.write("[")
    for number, row in enumerate(rows):
        values = {name: _plain(value) for name, value in zip(columns, row, strict=True)}
        stream.write((",\n" if number else "\n") + json.dumps(values, ensure_ascii=False, default=str))
    stream.write("\n]\n")


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _markdown(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cell.replace("|", r"\|").replace("\n", " ") for cell in cells) + " |\n"

    stream.write(line(columns) + "|" + "---|" * len(columns) + "\n")
    for row in rows:
        stream.write(line(shown(value) for value in row))


def _table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO, rigid: Collection[str] = ()
) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    body = [list(row) for row in rows]
    for place, name in enumerate(columns):
        values = [row[place] for row in body if row[place] is not None]
        numeric = bool(values) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
        table.add_column(
            Text(name), justify="right" if numeric else "left", no_wrap=numeric or name in rigid, overflow="fold"
        )
    for row in body:
        table.add_row(*(Text(shown(value)) for value in row))
    console = Console(file=stream, highlight=False, soft_wrap=False, width=width(stream))
    console.print(table)


def _is_sized(stream: TextIO) -> bool:
    """Whether the terminal, or the user by ``COLUMNS``, says how wide a line is."""
    return stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()


def width(stream: TextIO) -> int:
    """How many characters a line of a table on ``stream`` may have."""
    return shutil.get_terminal_size().columns if _is_sized(stream) else _WIDTH


def shown(value: Any) -> str:
    """A value as a table shows it: numbers to four digits, lists with commas, null as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if 1000 <= abs(value) < 1e6:
            return f"{value:.0f}"
        return f"{value:.{_DIGITS}g}"
    if isinstance(value, list | tuple):
        return ", ".join(shown(v) for v in value)
    return str(value)
