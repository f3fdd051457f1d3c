"""Phrases of a statement beside the value's: "(1) saves 12%; and (2) for B", "2x faster and can work on any B"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from extractors.context.phrase.shapes import ITEM
from extractors.patterns import Pattern
from extractors.situation import Situation

_START, _END = attrgetter("start"), attrgetter("end")
# "and can work on any map", "and generalizes to new maps": what it is able to do has no part in the value
_ABLE = Pattern(
    r"[^;:()\d]{0,70}?,?\sand\s(?:(?:is|are)\s(?:able|capable|suited|suitable|ready)\s|(?:\p{Ll}+ly\s|also\s|even\s)?(?:can|could|may)\s|"
    r"(?:\p{Ll}+ly\s|also\s)?(?:generali[sz]e|scale|transfer|extend|adapt|work|perform)s?\s|"
    r"(?:\p{Ll}+ly\s|also\s)?(?:show|exhibit|demonstrate|deliver|display)s?\s"
    r"(?:good|strong|robust|excellent|superior|competitive|consistent|promising|solid|great|better|stable)\s)"
    r"[^,;:()\d]{0,60}"
)
# "Trained for only 4 hours, it wins on B": what it cost is told before the statement
_COST_FIRST = Pattern(
    r"(?:\p{L}+,\s)?(?:(?:[Pp]re-?|[Pp]ost-?)?[Tt]rained|[Ff]ine-?tuned|[Dd]istilled|[Rr]unning|[Rr]equiring|[Nn]eeding|[Tt]aking|"
    r"[Cc]osting|[Cc]onsuming|[Oo]ccupying|[Dd]eployed)\s(?:[^,;:()]|,(?=\d)){2,120},\s"
)
_PEAK = Pattern(r"[^,;:()\d]{0,60},\s(?:peaking|culminating|topping\sout)\s(?:at|in|with)\s")


def in_other_statement(s: Situation, at: int, end: int) -> bool:
    """Whether a phrase that stands at ``at`` is in another statement than the values that end at ``end``."""
    if at < end:
        return False
    view = s.doc.view
    if view.find(") ", end, at) >= 0 and ITEM.search(view, end, at):
        return True  # "and (2) for B"
    if view.find(" and ", end, at) >= 0 and not _values_between(s, end, at) and _ABLE.fullmatch(view, end, at):
        return True
    if view.find("ing ", end, at) >= 0 and _PEAK.match(view, end, at):
        return True
    first = _COST_FIRST.match(view, s.sentence.start, at) if view.find(", ", end, at) >= 0 else None
    return first is not None and end < first.end()


def _values_between(s: Situation, start: int, end: int) -> bool:
    return bisect_right(s.siblings, end, key=_END) > bisect_left(s.siblings, start, key=_START)


_CONCEDES = Pattern(
    r"(?:\p{L}+,\s)?(?:Despite|Although|Though|Even\sthough|While|Whereas|Notwithstanding)\s[^,;:()]{5,200},\s"
)


def is_conceded(s: Situation, start: int, end: int, value: int) -> bool:
    """ "Despite its strength on A, it reaches 71%": whether a phrase is in what is conceded before the value."""
    conceded = _CONCEDES.match(s.doc.view, s.sentence.start, value) if start < value else None
    return conceded is not None and end <= conceded.end()
