"""The metric that is named right beside a value: "a latency of 12 ms", "12 ms of latency"."""

from __future__ import annotations

from extractors.context.metric import Cue, first_metric, last_metric
from extractors.context.partof import behind_bracket
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_CLAUSE_END = Pattern(r"[,;:()\u2014]|--|\s-\s|\.\s|\b(?:while|and|but|whereas|with|than|over|compared)\b")


def metric_beside(s: Situation, wanted: tuple[Metric, ...]) -> Metric | None:
    """The metric named behind, else the one before, else the one earlier in the sentence, if it is a wanted one."""
    for cue in (
        first_metric(clause(behind_bracket(s))),
        behind_list(s),
        behind_closing(s),
        last_metric(s.list_left[-80:]),
        last_metric(s.left[-140:]),
    ):
        if cue is not None and cue.metric in wanted:
            return cue.metric
    return None


# "0.7 s (one step) and 0.9 s (two steps) latency", "45% (A), 60% (B) and 71% (C) utilization"
_BRACKETED = Pattern(
    r"(?:\s?\([^()]{1,40}\),?\s(?:and\s|or\s)?[~$]?\d[\d.,]{0,8}\s?(?:[%$\\]{1,3}|\p{L}{1,12})){0,4}\s?\([^()]{1,40}\)(?=\s\p{L})"
)
_MODIFIERS = Pattern(r"\s(?:(?!(?:on|in|for|of|with|at|by|when|under|across|and|to|from|while)\b)[\p{L}-]+\s){0,2}")


def behind_list(s: Situation) -> Cue | None:
    """The metric right behind a list whose members have a bracket each."""
    listed = _BRACKETED.match(s.right) if s.right[:2].lstrip().startswith("(") else None
    if listed is None:
        return None
    behind = clause(s.right[listed.end() :])
    cue = first_metric(behind)
    return cue if cue is not None and _MODIFIERS.fullmatch(behind, 0, cue.start) else None


# "4x (14 s to 3.5 s) lower latency": behind the bracket that both stand in
_CLOSING = Pattern(r"[^(),;:]{0,40}\)(?=\s\p{L})")


def behind_closing(s: Situation) -> Cue | None:
    """The metric right behind the bracket that a pair of values fills."""
    if not s.quantity.pair and not (s.previous and s.previous.dimension is s.quantity.dimension) and not s.following:
        return None
    opened = s.left[-40:].rpartition("(")
    closing = _CLOSING.match(s.right) if opened[1] and ")" not in opened[2] else None
    if closing is None:
        return None
    behind = clause(s.right[closing.end() :])
    cue = first_metric(behind)
    return cue if cue is not None and _MODIFIERS.fullmatch(behind, 0, cue.start) else None


def clause(text: str) -> str:
    """The beginning of a text, up to the end of its clause."""
    return _CLAUSE_END.split(text)[0][:60]
