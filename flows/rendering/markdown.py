"""Rows as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from flows.rendering.cells import shown


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO) -> None:
    """A row of names, a rule, then a row a row; bars are escaped and line ends become spaces."""
    stream.write(_line(columns) + "|" + "---|" * len(columns) + "\n")
    for row in rows:
        stream.write(_line(shown(value) for value in row))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|").replace("\n", " ") for cell in cells) + " |\n"
