"""Shares and multiples of what another needs or reaches: "80% of the baseline's FLOPs", "twice as fast"."""

from __future__ import annotations

from extractors.context.change.gerund import of_the_subject
from extractors.context.change.made import Change
from extractors.context.change.share.added import added
from extractors.context.change.share.kept import kept_performance
from extractors.context.change.share.multiple import MULTIPLE, multiple_of
from extractors.context.change.share.needed import part_used, time_taken
from extractors.context.change.share.part import part_of
from extractors.context.change.share.reference import share_of_metric
from extractors.context.change.share.shrunk import shrunk
from extractors.context.change.share.timesone import times_one
from extractors.context.change.share.within import SHARE, points_within, within
from extractors.context.change.share.without_of import share_without_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_THEY_DO = Pattern(r"\ws\s(?:result|lead|end|go)\s(?:in|to|up|on|with)\s")
# The surest wording first.
_STEPS = (within, added, part_used, time_taken, shrunk, kept_performance)


def share_of(s: Situation) -> Change | None:
    """ "80% of the baseline's FLOPs", "only 0.7% of the others'", "5x the ...", "twice as fast"."""
    if s.quantity.dimension is Dimension.POINTS:
        return points_within(s)
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES):
        return None
    if s.quantity.idiom and (subject := of_the_subject(s)) is not None:
        return subject
    if (multiple := MULTIPLE.match(s.list_right)) is not None:
        return None if _is_by_so_much(s) else multiple_of(s, multiple)
    if s.quantity.dimension is Dimension.TIMES:
        return times_one(s)
    for step in _STEPS:
        if (change := step(s)) is not None:
            return change
    share = SHARE.match(s.list_right)
    if share is None:
        return share_without_of(s)
    if _THEY_DO.search(share["what"]):
        return None  # "only 3% of the flips result in failure": how many of them
    return part_of(s, share["what"]) or share_of_metric(s, share["what"])


_BY = Ending(r"\bby\s" + HEDGES + r"$")


def _is_by_so_much(s: Situation) -> bool:
    """ "improves by 12% the recall of X": the object of the verb stands last."""
    return s.quantity.dimension is Dimension.PERCENT and _BY.search(s.near_left) is not None
