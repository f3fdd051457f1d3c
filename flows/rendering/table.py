"""Rows as a table that fits the terminal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TextIO

from flows.rendering.cells import shown

_WIDTH = 160  # characters of a table that goes into a file or a pipe
_LEAST_LINE, _LEAST_COLUMN = 20, 12  # characters; what needs more than there is, the terminal wraps
_BETWEEN = 2  # spaces between columns


def write(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    stream: TextIO,
    line_width: int,
    rigid: Collection[str] = (),
) -> None:
    """Columns as wide as what stands in them, folded where the line has no room and they are not in ``rigid``.

    Numbers stand to the right. Nothing is cut: what does not fit when the columns are as narrow as they may be makes
    the lines longer.
    """
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    from flows.rendering.page import Page

    table = Table(box=None, pad_edge=False, header_style="bold")
    body = [list(row) for row in rows]
    least = _BETWEEN * (len(columns) - 1)
    for place, name in enumerate(columns):
        values = [row[place] for row in body if row[place] is not None]
        numeric = bool(values) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
        is_whole = numeric or name in rigid
        table.add_column(Text(name), justify="right" if numeric else "left", no_wrap=is_whole, overflow="fold")
        widest = max(cell_len(line) for text in (name, *map(shown, values)) for line in text.splitlines() or [""])
        least += widest if is_whole else min(widest, _LEAST_COLUMN)
    for row in body:
        table.add_row(*(Text(shown(value)) for value in row))
    console = Page(file=stream, highlight=False, soft_wrap=False, width=max(line_width, least))
    console.print(table)


def width(stream: TextIO) -> int:
    """How many characters a line of a table on ``stream`` may have."""
    return max(shutil.get_terminal_size().columns, _LEAST_LINE) if _is_sized(stream) else _WIDTH


def _is_sized(stream: TextIO) -> bool:
    """Whether the terminal, or the user by ``COLUMNS``, says how wide a line is."""
    return stream.isatty() or os.environ.get("COLUMNS", "").isdecimal()
