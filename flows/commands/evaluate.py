"""``paperclaims evaluate``: how good the extraction is on annotated papers."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from flows.commands.options import named_path

NAME = "evaluate"
HELP = "score the extraction against annotated papers"
DESCRIPTION = """\
Score claims against hand-annotated papers: JSON Lines, a paper a line with title, abstract, system, claims, hardware
and links. Without PREDICTED, the papers' own texts are extracted; with it, a warehouse or a file of the same form is
scored.

  value     the right number with the right unit in the right place
  claim     kind, unit, qualifier and attribution are right as well
  full      metric, direction, statistic, factor, baseline and setting are right as well

  paperclaims evaluate gold.jsonl
  paperclaims evaluate gold.jsonl claims.duckdb --errors 40
  paperclaims evaluate gold.jsonl --half 0         one half of the papers, by a hash of their ids
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("gold", type=named_path, metavar="GOLD", help="annotated papers, JSON Lines")
    parser.add_argument(
        "predicted", type=named_path, nargs="?", metavar="PREDICTED", help="a warehouse or JSON Lines file"
    )
    parser.add_argument("-n", "--errors", type=_count, default=0, metavar="N", help="print the first N differences")
    parser.add_argument(
        "--half", type=int, choices=(0, 1), help="only the papers of one half, by a hash of their ids"
    )
    parser.add_argument(
        "--calibration", action="store_true", help="print how many claims of each confidence are right"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")


def run(args: Namespace) -> int:
    """Print the scores."""
    from flows.evaluation.papers import extract_found, read_annotated, read_found
    from flows.evaluation.report import print_calibration, print_differences, print_scores
    from flows.evaluation.scoring import score

    annotated = read_annotated(args.gold)
    if args.half is not None:
        annotated = [paper for paper in annotated if paper.half == args.half]
    found = read_found(args.predicted) if args.predicted else extract_found(annotated)
    scores = score(annotated, found)
    if args.json:
        print(json.dumps(scores.as_dict()))
    else:
        print_scores(scores)
    if args.calibration:
        print_calibration(scores)
    print_differences(scores.differences[: args.errors])
    return 0


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)
