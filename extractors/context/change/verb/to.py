"""A verb and what remains: "reduces compute to only 30%"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.verb.governed import governed
from extractors.context.change.words import FILLER
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Folded
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

TO = Folded(r"(?<!up\s)(?<!equal\s)(?<!close\s)\b(?:down\s)?to" + FILLER + r"$")


_DELIVERED = (Metric.CAPACITY, Metric.THROUGHPUT, Metric.SPEED, Metric.BANDWIDTH)
_A_CHANGE = Ending(
    r"\b(?:improvement|gain|reduction|increase)\sof\s" + HEDGES + r"$"
)  # "shrinks to an improvement of"
# "narrows the latency gap to 7%": how far apart they still are
_A_GAP = Ending(
    r"\b(?:gaps?|differences?|deviations?|discrepanc(?:y|ies)|disparit(?:y|ies)|mismatch(?:es)?|margins?|shortfalls?)"
    r"(?:\s(?:between|to|with|from|of|over|in)\s[^,;:()]{2,50})?\s?$"
)
_AS_LITTLE = Ending(r"\bto\s(?:as\s(?:little|low|few)\sas|only|just|merely|less\sthan|under)\s(?:about\s|~)?$")


def reduced_to(s: Situation) -> Change | None:
    """ "reduces compute to only 30%": a percentage of a cost is a share of the baseline's."""
    if s.quantity.dimension is not Dimension.PERCENT or s.quantity.pair:
        return None
    to = TO.search(s.near_left)
    if to is None or _A_CHANGE.search(s.near_left) or _A_GAP.search(s.near_left, 0, to.start()):
        return None
    change = governed(s, s.near_left[: to.start()], "reduced to")
    if change is None or change.direction is not DOWN:
        return None
    if change.metric in _DELIVERED and _AS_LITTLE.search(s.near_left):
        return Change(change.metric, DOWN, Form.TO, "reduced to")
    if change.metric.polarity is not Polarity.LOWER:
        return None
    if change.metric in (Metric.ERROR, Metric.OVERHEAD):
        return None
    return Change(change.metric, DOWN, Form.TO, "reduced to")
