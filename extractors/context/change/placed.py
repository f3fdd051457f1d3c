"""Where a value stands beside another: "18% above the baseline", "2 points behind the teacher"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import last_metric
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
_DIMENSIONS = (Dimension.PERCENT, Dimension.POINTS)


def placed(s: Situation) -> Change | None:
    """The metric named before it is so much above or below that of somebody else."""
    match = _PLACE.match(s.list_right) if s.quantity.dimension in _DIMENSIONS else None
    if match is None:
        return None
    named = usable(last_metric(CLAUSE_BREAK.split(s.list_left)[-1][-60:]), s)
    metric = named or default_metric(s)
    worse = match[0].startswith(" behind") and metric.polarity is Polarity.LOWER
    return Change(metric, UP if match["up"] or worse else DOWN, Form.BY, "above or below")
