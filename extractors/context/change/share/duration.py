"""A part of the time that another takes: "trains in 35% of the time"."""

from __future__ import annotations

from extractors.context.change.common import Change
from extractors.endings import ending
from extractors.lexicon import DOWN, HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_CLOCKED = Pattern(
    r"\sof\s(?:the\s|its\s)?(?:(?:original|total|full)\s)?(?:wall-?clock|training|inference|execution)\stime\b"
)
_IN_TIME = ending(r"\bin\s" + HEDGES + r"$")


def time_taken(s: Situation) -> Change | None:
    """ "done in 35% of the inference time"."""
    if not (_CLOCKED.match(s.list_right) and _IN_TIME.search(s.list_left)):
        return None
    return Change(Metric.RUNTIME, DOWN, Form.TO, "share of a cost")
