"""``paperclaims leaderboard``: who reports the largest factor."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from flows.commands.options import add_output, add_warehouse, positive, print_rows
from flows.rendering import for_programs, shown, width
from flows.usererror import UserError

NAME = "leaderboard"
HELP = "rank the papers' own comparisons by factor"
DESCRIPTION = """\
Rank the papers' own comparisons on one scale, "how many times better": "100% speedup", "2x faster", "halves the
runtime" and "50% lower latency" are all 2. A paper is ranked by its best typical claim, and by an "up to" or a
maximum only when it has no other; --all lists every claim.

  paperclaims leaderboard                     all metrics in one list
  paperclaims leaderboard speed --limit 10    the ten largest speedups
  paperclaims leaderboard memory -f md        as Markdown
"""
_NARROW = 120  # characters; a terminal that has fewer gets fewer columns
_WIDE_ONLY = ("quote", "setting")
_QUALIFIERS = {"at_most": "up to ", "at_least": "over ", "approx": "about "}


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    from schemas.vocabulary import Metric

    ranked = ", ".join(metric.value for metric in Metric if metric.has_factor)
    parser.add_argument("metric", nargs="?", metavar="METRIC", help=f"one metric: {ranked}")
    parser.add_argument("-n", "--limit", type=positive, metavar="N", help="at most N rows (default: all)")
    parser.add_argument("-a", "--all", action="store_true", help="every claim, not one a paper and metric")
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the leaderboard; what is for programs has every column, a table those that fit."""
    from schemas.vocabulary import Metric
    from warehouse import leaderboard

    if args.metric in set(Metric) and not Metric(args.metric).has_factor:
        raise UserError(
            f"a change of {args.metric} has no factor, so none is ranked; they stand in the relation claims"
        )
    with leaderboard(args.warehouse, args.metric, args.limit, every_claim=args.all) as result:
        if for_programs(args.format):
            print_rows(args, result.columns, result)
        else:
            columns = _columns(args)
            rows = (dict(zip(result.columns, row, strict=True)) for row in result)
            print_rows(args, columns, ([_cell(row, name) for name in columns] for row in rows))
    return 0


def _columns(args: Namespace) -> list[str]:
    """What a reader is shown: the metric only where there are several, the words of the claim where there is room."""
    columns = ["rank", "metric", "factor", "system", "quote", "baseline", "setting", "title"]
    if args.metric:
        columns.remove("metric")
    if args.format == "table" and not args.output and width(sys.stdout) < _NARROW:
        return [name for name in columns if name not in _WIDE_ONLY]
    return columns


def _cell(row: Mapping[str, Any], name: str) -> Any:
    if name != "factor":
        return row[name]
    ends = dict.fromkeys(shown(end) for end in sorted((row["factor_low"], row["factor_high"])))
    return _QUALIFIERS.get(row["qualifier"], "") + " to ".join(ends)
