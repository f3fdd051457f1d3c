"""A part of the time that another takes: "trains in 35% of the time"."""

from __future__ import annotations

from extractors.context.change.common import Change
from extractors.endings import ending
from extractors.lexicon import DOWN, HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_TIME = Pattern(r"\sof\s(?:the\s|its\s)?(?:wall-?clock\s|training\s|original\s)?time\b")
_TRAINS = Pattern(
    r"\b(?P<train>(?:pre-?|re)?train|converg|fine-?tun)\w*\b[^,;]{0,20}\bin\s"
    r"(?:only\s|just\s|about\s|~)?$|\b(?:runs?|finish\w*|complet\w*|done)\s[^,;]{0,20}?\bin\s" + HEDGES + r"$",
    IGNORECASE,
)
_TAKES = ending(
    r"\b(?P<train>[Tt]raining\s|[Ff]ine-tuning\s)?(?:takes|taking|took|needs|requires|uses)\s(?:(?:only|just|"
    r"about|less than|under)\s|~){0,2}$"
)
_CLOCKED = Pattern(
    r"\sof\s(?:the\s|its\s)?(?:(?:original|total|full)\s)?(?:wall-?clock|training|inference|execution)\stime\b"
)
_IN_TIME = ending(r"\bin\s" + HEDGES + r"$")


def time_taken(s: Situation) -> Change | None:
    """ "trains in 35% of the time"."""
    time = _TIME.match(s.list_right)
    verb = (_TRAINS.search(s.list_left) or _TAKES.search(s.list_left)) if time else None
    of_training = time is not None and "training" in time[0]
    if verb is not None:
        metric = Metric.TRAINING_TIME if of_training or verb["train"] else Metric.RUNTIME
    elif not of_training and _CLOCKED.match(s.list_right) and _IN_TIME.search(s.list_left):
        metric = Metric.RUNTIME
    else:
        return None
    return Change(metric, DOWN, Form.TO, "share of a cost")
