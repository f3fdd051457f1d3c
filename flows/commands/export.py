"""``paperclaims export``: every relation as a file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_warehouse, named_path

NAME = "export"
HELP = "write every relation as a Parquet or CSV file"
DESCRIPTION = """\
Write every relation of the warehouse as a file of its name, and manifest.json, which says what they hold. In CSV a
list is a JSON array, null is nothing and an empty text "". paperclaims import makes a warehouse of them again.

  paperclaims export parquet/
  paperclaims export csv/ --format csv
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument(
        "directory", type=named_path, metavar="DIR", help="where the files go; made when it is not there"
    )
    add_warehouse(parser)
    parser.add_argument(
        "-f", "--format", choices=("parquet", "csv"), default="parquet", help="the kind of files (default: parquet)"
    )


def run(args: Namespace) -> int:
    """Export and say what was written."""
    from warehouse import export

    for path in sorted(export(args.warehouse, args.directory, args.format)):
        print(path)
    return 0
