"""``paperclaims compare``: systems side by side."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flows.claimcells import factor, said, sentence
from flows.commands.options import add_output, add_warehouse, named, output
from flows.rendering import for_programs, render, shown, width

if TYPE_CHECKING:
    from rich.text import Text

    from warehouse import Comparison

NAME = "compare"
HELP = "set systems side by side on what they both report"
DESCRIPTION = """\
Set two or more systems side by side: on the metrics, baselines, settings and hardware that they share, and what one
reports over the other. A system is named by its name or a part of it, or by its paper: id, arXiv id, DOI, part of the
title. Formats for programs have a row a claim, of kind "shared" or "direct".

  paperclaims compare EIE DaDianNao
  paperclaims compare "TPU v1" "TPU v4" EIE --evidence
"""
CAUTION = (
    "Numbers measured on different settings are not a race: each is its paper's own, on its workload and hardware."
)
_COLUMNS = (
    "kind", "row", "system", "over", "metric", "factor_low", "factor_high", "qualifier", "statistic", "quote",
    "baseline", "baseline_name", "setting", "hardware", "sentence", "title", "url", "published", "confidence",
    "paper_id", "claim_id",
)  # fmt: skip


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("first", type=named, metavar="A", help="a system: its name, a part of it, or its paper")
    parser.add_argument("others", nargs="+", type=named, metavar="B", help="one or more others")
    parser.add_argument("-e", "--evidence", action="store_true", help="the quotes and their sentences as well")
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the comparison."""
    from warehouse import compare

    comparison = compare(args.warehouse, [args.first, *args.others])
    with output(args):
        if for_programs(args.format):
            render(_COLUMNS, _records(comparison), args.format)
        else:
            _print(comparison, args)
    return 0


def _records(comparison: Comparison) -> Iterator[list[Any]]:
    """A claim a row; ``row`` numbers the rows of the table, and is null for a direct claim."""

    def record(claim: dict[str, Any], **more: object) -> list[Any]:
        return [(claim | more).get(name) for name in _COLUMNS]

    for number, row in enumerate(comparison.rows, 1):
        for system, claim in zip(comparison.systems, row.cells, strict=True):
            if claim:
                yield record(claim, kind="shared", row=number, system=system.label)
    for one in comparison.direct:
        yield record(one.claim, kind="direct", system=one.system.label, over=one.over.label)


def _print(comparison: Comparison, args: Namespace) -> None:
    labels = [system.label for system in comparison.systems]
    if comparison.rows:
        columns, cells = _table(comparison, labels)
        render(columns, cells, args.format)
    else:
        print(f"{_listed(labels)} share no metric that has a factor.")
    if args.evidence and comparison.rows:
        print()
        for claim, label in _shown(comparison):
            _print_evidence(claim, f"{label}: {claim['metric']} {factor(claim)}: {said(claim)}")
    print()
    for one in comparison.direct:
        _say(f"{one.system.label} reports {factor(one.claim)} in {one.claim['metric']} over {one.over.label}.")
        if args.evidence:
            _print_evidence(one.claim, said(one.claim))
    if not comparison.direct:
        _say("None reports a number over another.")
    alone = ", ".join(f"{label} {count}" for label, count in zip(labels, comparison.alone, strict=True))
    _say(f"Claims that have no counterpart here: {alone}.")
    _say(CAUTION)


def _table(comparison: Comparison, labels: Sequence[str]) -> tuple[list[str], list[list[Any]]]:
    """What the rows share, as columns where any shares it, then a column a system."""
    given = {
        "baseline": [row.baseline for row in comparison.rows],
        "setting": [row.setting for row in comparison.rows],
        "hardware": [shown(row.hardware) or None for row in comparison.rows],
    }
    kept = {name: values for name, values in given.items() if any(values)}
    body = []
    for number, row in enumerate(comparison.rows):
        cells = [_cell(claim, is_over=row.baseline is None) for claim in row.cells]
        body.append([row.metric, *(values[number] for values in kept.values()), *cells])
    return ["metric", *kept, *labels], body


def _cell(claim: dict[str, Any] | None, *, is_over: bool) -> str | None:
    """The factor, its statistic, and over what, where the row does not say it for all."""
    if claim is None:
        return None
    statistic = f" ({claim['statistic']})" if claim["statistic"] else ""
    over = f" over {claim['baseline']}" if is_over and claim["baseline"] else ""
    return f"{factor(claim)}{statistic}{over}"


def _shown(comparison: Comparison) -> Iterator[tuple[dict[str, Any], str]]:
    """Each claim of the table once, with the system it is of."""
    seen = set()
    for row in comparison.rows:
        for system, claim in zip(comparison.systems, row.cells, strict=True):
            if claim and claim["claim_id"] not in seen:
                seen.add(claim["claim_id"])
                yield claim, system.label


def _print_evidence(claim: dict[str, Any], head: str) -> None:
    _say(head)
    _say(sentence(claim), indent=4)


def _say(what: str | Text, indent: int = 0) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from flows.rendering.page import Page

    console = Page(file=sys.stdout, highlight=False, width=width(sys.stdout))
    text = Text(what) if isinstance(what, str) else what
    console.print(Padding(text, (0, 0, 0, indent), expand=False))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"
