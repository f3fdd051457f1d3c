"""``paperclaims runs``: the ledger, newest first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from flows.commands.options import add_output, add_warehouse, positive, print_rows
from flows.rendering import for_programs

NAME = "runs"
HELP = "list the runs, newest first"
DESCRIPTION = """\
List the runs, newest first, with what each of them brought. The number in front, or the run's id or its beginning,
names it to paperclaims diff and in SQL: claims_at(-2) are the claims as the run before the last left them.

  paperclaims runs
  paperclaims runs -n 5 -f csv
"""
_IN_A_TABLE = {
    "number": "run", "run_id": "id", "status": "status", "feed": "feed", "extractor_version": "extractor",
    "took": "took", "papers_seen": "papers", "papers_new": "new", "papers_changed": "changed",
    "claims_new": "claims came", "claims_replaced": "went", "rejected": "refused",
}  # fmt: skip


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("-n", "--limit", type=positive, metavar="N", help="the last N runs (default: all)")
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the runs; csv and json have every column."""
    from warehouse import list_runs

    with list_runs(args.warehouse, args.limit) as result:
        if for_programs(args.format):
            print_rows(args, result.columns, result)
        else:
            rows = (dict(zip(result.columns, row, strict=True)) for row in result)
            cells = ([_cell(row, name) for name in _IN_A_TABLE] for row in rows)
            print_rows(args, list(_IN_A_TABLE.values()), cells)
    return 0


def _cell(row: Mapping[str, Any], name: str) -> Any:
    if name != "took":
        return row[name]
    return None if row["seconds"] is None else f"{row['seconds']:.1f} s"
