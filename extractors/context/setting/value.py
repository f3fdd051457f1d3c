"""What is known of a value when its setting is sought: "cuts latency by 2x" is about speed."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.situation import Situation
from schemas.vocabulary import Attribution, Kind, Metric

_TIMES = frozenset(
    {Metric.SPEED, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.THROUGHPUT, Metric.COMPUTE}
)


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a value when its setting is sought."""

    kind: Kind
    metric: Metric
    attribution: Attribution
    baseline: str | None
    system: str | None

    @property
    def sort(self) -> str:
        """Quality, speed or whatever else the value is about."""
        if self.metric in (Metric.ACCURACY, Metric.ERROR):
            return "quality"
        return "speed" if self.metric in _TIMES else "other"


def whole_of(s: Situation) -> tuple[int, int]:
    """Where the list of values, or the before/after pair, that the value is a member of begins and ends."""
    first, last = s.group
    first -= s.quantity.pair == "after" and first > 0
    last += s.quantity.pair == "before" and last + 1 < len(s.siblings)
    return s.siblings[first].start, s.siblings[last].end
