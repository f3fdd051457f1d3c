"""Two values that hold with and without something: "a score of 1.4 without guidance and 1.1 with guidance"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from extractors.situation import Situation

_BETWEEN = r"[%$\\]{0,3}(?:\s(?!(?:on|in|for|at|and|with|without|than|over)\b)[\p{L}-]+){0,3}?\s"
_WHAT = (
    r"(?!(?:an?|up|only|just|less|more|no|respect)\b)[\p{L}\d][\p{L}\d-]*"
    r"(?:\s(?!(?:and|to|vs|versus|but|while|under|on|in|for|at|over|than)\b)[\p{L}\d-]+){0,3}"
    r"(?=[,.;)]|\s(?:and|to|vs\.?|versus|but|while|under|on|in|for|at|over|than)\b|$)"
)
_WITH = Pattern(rf"{_BETWEEN}with\s(?P<np>{_WHAT})")
_WITHOUT = Pattern(rf"{_BETWEEN}(?P<np>without\s{_WHAT})")


def with_or_without(s: Situation) -> Span | None:
    """What the value holds with or without, where that beside it is of the other."""
    for own, other in ((_WITHOUT, _WITH), (_WITH, _WITHOUT)):
        found = own.match(s.near_right)
        beside = [q for q in (s.previous, s.following) if q is not None and q.dimension is s.quantity.dimension]
        if found and any(other.match(s.doc.view, q.end, s.sentence.end) for q in beside):
            start = s.quantity.end
            return None if metric_cues(found["np"]) else (start + found.start("np"), start + found.end("np"))
    return None
