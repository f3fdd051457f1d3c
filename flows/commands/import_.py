"""``paperclaims import``: a warehouse from an export."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_warehouse, named_path
from flows.stopping import ended_by_signals

NAME = "import"
HELP = "make a warehouse from an export"
DESCRIPTION = """\
Make a warehouse from the files that paperclaims export wrote, Parquet or CSV. Every table comes back row by row, with
history, runs and rejects; an export of an older layout is brought up to date. Every row is checked as when it was
first loaded, and a table whose file is missing or damaged ends the import with nothing left behind.

  paperclaims import parquet/ --warehouse restored.duckdb
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("directory", type=named_path, metavar="DIR", help="where the files of an export are")
    add_warehouse(parser, is_made=True)


def run(args: Namespace) -> int:
    """Import and say how many rows each table has."""
    from warehouse import import_

    with ended_by_signals():
        rows = import_(args.directory, args.warehouse)
    for table, count in rows.items():
        print(f"{table:<26} {count}")
    print(f"{'warehouse':<26} {args.warehouse}")
    return 0
