"""What something took before: "a job that took 12 hours ends in 3", "used to take 6 days", "formerly at 9 GB"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_ONCE_PARTS = ("used to", "once", "previously", "formerly", "originally", "hitherto")
# "used to take 6 days", "once required 512 cores", "previously took 30 minutes"
_ONCE = Ending(
    r"\b(?:used\sto|once|previously|formerly|originally|hitherto)\s(?:take|need|require|run|use|cost|reach|be|train|last|"
    r"occupy|consume|achieve|took|ran|stood|was|were|had|limit|restrict|cap|confine)(?:s|d|ed|ped)?\s[^,;()]{0,24}$"
)
# "the search, formerly a bottleneck with 210 hours,"
_IN_APPOSITION = Ending(
    rf"[,(]\s?(?:previously|formerly|originally|once)\s(?:[^,;()]{{1,40}}\s)?(?:with|at|of|taking|requiring|needing|using)\s{HEDGES}\$?$"
)
_TOOK_PARTS = ("that ", "which ")
# "a job that took 12 hours now ends in 3 hours"
_TOOK = Ending(
    r"\b(?:that|which)\s(?:(?:originally|formerly|previously|once|typically|usually)\s)?(?:took|lasted|needed|required|cost|"
    rf"ran\s(?:in|for|at)|occupied|consumed|spanned)\s(?:an?\s)?{HEDGES}\$?$"
)
_NOW = Pattern(
    r"(?:(?!\s(?:during|for|at)\s)[^;.]){0,60}?\s(?:takes?|(?:finish|complete|end|run|fit|load|compile|train|converge|execute)(?:e?s)?\s(?:in|within|at)|"
    r"(?:is|are)\s(?:done|finished|completed|solved|trained|over|run|built|ready)\s(?:in|within|after)|"
    rf"needs?|requires?|costs?|occup(?:y|ies)|consumes?|lasts?)\s(?:(?:only|just|merely|an?)\s)?{HEDGES}\$?"
)
_COUNTED = (Dimension.COUNT, Dimension.DEVICES)


def is_former(s: Situation) -> bool:
    """Whether the value is what held before, by "once" and the like, or by a past tense before the present."""
    if s.says(_ONCE_PARTS):
        if _ONCE.search(s.near_left):
            return True
        if s.quantity.dimension not in _COUNTED and _IN_APPOSITION.search(s.near_left):
            return True
    after = s.following
    if after is None or after.dimension is not s.quantity.dimension or s.quantity.pair or not s.says(_TOOK_PARTS):
        return False
    return _TOOK.search(s.near_left) is not None and _NOW.fullmatch(s.near_right) is not None
