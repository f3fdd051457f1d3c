"""``paperclaims runs``: the ledger, newest first."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import Any

from flows.commands.options import add_output, add_warehouse, output, positive, print_rows
from flows.fetching.address import short
from flows.rendering import for_programs, render, shown, width

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
_NARROW = 120  # characters; a terminal that has fewer gets fewer columns
_WIDE_ONLY = ("extractor_version", "took", "papers_changed", "claims_replaced")


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
            is_narrow = args.format == "table" and not args.output and width(sys.stdout) < _NARROW
            heads = {name: head for name, head in _IN_A_TABLE.items() if not (is_narrow and name in _WIDE_ONLY)}
            rows = [dict(zip(result.columns, row, strict=True)) for row in result]
            if args.format != "table":
                heads["reason"] = "reason"
            cells = ([_cell(row, name, is_narrow=is_narrow) for name in heads] for row in rows)
            with output(args):
                render(list(heads.values()), cells, args.format, rigid={"id", "status"})
                if args.format == "table":
                    print(*_reasons(rows), sep="\n", end="")
    return 0


def _reasons(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """A line for each run that says why it did not complete, below the table, which has no room for them."""
    found = [row for row in rows if row.get("reason")]
    lines = [f"{row['number'] or row['run_id']} {row['status']}: {shown(row['reason'])}" for row in found]
    return ["", *lines, ""] if lines else []


def _cell(row: Mapping[str, Any], name: str, *, is_narrow: bool) -> Any:
    if name == "run_id" and is_narrow:
        return row["run_id"].partition(".")[0]  # to the second, which names it as well
    if name == "feed":
        return short(row["feed"])
    if name != "took":
        return row.get(name)
    return None if row["seconds"] is None else f"{row['seconds']:.1f} s"
