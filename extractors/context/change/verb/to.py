"""A verb and what remains: "reduces compute to only 30%"."""

from __future__ import annotations

from extractors.context.change.common import FILLER, Change
from extractors.context.change.verb.governed import governed
from extractors.lexicon import DOWN
from extractors.numbers.units import Dimension
from extractors.patterns import Folded
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

TO = Folded(r"(?<!up\s)(?<!equal\s)(?<!close\s)\b(?:down\s)?to" + FILLER + r"$")


def reduced_to(s: Situation) -> Change | None:
    """ "reduces compute to only 30%": a percentage of a cost is a share of the baseline's."""
    if s.quantity.dimension is not Dimension.PERCENT or s.quantity.pair:
        return None
    to = TO.search(s.near_left)
    if to is None:
        return None
    change = governed(s, s.near_left[: to.start()], "reduced to")
    if change is None or change.direction is not DOWN or change.metric.polarity is not Polarity.LOWER:
        return None
    if change.metric in (Metric.ERROR, Metric.OVERHEAD):
        return None
    return Change(change.metric, DOWN, Form.TO, "reduced to")
