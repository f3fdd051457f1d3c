"""Lists behind the values that pair up with them: "3x and 2x on A and B, respectively"."""

from __future__ import annotations

import regex

from extractors.context.metric import metric_cues
from extractors.context.pairing.members import members
from extractors.context.pairing.parts import RESPECTIVELY, respective_part
from extractors.patterns import Pattern
from extractors.situation import Situation

# "by 12% and 9% compared respectively with Foo and Bar"
_RESPECTIVELY_FIRST = Pattern(
    r",?\s(?P<how>compared\s)?respectively,?\s(?P<prep>with|to|over|against|than|on|for|in|at|of|under)\s"
)
_LIST_STOP = Pattern(r"\.(?:\s|$)|[;:()]|,\s(?:while|whereas|with|which)\b|\s(?:while|whereas|using|when)\s|$")
_OF = Pattern(r"\s(?:in|of)\s")
_OVER_OTHERS = Pattern(r"\s(?:over|than|compared (?:to|with)|against|relative to|versus|vs\.?)\s")


def pair_elsewhere(s: Situation) -> bool:
    """Whether the values pair up with rivals or metrics that stand behind the list."""
    if respective(s, _OVER_OTHERS) is not None:
        return True
    of = respective(s, _OF)
    return of is not None and bool(metric_cues(of))


def pairing_is_told(s: Situation) -> bool:
    """Whether the sentence says that its lists pair up."""
    return RESPECTIVELY.search(s.doc.view, s.sentence.start, s.sentence.end) is not None


def respective(s: Situation, introduced: Pattern | regex.Pattern[str]) -> str | None:
    """The part of "on A, B and C, respectively" that belongs to this member of a list of values.

    ``introduced`` matches what stands before the list. Null when nothing pairs up.
    """
    _, last, count, place = members(s)
    start = s.siblings[last].end
    stop_at = s.siblings[last + 1].start if last + 1 < len(s.siblings) else s.sentence.end
    right = s.doc.view[start:stop_at]
    end = RESPECTIVELY.search(right) if count > 1 else None
    if end is None:
        return None
    if early := _RESPECTIVELY_FIRST.match(right):
        stated = introduced.fullmatch(f"{early['how'] or ''}{early['prep']} ")
        stop = _LIST_STOP.search(right, early.end())
        limit = start + (stop.start() if stop else len(right))
        part = respective_part(s.doc.view, start + early.end(), limit, (0, count - 1), place) if stated else None
        return s.doc.text[slice(*part)] if part else None
    for intro in reversed([*introduced.finditer(right, 0, end.start())]):
        part = respective_part(s.doc.view, start + intro.end(), start + end.start(), (0, count - 1), place)
        if part is not None:
            return s.doc.text[slice(*part)]
    return None
