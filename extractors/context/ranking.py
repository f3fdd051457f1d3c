"""Which of several candidates a value takes: each shows signs, each sign has a learned weight, the highest sum wins.

The weights are those of a conditional logit model (McFadden 1974): the odds of a candidate are the exponential of its
sum. :mod:`flows.evaluation.ranking` learns them from annotated papers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that a value may take, or none at all, and what speaks for and against it."""

    text: str | None
    signs: tuple[str, ...]
    score: float = 0.0


def ranked(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> list[Candidate]:
    """The candidates with their scores, the best first; of equals, the one that was given first."""
    scored = [replace(one, score=sum(weights.get(sign, 0.0) for sign in one.signs)) for one in candidates]
    return sorted(scored, key=lambda one: -one.score)


@cache
def weights_of(package: str) -> Mapping[str, float]:
    """The weight of each sign, from ``weights.tsv`` in a package: sign, tabulator, weight."""
    lines = files(package).joinpath("weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:] if line)
    return {sign: float(weight) for sign, weight in rows}
