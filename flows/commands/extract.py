"""``paperclaims extract``: the claims of any text, without a warehouse."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import fields
from os.path import isfile
from typing import TYPE_CHECKING

from flows.commands.options import add_output, output, print_rows
from flows.rendering import for_programs, is_binary
from flows.standardinput import read_text
from flows.usererror import UserError

if TYPE_CHECKING:  # reading takes long to load, and every verb's options are read at the start
    from extractors.sentence import Found
    from schemas.records import Claim, Refusal

NAME = "extract"
HELP = "the claims of any text, no warehouse needed"
DESCRIPTION = """\
Print the claims of a text. With --explain, also what was found by which rule, how each factor came about, and which
numbers were refused, and why; with -f json and the like a row a number, with its steps or the reason.

  paperclaims extract "Our kernel is 2.4x faster than cuBLAS on an A100."
  paperclaims extract --explain "Latency drops by 30% with 8 GPUs."
  paperclaims extract -f json - < abstract.txt
"""
_IN_A_TABLE = (
    "quote", "kind", "low", "high", "unit", "qualifier", "statistic", "metric", "direction", "baseline", "setting",
    "attribution", "factor_low", "factor_high",
)  # fmt: skip


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument(
        "text", nargs="?", default="-", metavar="TEXT", help="the text, or - for standard input (default)"
    )
    parser.add_argument(
        "-e", "--explain", action="store_true", help="say how each claim was found and what was refused"
    )
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the claims."""
    from schemas.identity import fold_space

    text = fold_space(read_text() if args.text == "-" else args.text)
    if args.text != "-" and isfile(args.text):  # which takes a text that can be no name for none
        print(
            f"{args.text} is taken for the text itself; its contents: paperclaims extract - < {args.text}",
            file=sys.stderr,
        )
    from extractors.engine import explain, unread

    try:
        found, refusals = explain(text)
    except TimeoutError as error:
        raise UserError(f"the text: {error}") from error
    if args.explain:
        _print_explained(args, text, found, refusals)
    else:
        _print_claims(args, [one.claim for one in found])
    failures = unread(refusals)
    for failure in failures:
        print(f"paperclaims: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _print_explained(args: Namespace, text: str, found: Sequence[Found], refusals: Sequence[Refusal]) -> None:
    from flows import explanation

    if for_programs(args.format):
        _print(args, explanation.COLUMNS, explanation.rows(found, refusals))
    else:
        with output(args):
            explanation.explain(text, found, refusals)


def _print_claims(args: Namespace, claims: Sequence[Claim]) -> None:
    from schemas.records import Claim

    columns = tuple(field.name for field in fields(Claim)) if for_programs(args.format) else _IN_A_TABLE
    _print(args, columns, ([getattr(claim, name) for name in columns] for claim in claims))
    if not claims and not for_programs(args.format):
        print("no claims; --explain says which numbers were refused, and why", file=sys.stderr)


def _print(args: Namespace, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows of claims; a file of them has the same types whatever was found."""
    if is_binary(args.format):
        from flows.rendering.parquet import claim_rows

        rows = claim_rows(columns, rows)
    print_rows(args, columns, rows)
