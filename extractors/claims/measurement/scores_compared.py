"""Two scores in brackets, one set against the other: "is preferred (4.12 vs. 3.65)", "3 points up (71 vs. 68)"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.context.metric import last_ranked_metric
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

# "(4.12 vs. 3.65, p < 0.01)", "(MOS: 4.12 vs. 3.65)"
_OPENS = Ending(r"\((?:\p{L}[\p{L}\d@ /-]{0,24}[:,]?\s)?[$~]?$")
_VERSUS = r"\$?\s(?:vs\.?|versus|against|compared\s(?:to|with)|instead\sof)\s[$~]{0,2}"
_COMPARED = Pattern(_VERSUS + r"\d{0,3}\.\d+(?=\$?(?:[),;]|\s(?:on|in|at|for|with|across|under)\b))")
_TWO = Pattern(rf"(?:{_VERSUS}|\$?(?:,?\sand\s|,\s|\s?/\s?)\$?)")
_CLOSES = Pattern(r"\$?[),;]")
_ROUNDED = 0.06  # points that a difference of two scores may be off


def compared_in_bracket(s: Situation) -> Draft | None:
    """ "clearly preferred to the older one (4.12 vs. 3.65)": a score and that of another, no metric being named."""
    if not _OPENS.search(s.near_left) or _COMPARED.match(s.doc.view, s.quantity.end) is None:
        return None
    named = last_ranked_metric(s.left[-120:])
    if named is None:
        return measured(s, Metric.ACCURACY, "scores compared in brackets") if s.text_is_about_quality else None
    if named.metric not in (Metric.ACCURACY, Metric.ERROR, Metric.SPEED):
        return None
    return measured(s, _accuracy_or_error(named.metric), "scores compared in brackets")


def scores_of_difference(s: Situation) -> Draft | None:
    """ "wins by 1.4 points (58.7 against 57.3)": the scores whose difference was said, whatever else is named."""
    points, other = s.previous, s.following
    if points is None or other is None or points.dimension is not Dimension.POINTS or points.pair:
        return None
    bare = other.dimension is Dimension.NONE and not other.magnitude and not other.pair
    if not bare or not _OPENS.search(s.near_left) or not _TWO.fullmatch(s.near_right):
        return None
    apart = abs(s.quantity.low - other.low)
    if abs(apart - points.low) > _ROUNDED or not _CLOSES.match(s.doc.view, other.end):
        return None
    named = last_ranked_metric(s.left[-120:])
    return measured(s, _accuracy_or_error(named.metric if named else Metric.ACCURACY), "scores of a difference")


def _accuracy_or_error(named: Metric) -> Metric:
    """An error where one is named, else a score."""
    return Metric.ERROR if named is Metric.ERROR else Metric.ACCURACY
