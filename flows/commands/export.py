"""``paperclaims export``: every relation as Parquet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from flows.commands.options import add_warehouse

NAME = "export"
HELP = "write every relation as a Parquet file"
DESCRIPTION = """\
Write every relation of the warehouse as a Parquet file of its name.

  paperclaims export parquet/
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("directory", type=Path, metavar="DIR", help="where the files go; made when it is not there")
    add_warehouse(parser)


def run(args: Namespace) -> int:
    """Export and say what was written."""
    from warehouse import export

    for path in export(args.warehouse, args.directory):
        print(path)
    return 0
