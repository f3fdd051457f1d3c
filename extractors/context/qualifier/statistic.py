"""A mean, which what bounds the values before does not bound: "up to 3x, 2x on average"."""

from __future__ import annotations

from extractors.patterns import Pattern
from extractors.situation import Situation

_STATISTICS = ("mean", "average", "median")
_ITS_STATISTIC = Pattern(
    r"[^,;:()\d]{0,24}?\s(?:in\s(?:the\s)?|on\s)(?:geo\p{L}*[\s-]?mean|average|mean|median)(?=[,.;)]|\s(?:across|over|on|for|in|compared|than|when|under|with|at|while|and)\b|$)"
)


def is_statistic(s: Situation) -> bool:
    """ "2x on average"."""
    return s.says(_STATISTICS) and _ITS_STATISTIC.match(s.near_right) is not None
