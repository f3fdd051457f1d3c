"""Which of several candidates a value takes: each shows signs, each sign has a learned weight, the highest sum wins.

The weights are those of a conditional logit model (McFadden 1974): the odds of a candidate are the exponential of its
sum. :mod:`flows.evaluation.ranking` learns them from annotated papers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that a value may take, or none at all, and what speaks for and against it."""

    text: str | None
    signs: tuple[str, ...]


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """The sum of the weights of a candidate's signs."""
    return sum([weights.get(sign, 0.0) for sign in candidate.signs])  # a list is read faster than a generator


def ranked(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> tuple[Candidate, ...]:
    """The candidates, the best first; of equals, the one that was given first."""
    return tuple(sorted(candidates, key=lambda one: -score(one, weights)))


def weights_of(package: str) -> Mapping[str, float]:
    """The weight of each sign, from ``weights.tsv`` in a package: sign, tabulator, weight."""
    return _replaced.get() or _shipped(package)


@contextmanager
def replaced(weights: Mapping[str, float]) -> Iterator[None]:
    """Other weights than the shipped ones, while they are being learned."""
    token = _replaced.set({"": 0.0} | dict(weights))
    try:
        yield
    finally:
        _replaced.reset(token)


_replaced: ContextVar[Mapping[str, float] | None] = ContextVar("weights", default=None)


def table(text: str) -> dict[str, float]:
    """The weight of each sign: a line of names, then lines of a sign, a tabulator and its weight."""
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {sign: float(weight) for sign, weight in rows}


@cache
def _shipped(package: str) -> Mapping[str, float]:
    return table(files(package).joinpath("weights.tsv").read_text(encoding="utf-8"))
