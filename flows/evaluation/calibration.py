"""Counts how often each rule is right on annotated papers, for the confidence of a claim.

python -m flows.evaluation.calibration [--half 0] GOLD... > extractors/confidence.tsv
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from flows.evaluation.papers import extract_found, read_annotated
from flows.evaluation.scoring import Judged, score
from flows.usererror import in_one_line


def by_rule(judged: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """How many claims of each rule are right, and how many there are."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one in judged:
        rule = str(one.claim["rule"]).partition("; ")[2]
        found[rule] += 1
        right[rule] += one.right
    return {rule: (right[rule], found[rule]) for rule in sorted(found)}


def main() -> None:
    """Print the table of :mod:`extractors.confidence`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="annotated papers, JSON Lines")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the papers of one half")
    args = parser.parse_args()
    judged: list[Judged] = []
    for path in args.gold:
        annotated = [paper for paper in read_annotated(path) if args.half is None or paper.half == args.half]
        judged.extend(score(annotated, extract_found(annotated)).judged)
    print("rule\tright\tfound")
    for rule, (right, found) in by_rule(judged).items():
        print(f"{rule}\t{right}\t{found}")


if __name__ == "__main__":
    in_one_line(main)
