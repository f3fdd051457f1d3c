"""What a sentence lists the changes of: "energy gains vary: the least improvement is 4x, the best is 8x"."""

from __future__ import annotations

from extractors.context.metric import last_metric
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric, Polarity

_LISTED = Pattern(
    r"(?:(?:The|Our|Its)\s)?(?P<what>[\p{L}-]+(?:\s[\p{L}-]+)?)\s(?:gain|saving|improvement|reduction|increase|benefit)s?\s"
    r"(?:\p{L}+ly\s)?(?:var|differ|rang|depend|chang|span|grow|spread|scal)\p{L}*\b[^:;()\d]{0,60}:\s"
)


def metric_of_the_subject(s: Situation) -> Metric | None:
    """The metric whose gains the sentence lists behind a colon."""
    listed = _LISTED.match(s.left) if ": " in s.left else None
    cue = last_metric(listed["what"]) if listed else None
    return cue.metric if cue and cue.metric.polarity is not Polarity.NEITHER else None
