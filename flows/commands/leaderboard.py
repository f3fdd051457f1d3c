"""``paperclaims leaderboard``: who reports the largest factor."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_output, add_warehouse, positive
from flows.rendering import render

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
_IN_A_TABLE = (
    "rank",
    "metric",
    "factor_low",
    "factor_high",
    "qualifier",
    "system",
    "quote",
    "baseline",
    "setting",
    "title",
)


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("metric", nargs="?", metavar="METRIC", help="one metric, such as speed, throughput or memory")
    parser.add_argument("-n", "--limit", type=positive, metavar="N", help="at most N rows (default: all)")
    parser.add_argument("-a", "--all", action="store_true", help="every claim, not one a paper and metric")
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the leaderboard; csv and json have every column, a table those that fit."""
    from warehouse import leaderboard

    with leaderboard(args.warehouse, args.metric, args.limit, every_claim=args.all) as result:
        columns = result.columns
        if args.format in ("csv", "json"):
            render(columns, result, args.format)
        else:
            places = [columns.index(name) for name in _IN_A_TABLE]
            render(_IN_A_TABLE, ([row[place] for place in places] for row in result), args.format)
    return 0
