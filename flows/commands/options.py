"""Options that several verbs share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from flows.rendering import FORMATS, render

DEFAULT_WAREHOUSE = Path("claims.duckdb")


def add_warehouse(parser: ArgumentParser, *, is_made: bool = False) -> None:
    """``--warehouse PATH``; ``is_made``: it must not be there yet."""
    what = "the warehouse to make, a DuckDB file that is not there yet" if is_made else "the warehouse, a DuckDB file"
    parser.add_argument(
        "-w", "--warehouse", type=Path, default=DEFAULT_WAREHOUSE, metavar="PATH",
        help=f"{what} (default: {DEFAULT_WAREHOUSE})",
    )  # fmt: skip


def add_output(parser: ArgumentParser) -> None:
    """``--format`` and ``--output FILE``."""
    parser.add_argument(
        "-f", "--format", choices=FORMATS, default="table", help="how rows are written (default: table)"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help="write the rows to a file, which appears whole or not at all (default: standard output)",
    )  # fmt: skip


def print_rows(args: Namespace, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows as ``--format`` and ``--output`` say."""
    from flows.output import destination

    with destination(args.output, args.format) as stream:
        render(columns, rows, args.format, stream)


def positive(text: str) -> int:
    """A whole number of 1 or more."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return number
