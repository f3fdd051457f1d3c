"""What is "3x longer", or "shorter": what a model writes or reads, a run."""

from __future__ import annotations

from extractors.context.change.common import WRITTEN
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_ARE_READ = Pattern(
    r"\b(?:sequences?|inputs?|prompts?|documents?|videos?|texts?|contexts?|horizons?|generations?|clips?)\s"
    r"(?:(?:that are|which are|up to|over|about|nearly|more than)\s){0,2}$"
)


def of_length(s: Situation, word: str, after: str) -> Metric:
    """What is "3x longer" or "shorter" where no metric is beside it; "the refusal rate is 5x lower" has none."""
    if word not in ("shorter", "longer"):
        return Metric.OTHER
    if WRITTEN.search(after[:40]) or WRITTEN.search(s.list_left[-50:]):
        return Metric.COMPUTE
    if word == "shorter":
        return Metric.RUNTIME
    return Metric.CONTEXT_LENGTH if _ARE_READ.search(s.list_left) else Metric.OTHER
