"""``paperclaims sql``: ask the warehouse anything, change nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_output, add_warehouse, seconds
from flows.rendering import render
from flows.standardinput import read_text

NAME = "sql"
HELP = "ask the warehouse in SQL, read-only"
DESCRIPTION = """\
Ask the warehouse in DuckDB's SQL. The query can read the warehouse and nothing else: no files, no network, no
settings, no writing. Relations: papers, claims, hardware_mentions, hardware, links, runs, rejects, leaderboard. What
was replaced: papers_history, claims_history, hardware_mentions_history, links_history. Of several statements the rows
of the last are shown.

  paperclaims sql "SELECT metric, count(*) FROM claims GROUP BY ALL ORDER BY 2 DESC"
  paperclaims sql "FROM leaderboard WHERE list_contains(hardware, 'NVIDIA A100')" -f csv
  paperclaims sql - < question.sql
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument(
        "query", metavar="QUERY", help="one or more statements, or - to read them from standard input"
    )
    parser.add_argument(
        "-t", "--timeout", type=seconds, metavar="SECONDS", help="stop the query after so long (default: never)"
    )
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the rows of the last statement."""
    from warehouse import query

    text = read_text() if args.query == "-" else args.query
    with query(args.warehouse, text, timeout=args.timeout) as result:
        render(result.columns, result, args.format)
    return 0
