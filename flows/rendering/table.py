"""Rows as a table that fits the terminal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TextIO

from flows.rendering.cells import shown

_WIDTH = 160  # characters of a table that goes into a file or a pipe


def write(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    stream: TextIO,
    line_width: int,
    rigid: Collection[str] = (),
) -> None:
    """Columns as wide as what stands in them, folded where the line has no room and they are not in ``rigid``.

    Numbers stand to the right.
    """
    from rich.table import Table
    from rich.text import Text

    from flows.rendering.page import Page

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
    console = Page(file=stream, highlight=False, soft_wrap=False, width=line_width)
    console.print(table)


def width(stream: TextIO) -> int:
    """How many characters a line of a table on ``stream`` may have."""
    return shutil.get_terminal_size().columns if _is_sized(stream) else _WIDTH


def _is_sized(stream: TextIO) -> bool:
    """Whether the terminal, or the user by ``COLUMNS``, says how wide a line is."""
    return stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()
