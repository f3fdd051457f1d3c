"""A loss that is kept low: "while limiting the accuracy loss to under 2%"."""

from __future__ import annotations

from extractors.context.change.common import Change, settle, usable
from extractors.context.change.noun.named import of_unnamed
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES
from extractors.numbers.units import Dimension
from extractors.situation import Situation

_LOSSES = ("degradation", "loss", "drop")
_LOSS = r"(?P<noun>degradation|loss|drop)(?:es|s)?\s"
_LIMITED = Ending(
    r"\b(?:limit|keep|kept|hold|held|restrict|bound|cap|contain|confin)\p{L}*\s(?P<what>(?:[\p{L}-]+\s){1,4}?)"
    + _LOSS
    + r"(?:to|at|under|below|within)\s"
    + HEDGES
    + r"$"
)
_BELOW = Ending(
    r"\b(?P<what>(?:accuracy|quality|performance|utility)\s)" + _LOSS + r"(?:under|below|within)\s" + HEDGES + r"$"
)


def loss_kept_low(s: Situation) -> Change | None:
    """ "while limiting the accuracy loss to under 2%", "with an accuracy drop below 2%"."""
    if s.quantity.dimension is not Dimension.PERCENT or not s.says(_LOSSES):
        return None
    kept = _LIMITED.search(s.near_left) or _BELOW.search(s.near_left)
    if kept is None:
        return None
    named = usable(last_metric(kept["what"]), s)
    return settle(named or of_unnamed(s, DOWN), DOWN, kept["noun"], "loss kept low")
