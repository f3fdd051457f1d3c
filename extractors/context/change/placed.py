"""Where a value stands beside another: "18% above the baseline", "2 points behind the teacher"."""

from __future__ import annotations

from extractors.context.change.common import CLAUSE_BREAK, Change, default_metric, usable
from extractors.context.metric import last_metric
from extractors.lexicon import DOWN, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form

_PLACE = Pattern(
    r"\s(?:(?P<up>above|ahead of|beyond|better than|over (?=(?:the (?:baseline|best|previous|prior|"
    r"next|second|strongest)|chance|random)\b))|"
    r"(?P<down>below|beneath|behind|short of|shy of))\s(?!the (?:surface|ground|line)\b)\p{L}"
)
_LEAD = Pattern(r"\s(?P<of>(?:[\p{L}-]+\s){0,2})(?:edge|lead|margin|cushion)\s(?:over|on|against)\s")
_DIMENSIONS = (Dimension.PERCENT, Dimension.POINTS)


def placed(s: Situation) -> Change | None:
    """The metric named before it is so much above or below that of somebody else."""
    if s.quantity.dimension in _DIMENSIONS and (lead := _LEAD.match(s.list_right)):
        return Change(usable(last_metric(lead["of"] or ""), s) or default_metric(s), UP, Form.BY, "above or below")
    match = _PLACE.match(s.list_right) if s.quantity.dimension in _DIMENSIONS else None
    if match is None:
        return None
    named = usable(last_metric(CLAUSE_BREAK.split(s.list_left)[-1][-60:]), s)
    return Change(named or default_metric(s), UP if match["up"] else DOWN, Form.BY, "above or below")
