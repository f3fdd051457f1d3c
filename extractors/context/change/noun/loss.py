"""A loss that is kept low: "while limiting the accuracy loss to under 2%"."""

from __future__ import annotations

from extractors.context.change.made import Change, settle
from extractors.context.change.meant import usable
from extractors.context.change.noun.named import of_unnamed
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

_LOSSES = ("degradation", "loss", "drop", "gap", "decline", "deterioration")
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
# "with a quality loss as low as 4%", "the gap to the teacher stays below 1%", "a FID degradation that remains at 5%"
_LOW = r"(?:as\s(?:low|small|little)\sas|(?:at\s|to\s)?(?:under|below|within|less\sthan)|at\smost)\s"
_STAYS = (
    r"(?:(?:that|which)\s)?(?:is|was|being|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|kept|held)\s"
    r"(?:(?:minimal|small|negligible|limited|low|modest|consistently|always|typically|well)\s)?"
)
_STAYS_LOW = Ending(
    r"[\p{L}\d-]\s(?P<noun>degradation|deterioration|loss|drop|decline|gap)s?\s"
    r"(?:(?P<to>(?:to|from|with|between)\s(?!only\b|just\b|under\b|below\b)[^,;:()]{2,50}?)\s)?"
    rf"(?:{_STAYS}(?:at\s|{_LOW})|{_LOW}){HEDGES}$"
)
_VERBS = ("drop", "decline")
_OF_ITS_OWN = Pattern(
    r"\b(?:optimality|duality|generali[sz]ation|packet|information|training|validation|test|power|path)\s$"
)


def loss_kept_low(s: Situation) -> Change | None:
    """ "while limiting the accuracy loss to under 2%", "with an accuracy drop below 2%"."""
    if s.quantity.dimension is not Dimension.PERCENT or not s.says(_LOSSES):
        return None
    kept = _LIMITED.search(s.near_left) or _BELOW.search(s.near_left)
    if kept is None:
        return _stays_low(s)
    named = usable(last_metric(kept["what"]), s)
    return settle(named or of_unnamed(s, DOWN), DOWN, kept["noun"], "loss kept low")


def _stays_low(s: Situation) -> Change | None:
    """ "a quality loss as low as 4%", "the gap to the teacher stays below 1%"; a validation loss is a value."""
    low = _STAYS_LOW.search(s.near_left)
    if low is None:
        return None
    what = " ".join(s.near_left[: low.start("noun")].split()[-3:]) + " "
    if _OF_ITS_OWN.search(what):
        return None
    named = usable(last_metric(what), s)
    if named is None and not (low["noun"] == "gap" and low["to"]):
        return None
    if named is Metric.ERROR and low["noun"] not in ("degradation", "deterioration"):
        return None  # "the error gap is below 2%"
    if named is not None and named.polarity is Polarity.LOWER and named is not Metric.ERROR and low["noun"] in _VERBS:
        return None  # "the overhead drops below 2%"
    direction = UP if named is Metric.ERROR else DOWN
    return Change(named or Metric.ACCURACY, direction, Form.BY, "loss kept low")
