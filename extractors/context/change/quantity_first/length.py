"""What is "3x longer", or "shorter": what a model writes or reads, a run."""

from __future__ import annotations

from extractors.context.change.common import WRITTEN
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_READ = Pattern(r"\s(?:[\p{Ll}-]+\s)?(?:sequences?|inputs?|prompts?|documents?|videos?|texts?|horizons?)\b")
_ARE_READ = Pattern(
    r"\b(?:sequences?|inputs?|prompts?|documents?|videos?|texts?|contexts?|horizons?|generations?|clips?)\s"
    r"(?:(?:that are|which are|up to|over|about|nearly|more than)\s){0,2}$"
)
_OF_NO_TIME = Pattern(
    r"\s(?:[\p{L}-]+\s)?(?:(?P<code>code|programs?|binar(?:y|ies)|keys)|tours?|routes?|paths?|trips?|wires?|wirelength|proofs?|"
    r"lists?|queues?|distances?|detours?|lines)\b"
)
_TAKES = Pattern(r"\b(?:tak(?:es?|ing)|took|runs?|ran|needs?|trains?)\s[^,;]{0,16}$", IGNORECASE)


def of_length(s: Situation, word: str, after: str) -> Metric:
    """What is "3x longer" or "shorter" where no metric is beside it; "the refusal rate is 5x lower" has none."""
    if word not in ("shorter", "longer"):
        return Metric.OTHER
    if WRITTEN.search(after[:40]) or WRITTEN.search(s.list_left[-50:]):
        return Metric.COMPUTE
    if _READ.match(after) or (word == "longer" and _ARE_READ.search(s.list_left)):
        return Metric.CONTEXT_LENGTH
    if (thing := _OF_NO_TIME.match(after)) is not None:
        return Metric.STORAGE if thing["code"] else Metric.OTHER
    return Metric.RUNTIME if word == "shorter" or _TAKES.search(s.list_left) else Metric.OTHER
