"""Where a value stands beside another: "18% above the baseline", "2 points behind the teacher"."""

from __future__ import annotations

from extractors.context.change.common import CLAUSE_BREAK, Change, clip, default_metric, usable
from extractors.context.metric import head_metric, last_metric
from extractors.endings import ending
from extractors.lexicon import DOWN, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Polarity

_PLACE = Pattern(
    r"\s(?:(?P<up>above|ahead of|beyond|better than|over (?=(?:the (?:baseline|best|previous|prior|next|second|"
    r"strongest)|chance|random)\b))|(?P<down>below|beneath|behind|short of|shy of))\s"
    r"(?!the (?:surface|ground|line)\b)\p{L}|\sbehind(?=[.,;)])"
)
_LEAD = Pattern(r"\s(?P<of>(?:[\p{L}-]+\s){0,2})(?:edge|lead|margin|cushion)\s(?:over|on|against)\s")
# "brings an extra 18% in bandwidth", "a further 7% of accuracy"
_EXTRA = ending(r"\b(?:an?\s(?:extra|additional|further)|another|yet another)\s(?:~\s?)?$")
_IN_METRIC = Pattern(r"\s(?:in|of)\s(?P<np>[^,;:()]{3,40})")
_DIMENSIONS = (Dimension.PERCENT, Dimension.POINTS)


def placed(s: Situation) -> Change | None:
    """The metric named before it is so much above or below that of somebody else."""
    if s.quantity.dimension in _DIMENSIONS and (lead := _LEAD.match(s.list_right)):
        return Change(usable(last_metric(lead["of"] or ""), s) or default_metric(s), UP, Form.BY, "above or below")
    if (more := _extra(s)) is not None:
        return more
    match = _PLACE.match(s.list_right) if s.quantity.dimension in _DIMENSIONS else None
    if match is None:
        return None
    named = usable(last_metric(CLAUSE_BREAK.split(s.list_left)[-1][-60:]), s)
    metric = named or default_metric(s)
    worse = match[0].startswith(" behind") and metric.polarity is Polarity.LOWER
    return Change(metric, UP if match["up"] or worse else DOWN, Form.BY, "above or below")


def _extra(s: Situation) -> Change | None:
    """ "an extra 18% in bandwidth": so much more of a metric that is better when higher."""
    named = _IN_METRIC.match(s.near_right) if _EXTRA.search(s.near_left) else None
    cue = head_metric(clip(named["np"] + ".")) if named else None
    if cue is None or cue.metric.polarity is not Polarity.HIGHER or s.quantity.dimension not in _DIMENSIONS:
        return None
    return Change(usable(cue, s) or cue.metric, UP, Form.BY, "an extra share")
