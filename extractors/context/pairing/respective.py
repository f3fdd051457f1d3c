"""Lists behind the values that pair up with them: "3x and 2x on A and B, respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractors.context.metric import Cue, metric_cues
from extractors.context.pairing.members import Members, members
from extractors.context.pairing.parallel import parallel
from extractors.context.pairing.parts import RESPECTIVELY, TOLD, respective_part
from extractors.endings import Ending
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

# "by 12% and 9% compared respectively with Foo and Bar"
_RESPECTIVELY_FIRST = Pattern(
    r",?\s(?P<how>compared\s)?respectively,?\s(?P<prep>with|to|over|against|than|on|for|in|at|of|under)\s"
)
_LIST_STOP = Pattern(r"\.(?:\s|$)|[;:()]|,\s(?:while|whereas|with|which)\b|\s(?:while|whereas|using|when)\s|$")
_JOINED = Pattern(r"(?:\s\p{L}+)?(?:,\s(?:and\s)?|\sand\s)(?:\p{L}+\s)?")
_TO_METRIC = Pattern(r"[%$\\]{0,3}\s(?:(?!(?:on|for|across|under|at|with|over|than)\s)\p{L}+\s){0,4}")
_LEVELS = Pattern(r"[%\\]{0,2}\s(?:[\p{L}-]+\s)?(?:sparsity|noise|load|dropout|occupancy|budgets?|quantiles?)\b")
_OF = Pattern(r"\s(?:in|of)\s")
_IN_TURN = Pattern(r"[%$\\]{0,3}(?:-?[\p{L}-]+)?(?:\s[\p{L}-]+){0,3}(?:,\s(?:and\s)?|\sand\s)(?:[\p{L}-]+\s){0,3}")
_AT = Ending(r"\s(?:at|for|on|under)\s$")
_LEVEL = Pattern(r"[%$\\]{0,3}\s(?!(?:fewer|less|more|lower|higher|faster|slower|better|of)\b)\p{Ll}{3,}")
_CHANGES = frozenset({Dimension.PERCENT, Dimension.TIMES})
_COUNTS = frozenset({Dimension.COUNT, Dimension.PARAMETERS, Dimension.DEVICES})
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


def pairs_up(s: Situation) -> bool:
    """Whether a list as long as that of the values pairs up with it: it is said, or they have three members."""
    return pairing_is_told(s) or members(s).size > 2


def are_of_their_own(s: Situation) -> bool:
    """ "raises precision and recall by 3% and 4%": whether the values are each of a metric, or are levels."""
    first, last, count, _ = members(s)
    if _LEVELS.match(s.doc.view, s.siblings[last].end):
        return True
    if last - first + 1 != count:
        return False
    right = metric_cues(s.list_right)[:count]
    if right and _TO_METRIC.fullmatch(s.list_right, 0, right[0].start) and _are_joined(s.list_right, right, count):
        return True
    return _are_joined(s.list_left, metric_cues(s.list_left)[-count:], count)


def _are_joined(text: str, cues: Sequence[Cue], count: int) -> bool:
    """Whether so many metrics are all that is listed."""
    joints = (_JOINED.fullmatch(text, one.end, other.start) for one, other in pairwise(cues))
    return len(cues) == count and all(joints)


def respective(s: Situation, introduced: Pattern | regex.Pattern[str], *, first: bool = False) -> str | None:
    """The part of "on A, B and C, respectively" that belongs to this member of a list of values.

    ``introduced`` matches what stands before the list. Null when nothing pairs up. ``first``: of the first member.
    """
    if not s.says(TOLD):
        return None
    for group in (members(s), parallel(s)):
        part = _part(s, introduced, group._replace(place=0) if first else group) if group else None
        if part is not None:
            return part
    return None


def _part(s: Situation, introduced: Pattern | regex.Pattern[str], group: Members) -> str | None:
    _, last, count, place = group
    start = s.siblings[last].end
    right = s.doc.view[start : _names_end(s, last, count)]
    end = RESPECTIVELY.search(right) if count > 1 else None
    if end is None:
        return None
    if early := _RESPECTIVELY_FIRST.match(right):
        stated = introduced.fullmatch(f"{early['how'] or ''}{early['prep']} ")
        stop = _LIST_STOP.search(right, early.end())
        limit = start + (stop.start() if stop else len(right))
        part = respective_part(s.doc.view, start + early.end(), limit, (0, count - 1), place) if stated else None
        return s.doc.text[slice(*part)] if part else None
    first = s.siblings[last + 1].start - start if last + 1 < len(s.siblings) else len(right)
    for intro in reversed([*introduced.finditer(right, 0, end.start())]):
        if intro.end() > first:
            continue
        part = respective_part(s.doc.view, start + intro.end(), start + end.start(), (0, count - 1), place)
        if part is not None:
            return s.doc.text[slice(*part)]
    return None


def _names_end(s: Situation, last: int, count: int) -> int:
    """Up to where names may stand: the next value, or those that they hold, "on 8 and 16 nodes, respectively"."""
    names = s.siblings[last + 1 : last + 1 + count]
    if not names:
        return s.sentence.end
    if len(names) < count or not _are_names(s.doc.view, s.siblings[last].end, names):
        return names[0].start
    return s.siblings[last + 1 + count].start if last + 1 + count < len(s.siblings) else s.sentence.end


def _are_names(view: str, start: int, names: Sequence[Quantity]) -> bool:
    """Whether numbers in turn say what values hold for, and no more than that: "at 50% and 75% sparsity"."""
    if any(q.pair or q.dimension is not names[0].dimension for q in names):
        return False
    if names[0].dimension in _CHANGES:
        if not (_AT.search(view[start : names[0].start]) and _LEVEL.match(view, names[-1].end)):
            return False
    elif names[0].dimension not in _COUNTS:
        return False
    return all(_IN_TURN.fullmatch(view, one.end, other.start) for one, other in pairwise(names))
