"""Learns from annotated papers what speaks for a setting: the weights of :mod:`extractors.context.ranking`.

python -m flows.evaluation.ranking ANNOTATED... [--half0 GOLD]... [--prior WEIGHTS] > NEW_WEIGHTS

A conditional logit model: the sum of the weights of a candidate's signs is the logarithm of its odds against the
other candidates of the same value. What is maximised is the log-likelihood of the candidates that the annotation
accepts, less half the ``--ridge`` times the squared distance of the weights from those of ``--prior``, by Adam
(Kingma and Ba 2015): what earlier papers taught is kept where new ones say nothing against it. Without a prior the
weights are drawn to zero. What is chosen for a value counts for the next one in its sentence, so the candidates are
made anew with the weights of the first round. The names in the sentence are asked for every value, where extraction
asks only if its weights let them turn the choice: those weights are what is sought here.

The forms of the corpus count like papers. How many are right with their paper left out, by eighths of the papers,
goes to standard error.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import regex

from extractors.context import ranking
from extractors.engine import explain, explain_paper
from extractors.ner.names import names_in
from extractors.ner.settings import named
from extractors.sentence import Found
from flows.evaluation.agreement import same_text
from flows.evaluation.papers import EvaluationError, ScoredPaper, lines_of, read_annotated
from flows.usererror import in_one_line

_MARK = regex.compile("[«»‹›]")
ROUNDS = 2
PARTS = 8
SEEN = 3  # a sign that fewer candidates show gets no weight
STEPS, RATE = 250, 0.05  # of Adam
SMALLEST = 0.05  # weights below are left out
UNTAUGHT: Mapping[str, float] = MappingProxyType({})  # the prior where nothing was learned before


@dataclass(frozen=True)
class Choice:
    """The candidates for one value of a paper, and which of them the annotation accepts."""

    paper: str
    signs: list[tuple[str, ...]]
    right: list[bool]

    def is_solved(self, weights: Mapping[str, float]) -> bool:
        """Whether the candidate of the highest score is right."""
        scores = [sum(weights.get(sign, 0.0) for sign in signs) for signs in self.signs]
        return self.right[scores.index(max(scores))]


def choices_of(papers: Sequence[ScoredPaper]) -> list[Choice]:
    """What there is to choose from for each annotated claim that is found."""
    wanted: list[tuple[str, Any, Found]] = []
    for paper in papers:
        found = {
            (one.claim.field.value, one.claim.start_char): one for one in explain_paper(paper.title, paper.abstract)
        }
        for want in paper.claims:
            one = found.get((want["field"], want["start_char"]))
            if one is not None and len(one.settings) > 1 and not want.get("optional"):
                wanted.append((paper.key, want.get("setting"), one))
    return _choices(wanted)


def lessons(corpus: str = "context/setting") -> list[Choice]:
    """What there is to choose from in the forms of a corpus, in each of which a value is marked ``«2.4x»``."""
    tables = tomllib.loads(files("extractors").joinpath(f"{corpus}.corpus.toml").read_text(encoding="utf-8"))
    wanted: list[tuple[str, Any, Found]] = []
    for table in tables["claim"]:
        for marked in table["texts"]:
            before, _, _ = marked.partition("«")
            start = len(_MARK.sub("", before))
            found, _ = explain(_MARK.sub("", marked))
            wanted += [(marked, table["setting"], one) for one in found if one.claim.start_char == start]
    return [one for one in _choices(wanted) if len(one.right) > 1]


def _choices(wanted: Sequence[tuple[str, Any, Found]]) -> list[Choice]:
    """Of each paper or form: the setting that is wanted, and what was found."""
    names = names_in([one.claim.sentence for _, _, one in wanted])
    return [
        Choice(
            paper,
            [named(candidate, inside).signs for candidate in one.settings],
            [same_text(setting, candidate.text) for candidate in one.settings],
        )
        for (paper, setting, one), inside in zip(wanted, names, strict=True)
    ]


def fit(choices: Sequence[Choice], ridge: float, prior: Mapping[str, float] = UNTAUGHT) -> dict[str, float]:
    """The weight of each sign that is seen often enough, or has one in ``prior``."""
    open_to = [one for one in choices if any(one.right) and not all(one.right)]
    seen = Counter(sign for one in choices for signs in one.signs for sign in set(signs))
    often = {sign for sign, count in seen.items() if count >= SEEN}
    place = {sign: i for i, sign in enumerate(sorted(often | prior.keys()))}
    rows = [[place[sign] for sign in signs if sign in place] for one in open_to for signs in one.signs]
    signs = np.full((len(rows), max(map(len, rows))), len(place))  # candidates x signs; the last place is padding
    for i, row in enumerate(rows):
        signs[i, : len(row)] = row
    right = np.array([yes for one in open_to for yes in one.right])
    group = np.repeat(np.arange(len(open_to)), [len(one.signs) for one in open_to])
    known = np.array([*(prior.get(sign, 0.0) for sign in place), 0.0])
    weights = known.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        odds = np.exp(np.clip(weights[signs].sum(axis=1), -30, 30))
        share = odds / np.bincount(group, odds)[group]
        wanted = np.where(right, odds / np.bincount(group, odds * right)[group], 0)
        slope = np.bincount(signs.ravel(), np.repeat(share - wanted, signs.shape[1]), len(weights))
        slope += ridge * (weights - known)
        slope[-1] = 0
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        rate = RATE if step < 0.7 * STEPS else 0.3 * RATE
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {sign: float(weights[i]) for sign, i in place.items()}


def left_out(
    choices: Sequence[Choice], taught: Sequence[Choice], ridge: float, prior: Mapping[str, float] = UNTAUGHT
) -> float:
    """The share that is solved by weights that were learned from other papers."""
    solved = 0
    for part in range(PARTS):
        weights = fit([*taught, *(one for one in choices if _part(one) != part)], ridge, prior)
        solved += sum(one.is_solved(weights) for one in choices if _part(one) == part)
    return solved / len(choices)


def _part(choice: Choice) -> int:
    return hashlib.sha256(choice.paper.encode()).digest()[0] % PARTS


def learned(
    papers: Sequence[ScoredPaper], ridge: float, prior: Mapping[str, float] = UNTAUGHT
) -> tuple[dict[str, float], list[Choice], list[Choice]]:
    """The weights after the last round, and the choices of papers and of forms that they were learned from."""
    weights = dict(prior)
    for _ in range(ROUNDS):
        with ranking.replaced(weights):
            choices, taught = choices_of(papers), lessons()
        weights = fit(choices + taught, ridge, prior)
    return weights, choices, taught


def _read_weights(path: Path) -> dict[str, float]:
    try:
        return ranking.table("\n".join(line for _, line in lines_of(path)))
    except ValueError as error:
        raise EvaluationError(f"{path}: not a table of signs and weights") from error


def main() -> None:
    """Print the table of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", type=Path, nargs="*", help="annotated papers, JSON Lines")
    parser.add_argument("--half0", type=Path, action="append", default=[], help="the same, of which one half is used")
    parser.add_argument("--prior", type=Path, help="weights learned before, to go on from")
    parser.add_argument(
        "--ridge", type=float, default=3.0, help="how far weights are drawn to the prior (default: 3)"
    )
    args = parser.parse_args()
    if not args.annotated and not args.half0:
        parser.error("no annotated papers to learn from")
    papers = [paper for path in args.annotated for paper in read_annotated(path)]
    papers += [paper for path in args.half0 for paper in read_annotated(path) if paper.half == 0]
    prior = _read_weights(args.prior) if args.prior else UNTAUGHT
    weights, choices, taught = learned(papers, args.ridge, prior)
    solved = left_out(choices, taught, args.ridge, prior)
    print(f"{len(choices)} values, {solved:.3f} right with their paper left out", file=sys.stderr)
    print("sign\tweight")
    for sign, weight in sorted(weights.items()):
        if abs(weight) >= SMALLEST:
            print(f"{sign}\t{weight:.2f}")


if __name__ == "__main__":
    in_one_line(main)
