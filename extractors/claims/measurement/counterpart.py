"""A value that goes with another, and is of its metric: "from 90 to 72 W", "needs 16 GB instead of 80 GB"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, measured
from extractors.context.metric import last_ranked_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_JUDGED_ALONE = (Dimension.PERCENT, Dimension.NONE, Dimension.COUNT, Dimension.PARAMETERS, Dimension.DEVICES)
_INSTEAD = Pattern(
    r",?\s(?:instead of|rather than|as opposed to|versus|vs\.?|against|compared (?:to|with)|(?:up|down) from)\s"
    r"(?:(?:about|over|nearly|the)\s|~){0,2}(?:(?:[\p{L}\d.-]+\s){0,3}[\p{L}\d.-]+'s?\s)?[$]?"
)

_BECAME = Ending(rf"\bto\s{HEDGES}$")


def second_of_pair(s: Situation, before: Before | None) -> Draft | None:
    """ "from 90 to 72 W": the second is of what the first is of."""
    q = s.quantity
    if q.pair != "after" or before is None or before.quantity.pair != "before" or q.dimension is Dimension.COUNT:
        return None
    return Draft(Kind.MEASUREMENT, before.draft.metric, q.unit or before.draft.unit, before.draft.rule)


def pair_of_points(s: Situation) -> Draft | None:
    """ "accuracy rises from 74 to 79 points": the first of two."""
    if s.quantity.dimension is not Dimension.POINTS or not s.quantity.pair:
        return None
    named = last_ranked_metric(s.left[-80:])
    return measured(s, named.metric if named else Metric.ACCURACY, "pair of points")


def instead_of(s: Situation, before: Before | None) -> Draft | None:
    """ "needs 16 GB instead of 80 GB"."""
    if before is None or before.draft.kind is not Kind.MEASUREMENT:
        return None
    dimension = s.quantity.dimension
    if dimension in _JUDGED_ALONE or before.quantity.dimension is not dimension or not is_instead(s, before):
        return None
    return measured(s, before.draft.metric, before.draft.rule)


def is_instead(s: Situation, before: Before) -> bool:
    """Whether nothing but "instead of", "compared to" or the like stands between the value and the one before."""
    return before.quantity is s.previous and _INSTEAD.fullmatch(s.near_left) is not None


# "3 cm | on flat ground and | 7 cm"
_NEXT = Pattern(rf"[^;:()\d]{{0,50}}(?:,|,?\sand|/)\s{HEDGES}")


def next_error(s: Situation, before: Before | None) -> Draft | None:
    """ "an error of 3 cm on flat ground and 7 cm on slopes": a length is an error as the one before is."""
    if before is None or before.quantity is not s.previous or before.draft.metric is not Metric.ERROR:
        return None
    far = s.quantity.dimension is Dimension.LENGTH and _NEXT.fullmatch(s.near_left) is not None
    return measured(s, Metric.ERROR, "a value of length") if far else None


def came_from(s: Situation, before: Before) -> bool:
    """ "rises to 78.9 from 61.3": whether the value before is what this one became."""
    if before.quantity is not s.previous or s.near_left != " from ":
        return False
    return _BECAME.search(s.doc.view[s.sentence.start : before.quantity.start][-60:]) is not None
