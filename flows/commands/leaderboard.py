"""``paperclaims leaderboard``: who reports the largest factor."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flows.claimcells import Row, factor, is_peak, said, sentence
from flows.commands.options import add_output, add_warehouse, named, output, positive, ranked_metric
from flows.rendering import for_programs, render, width

if TYPE_CHECKING:
    from flows.bars import Scale
    from warehouse import Filters

NAME = "leaderboard"
HELP = "rank the papers' own comparisons by factor"
DESCRIPTION = """\
Rank the papers' own comparisons on one scale, "how many times better": "100% speedup", "2x faster", "halves the
runtime" and "50% lower latency" are all 2. A paper is ranked by its best typical claim, and by an "up to" or a
maximum only when it has no other; --peak ranks by the largest factor instead, --all lists every claim. Filters
combine.

  paperclaims leaderboard                                    all metrics in one list
  paperclaims leaderboard speed --limit 10                   the ten largest speedups
  paperclaims leaderboard speed --hardware Hopper --named    on any Hopper device, over a baseline that has a name
  paperclaims leaderboard memory --since 2024 --evidence     with the sentence that each is from
  paperclaims leaderboard throughput --baseline vLLM -f md   over vLLM, in whatever words; as Markdown
"""
_NARROW = 120  # characters; a terminal that has fewer gets fewer columns and shorter bars
_WIDE = ("rank", "metric", "factor", "scale", "system", "quote", "baseline", "setting", "title")
_NARROW_ONES = ("rank", "metric", "factor", "scale", "paper", "baseline")
_BAR, _SHORT_BAR = 16, 8  # characters
_INDENT = 4


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    from schemas.vocabulary import Metric, Qualifier

    ranked = ", ".join(metric.value for metric in Metric if metric.has_factor)
    parser.add_argument("metric", nargs="?", type=ranked_metric, metavar="METRIC", help=f"one metric: {ranked}")
    parser.add_argument("-n", "--limit", type=positive, metavar="N", help="at most N rows (default: all)")
    parser.add_argument("-a", "--all", action="store_true", help="every claim, not one a paper and metric")
    parser.add_argument("-p", "--peak", action="store_true", help="rank by the best case: an 'up to', a maximum")
    parser.add_argument(
        "-e", "--evidence", action="store_true", help="under each row its quote, sentence and confidence"
    )
    add_warehouse(parser)
    add_output(parser)
    filters = parser.add_argument_group("filters")
    filters.add_argument(
        "--hardware", type=named, action="append", default=[], metavar="NAME",
        help="on a device: its name or a part of it, a vendor, a family, a class; several: any of them",
    )  # fmt: skip
    filters.add_argument(
        "--baseline", type=named, metavar="NAME", help="over this, in whatever words, or a part of the name"
    )
    filters.add_argument(
        "--setting", type=named, metavar="PART", help="for a workload, model or data set with this in its name"
    )
    filters.add_argument(
        "--since", type=_day, metavar="DATE", help="published then or later: 2024, 2024-06, 2024-06-30"
    )
    filters.add_argument("--min-factor", type=_number, metavar="X", help="at least X times better")
    filters.add_argument(
        "--min-confidence", type=_share, metavar="X", help="found by a rule that was right that often, such as 0.9"
    )
    filters.add_argument(
        "--qualifier", choices=[one.value for one in Qualifier], help="claims worded so: exact, at_most is 'up to'"
    )
    filters.add_argument(
        "--named", action="store_true", help="leave out baselines that are none in particular, such as 'prior work'"
    )


def run(args: Namespace) -> int:
    """Print the leaderboard; what is for programs has every column, a table those that fit."""
    from warehouse import leaderboard

    with leaderboard(
        args.warehouse, args.metric, args.limit, every_claim=args.all, peak=args.peak, filters=_filters(args)
    ) as board:
        for note in board.notes:
            print(note, file=sys.stderr)
        with output(args):
            if for_programs(args.format):
                render(board.columns, board, args.format)
            else:
                _print([dict(zip(board.columns, row, strict=True)) for row in board], args)
    return 0


def _filters(args: Namespace) -> Filters:
    from schemas.vocabulary import Qualifier
    from warehouse import Filters

    return Filters(
        hardware=tuple(args.hardware),
        baseline=args.baseline,
        setting=args.setting,
        since=args.since,
        min_factor=args.min_factor,
        qualifier=Qualifier(args.qualifier) if args.qualifier else None,
        min_confidence=args.min_confidence,
        named=args.named,
    )


def _print(rows: Sequence[Row], args: Namespace) -> None:
    from flows.bars import Scale

    is_wide = args.format == "markdown" or width(sys.stdout) >= _NARROW
    ends = [end for row in rows for end in (row["factor_low"], row["factor_high"])]
    scale = Scale(ends, _BAR if is_wide else _SHORT_BAR, sys.stdout)
    if args.evidence and args.format == "table":
        _print_evidence(rows, scale, is_named=not args.metric)
        return
    columns = _WIDE if is_wide else _NARROW_ONES
    left_out = {"metric"} if args.metric else set()
    left_out |= {"scale"} if args.format == "markdown" else set()
    shown = [name for name in columns if name not in left_out]
    shown += ["sentence", "url", "confidence"] if args.evidence else []
    heads = [scale.name if name == "scale" else name for name in shown]
    cells = ([_cell(row, name, scale) for name in shown] for row in rows)
    render(heads, cells, args.format, rigid={"factor", scale.name})


def _cell(row: Row, name: str, scale: Scale) -> Any:
    match name:
        case "factor":
            return factor(row)
        case "scale":
            return _bar(row, scale)
        case "paper":
            system, title = row["system"] or "", row["title"]
            return title if system.lower() in title.lower() else f"{system}: {title}"
    return row[name]


def _bar(row: Row, scale: Scale) -> str:
    return scale.bar(*sorted((row["factor_low"], row["factor_high"])), is_peak=is_peak(row))


def _print_evidence(rows: Sequence[Row], scale: Scale, *, is_named: bool) -> None:
    """A row and, indented under it, where it comes from; the lines wrap at the terminal's width."""
    from rich.padding import Padding
    from rich.text import Text

    from flows.rendering.page import Page

    console = Page(file=sys.stdout, highlight=False, width=width(sys.stdout))
    print(f"bars: {scale.name}; solid is typical, shaded the best case\n")
    for row in rows:
        metric = f"  {row['metric']}" if is_named else ""
        head = Text.assemble(f"{row['rank']:<{_INDENT}}", (factor(row), "bold"), metric, f"  {_bar(row, scale)}")
        console.print(head)
        named = f"{row['system']}  " if row["system"] else ""
        known = [str(row[name]) for name in ("published", "url") if row[name]]
        about = "  ".join([*known, f"confidence {row['confidence']:.2f}"])
        title = Text.assemble((named, "bold"), str(row["title"]))
        for part in (title, Text(said(row)), sentence(row), Text(about, style="dim")):
            if part.plain:
                console.print(Padding(part, (0, 0, 0, _INDENT), expand=False))
        console.print()


def _day(text: str) -> dt.date:
    for form in ("%Y", "%Y-%m", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ArgumentTypeError(f"{text!r} is no date such as 2024, 2024-06 or 2024-06-30")


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise ArgumentTypeError(f"{text!r} is not a number above 0")
    return number


def _share(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return number
