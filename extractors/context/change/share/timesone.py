"""A multiple of one of a kind: "a remote call costs 20 times a local one"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.metric import first_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.rulenames import MULTIPLE_OF_BASELINE
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

# "3 times a day" is how often
_ONE = Pattern(r"\s(?P<what>an?\s(?!(?:second|minute|hour|day|night|week|month|quarter|year)\b)[^,;:.()]{2,50})")
_VERB = Ending(rf"\b(?P<verb>cost|take|took|last|draw|need|require|consume|weigh)(?:s|ed|ing)?\s{HEDGES}$")
_OF_VERB = {
    "cost": Metric.COST,
    "take": Metric.RUNTIME,
    "took": Metric.RUNTIME,
    "last": Metric.RUNTIME,
    "draw": Metric.POWER,
}


def times_one(s: Situation) -> Change | None:
    """The verb says what it is a multiple of, unless a metric is named behind."""
    one = one_behind(s)
    verb = _VERB.search(s.list_left) if one else None
    if one is None or verb is None:
        return None
    named = first_metric(one["what"])
    metric = named.metric if named else _OF_VERB.get(verb["verb"], Metric.OTHER)
    return Change(metric, UP, Form.BY, MULTIPLE_OF_BASELINE)


def one_behind(s: Situation) -> Match | None:
    """The one that a factor behind such a verb is a multiple of: "a local one"."""
    one = _ONE.match(s.list_right) if s.quantity.dimension is Dimension.TIMES else None
    return one if one and _VERB.search(s.list_left) else None
