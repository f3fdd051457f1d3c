"""What is compared or measured: the metric that the words around a quantity name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from extractors.lexicon import METRIC_CUE, NOT_A_METRIC
from schemas.vocabulary import Metric


@dataclass(frozen=True, slots=True)
class Cue:
    """A metric's name at ``[start, end)`` of the searched text."""

    metric: Metric
    start: int
    end: int
    word: str


_HEAD_END = regex.compile(r"\s(?:of|in|on|for|during|when|across|under|with|by|at|from|to|over|than)\s")


@lru_cache(maxsize=256)  # the rules look at the same words around a quantity again and again
def metric_cues(text: str) -> tuple[Cue, ...]:
    """All metrics named in a text, in reading order; "memory-intensive" names none."""
    return tuple(
        Cue(Metric(match.lastgroup or ""), match.start(), match.end(), match[0].strip())
        for match in METRIC_CUE.finditer(text)
        if not NOT_A_METRIC.match(text, match.end()) and not _is_name(match)
    )


def _is_name(match: regex.Match[str]) -> bool:
    """Whether "Faster" or "Fast" begins a name: capitalised in the middle of a text."""
    return match.lastgroup == Metric.SPEED.value and match.start() > 0 and match[0].lstrip()[:1].isupper()


def head_metric(phrase: str) -> Cue | None:
    """The metric of a noun phrase: its head stands before the first preposition, last in its compound.

    >>> head_metric("the end-to-end latency of memory-heavy kernels").metric.value
    'latency'
    """
    cues = metric_cues(phrase)
    if not cues:
        return None
    end = _HEAD_END.search(phrase)
    if end is not None:
        inside = [cue for cue in cues if cue.end <= end.start() + 1]
        return inside[-1] if inside else cues[0]
    return cues[-1]


def last_metric(text: str) -> Cue | None:
    """The metric named last."""
    cues = metric_cues(text)
    return cues[-1] if cues else None


def first_metric(text: str) -> Cue | None:
    """The metric named first."""
    cues = metric_cues(text)
    return cues[0] if cues else None
