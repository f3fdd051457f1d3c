"""How near a value comes to another: "within 2% of the teacher", "within 1.5 points"."""

from __future__ import annotations

from extractors.context.change.common import Change, default_metric, usable
from extractors.context.change.share.part import WITHOUT
from extractors.context.metric import first_metric, last_metric
from extractors.lexicon import DOWN
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

SHARE = Pattern(
    r"^\s{0,2}(?:[\p{L}-]{1,20}\s)?of\s(?P<what>(?:(?:the|its|their|that|those|our|"
    r"all)\s)?(?:of\s)?(?:the\s)?[^,;:()]{2,70})",
    IGNORECASE,
)
_WITHIN = Pattern(r"\bwithin\s(?:about\s|only\s|just\s|~)?\s?$", IGNORECASE)


def points_within(s: Situation) -> Change | None:
    """ "within 1.5 points"."""
    within = _WITHIN.search(s.near_left) is not None
    return Change(Metric.ACCURACY, DOWN, Form.BY, "within a share") if within else None


def within(s: Situation) -> Change | None:
    """ "within 2% of the teacher's accuracy"."""
    share = SHARE.match(s.list_right) if _WITHIN.search(s.near_left) else None
    if share is None:
        return None
    inside = first_metric(WITHOUT.split(share["what"])[0])
    named = usable(inside or last_metric(s.list_left[-60:]), s)
    return Change(named or default_metric(s), DOWN, Form.BY, "within a share")
