"""Rivals' values set apart behind ours: "0.9 s on all queries (Postgres: 4.1 s; SQLite: 6 s)"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.context.attribution.nobody import is_nobody
from extractors.context.attribution.own import is_system
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_NAMED = Ending(
    rf"[(,;]\s?(?:and\s)?(?P<who>(?!\s)(?=[^():;,]{{0,24}}[^\p{{Ll}}\s():;,-])[^():;,]{{2,30}}):\s{HEDGES}\$?$"
)
_OF_A_SPREAD = Pattern(r"(?:IQR|CI|SD|SE|CV|[ORH]R|AOR|[pP]|[Nn]|[Tt]op|[Pp]ass|(?:[Tt]rain|[Tt]est|[Vv]al)\w*)\b")
_OURS = Pattern(r"(?:[^;:()]|\.\d){0,60}\s\(")
_BY = Ending(rf"\b(?:by\s{HEDGES}|up\sto\s)$")  # "by 40% (A: 30%)", "up to 90% (A: 80%)": parts of it
_UNCUT = Ending(r"[(,;]\s?(?:and\s)?(?:FP(?:16|32)|BF16|[Ff]ull(?:[-\s]precision)?|[Uu]ncompressed|[Dd]ense):[^:]*$")
_SAME = 0.02  # by which the sum of rounded parts may be off


def is_rivals_row(s: Situation, system: str | None) -> bool:
    """Whether a value in a bracket of names and values is that of another; not what ours breaks down into."""
    if ": " not in s.near_left:
        return False
    opening = s.left.rfind("(")
    if opening < 0 or ")" in s.left[opening:]:
        return False
    at = s.sentence.start + opening
    ours = _before(s, at)
    rows = _inside(s, at, system)
    if ours is None or not rows or s.quantity not in rows:
        return False
    # what is uncut is better than ours, and rivals are worse
    cut = [one for one in rows if not _UNCUT.search(s.doc.view[at : one.start])]
    return _all_beside(ours, cut or rows)


def _before(s: Situation, at: int) -> Quantity | None:
    """The value that the bracket stands behind, of the same unit; devices may come between."""
    for one in reversed(s.siblings[: s.index]):
        if one.start >= at or one.dimension is Dimension.DEVICES:
            continue
        if one.dimension is not s.quantity.dimension or one.unit != s.quantity.unit or one.is_range or one.pair:
            return None
        if _OURS.fullmatch(s.doc.view, one.end, at + 1) is None:
            return None
        return None if _BY.search(s.doc.view[s.sentence.start : one.start]) else one
    return None


def _inside(s: Situation, at: int, system: str | None) -> Sequence[Quantity]:
    """The values in the bracket, when each has the name of another before it."""
    close = s.doc.view.find(")", s.quantity.end, s.sentence.end)
    inside = [one for one in s.siblings if at < one.start < close]
    for one in inside:
        named = _NAMED.search(s.doc.view[at : one.start])
        if named is None or one.unit != s.quantity.unit or one.dimension is not s.quantity.dimension:
            return ()
        who = named["who"]
        if _OF_A_SPREAD.match(who) or metric_cues(who.lower()) or is_system(who, system) or is_nobody(who):
            return ()
    if any(at < first and last < close for first, last in s.devices):
        return ()  # "(A100: 3 s, H100: 2 s)"
    return inside


def _all_beside(ours: Quantity, rows: Sequence[Quantity]) -> bool:
    """Whether ours is better than each, or worse: a mean stands between its parts, and a sum is all of them."""
    lows = [one.low for one in rows]
    if len(rows) > 1 and abs(sum(lows) - ours.low) <= _SAME * abs(ours.low):
        return False
    return ours.low < min(lows) or ours.low > max(lows)


_CLAUSE_ASIDE = Ending(
    r"(?:\(|\s[-\u2013\u2014]{1,3}\s?)(?P<who>(?:the\s)?(?:\p{Lu}|\p{Ll}{1,6}\p{Lu})[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,2}?)\s"
    r"(?:has|gets|scores|reaches|achieves|attains|obtains|needs|takes|requires|uses|runs|stops|manages|stands|sits|solves|succeeds|costs|"
    rf"consumes|occupies|averages)\s(?:(?:at|in|only|just|an?)\s){{0,2}}{HEDGES}\$?$"
)


def is_rivals_aside(s: Situation, system: str | None) -> bool:
    """ "3.1 GB (the Corvid has 4.7 GB)": whether a clause set apart says of another what is said of ours before."""
    before = s.previous
    if before is None or before.dimension is not s.quantity.dimension or before.unit != s.quantity.unit:
        return False
    aside = _CLAUSE_ASIDE.search(s.near_left)
    return aside is not None and not (is_system(aside["who"], system) or metric_cues(aside["who"].lower()))
