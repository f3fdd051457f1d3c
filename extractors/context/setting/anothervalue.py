"""Phrases that tell one more value: in "71% with 190 KB of flash" the last is no setting."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from extractors.context.metric import closing_metric
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_START = attrgetter("start")
_AMOUNTS = frozenset(
    {
        Dimension.TIME, Dimension.BYTES, Dimension.POWER, Dimension.ENERGY, Dimension.AREA, Dimension.MONEY,
        Dimension.EFFICIENCY, Dimension.OPERATIONS, Dimension.PERFORMANCE,
    }
)  # fmt: skip
# What is given, not reached: "with a latency budget of 10 ms", "with 24 GB cards"
_GIVEN = Pattern(
    r"\b(?:budgets?|limits?|limited|constraints?|deadlines?|SL[AO]s?|targets?|caps?|bounds?|thresholds?|windows?|intervals?|periods?|"
    r"delays?|spacings?|clips?|videos?|data|records?|files?|inputs?|[CGTN]PUs?|cards?|devices?|machines?|nodes?|pages?|blocks?|buffers?|"
    r"caches?|messages?|chunks?|recordings?|audio|speech|training|sampling|same)\b"
)
# what stands between a metric and its value: "a size | of only about | 31 KB"
_OF = Pattern(r"\s(?:of|under|below|above|over|at|only|just|about|around|~|=|\s){0,12}[~<>=]?$")


def tells_a_value(s: Situation, prep: str, start: int, end: int) -> bool:
    """Whether the phrase ``[start, end)`` behind ``prep`` is another value of the sentence."""
    if prep == "within":
        return s.doc.view[start : start + 1].isdigit()
    index = bisect_right(s.siblings, start - 1, key=_START)
    q = s.siblings[index] if index < len(s.siblings) else None
    if q is None or q is s.quantity or q.start >= end or _GIVEN.search(s.doc.view, start, end):
        return False
    if q.start == start:
        return prep in ("with", "of", "using") and q.dimension in _AMOUNTS
    if prep == "at":
        return _metric_of(s, start, q) is Metric.ACCURACY and not s.doc.view.startswith(("a ", "an ", "the "), start)
    metric = _metric_of(s, start, q) if prep in ("with", "of") else None
    return metric is Metric.ACCURACY or (metric is not None and q.dimension in _AMOUNTS)


def _metric_of(s: Situation, start: int, q: Quantity) -> Metric | None:
    """The metric that a phrase gives a value of: "a model size of 31 KB", "AUC 0.92"."""
    what = s.doc.view[start : q.start]
    of = _OF.search(what)
    cue = closing_metric(what[: of.start()]) if of else None
    return cue.metric if cue else None
