"""``paperclaims sql``: ask the warehouse anything, change nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from flows.commands.options import add_output, add_warehouse, output
from flows.confinement.limits import DEFAULT_SECONDS, LEAST_MEMORY, Limits, default_memory, memory_of, sized
from flows.standardinput import read_text
from flows.usererror import UserError

NAME = "sql"
HELP = "ask the warehouse in SQL, read-only"
DESCRIPTION = """\
Ask the warehouse in DuckDB's SQL. The query can read the warehouse and nothing else: no files, no network, no
settings, no writing. Relations: papers, claims, hardware_mentions, hardware, clusters, links, runs, rejects,
leaderboard, baselines, works. What was replaced: papers_history, claims_history, hardware_mentions_history,
links_history; as of a run: papers_at(run), claims_at(run), hardware_mentions_at(run), links_at(run). Of several
statements the rows of the last are shown. Without a query, a terminal gets a prompt; elsewhere the query is read from
standard input.

  paperclaims sql "SELECT metric, count(*) FROM claims GROUP BY ALL ORDER BY 2 DESC"
  paperclaims sql "FROM leaderboard WHERE list_contains(hardware, 'NVIDIA A100')" -f csv
  paperclaims sql "FROM claims" -f parquet -o claims.parquet
  paperclaims sql                                  a prompt; .help says what it knows
  paperclaims sql < question.sql
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument(
        "query", nargs="?", metavar="QUERY", help="one or more statements, or - to read them from standard input"
    )
    parser.add_argument(
        "-t", "--timeout", type=_seconds, default=DEFAULT_SECONDS, metavar="SECONDS",
        help=f"stop a query that works longer than this; 0: never (default: {DEFAULT_SECONDS:g})",
    )  # fmt: skip
    parser.add_argument(
        "-m", "--memory", type=_memory, default=default_memory(), metavar="SIZE",
        help=f"stop a query that needs more, such as 500MB or 4GB; 0: no limit (default: {sized(default_memory())})",
    )  # fmt: skip
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the rows of the last statement, or open the prompt."""
    limits = Limits(args.timeout or None, args.memory or None)
    if args.query is None and sys.stdin.isatty():
        return _prompt(args, limits)
    from flows.confinement.answering import answer

    text = read_text() if args.query in (None, "-") else args.query
    with output(args) as stream:
        answer(args.warehouse, text, args.format, limits, stream)
    return 0


def _prompt(args: Namespace, limits: Limits) -> int:
    if args.output or not sys.stdout.isatty():
        raise UserError("the prompt is for a terminal: to write to a file, give a query")
    from flows.prompt.session import converse

    return converse(Path(args.warehouse), args.format, limits)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise ArgumentTypeError(f"{text!r} is not a number of seconds, or 0 for no limit")
    return seconds


def _memory(text: str) -> int:
    if text == "0":
        return 0
    try:
        memory = memory_of(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a size such as 500MB or 4GB, or 0 for no limit") from error
    if memory < LEAST_MEMORY:
        raise ArgumentTypeError(f"{text!r} is less than {sized(LEAST_MEMORY)}, which the engine alone needs")
    return memory
