"""The metric that is named right beside a value: "a latency of 12 ms", "12 ms of latency"."""

from __future__ import annotations

from extractors.context.metric import first_metric, last_metric
from extractors.context.partof import behind_bracket
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_CLAUSE_END = Pattern(r"[,;:()\u2014]|--|\s-\s|\.\s|\b(?:while|and|with|than|over|compared)\b")


def metric_beside(s: Situation, wanted: tuple[Metric, ...]) -> Metric | None:
    """The metric named behind, else the one before, else the one earlier in the sentence, if it is a wanted one."""
    for cue in (
        first_metric(clause(behind_bracket(s))),
        last_metric(s.list_left[-80:]),
        last_metric(s.left[-140:]),
    ):
        if cue is not None and cue.metric in wanted:
            return cue.metric
    return None


def clause(text: str) -> str:
    """The beginning of a text, up to the end of its clause."""
    return _CLAUSE_END.split(text)[0][:60]
