"""Options that several verbs share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from flows.rendering import FORMATS

DEFAULT_WAREHOUSE = Path("claims.duckdb")


def add_warehouse(parser: ArgumentParser) -> None:
    """``--warehouse PATH``."""
    parser.add_argument(
        "-w", "--warehouse", type=Path, default=DEFAULT_WAREHOUSE, metavar="PATH",
        help=f"the warehouse, a DuckDB file (default: {DEFAULT_WAREHOUSE})",
    )  # fmt: skip


def add_output(parser: ArgumentParser) -> None:
    """``--format table|csv|json|md``."""
    parser.add_argument(
        "-f", "--format", choices=FORMATS, default="table", help="how rows are written (default: table)"
    )


def positive(text: str) -> int:
    """A whole number of 1 or more."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return number
