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


def add_wait(parser: ArgumentParser) -> None:
    """``--wait SECONDS``."""
    parser.add_argument(
        "--wait", type=seconds, default=0, metavar="SECONDS",
        help="wait so long for somebody else who writes the warehouse (default: stop and say who it is)",
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


def seconds(text: str) -> float:
    """A number of seconds above 0."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not number > 0:
        raise ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return number
