"""Bounds of an interval of confidence, which are no values of their own: "0.78 (95% CI: 0.71-0.84)"."""

from __future__ import annotations

from extractors.claims.draft import NoClaim
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_SAYS_SO = ("% ci", "%ci", "%-ci", "percent ci", "interval", "[ci]", "% hdi")
_BOUND = Ending(
    r"(?:\bCIs?|\bHDI|\b(?:confidence|credible)\sintervals?)[\])]{0,2}[,:=]?\s{0,3}(?:(?:of|from|was|is|between)\s)?"
    r"[\[({\s]{0,4}[-+~]?\s{0,2}(?:\d[\d.]{0,8}\s?%?\s?(?:--?|,|to|;|and)\s{0,3}[-+]?\s{0,2})?$",
    IGNORECASE,
)


_OPENS = Pattern(r"\s?[(\[]\s?")
_CLOSES = Pattern(r"\s?[)\]]")


def _is_around_the_score(s: Situation) -> bool:
    """ "an AUC of 0.78 (0.71-0.84)": a range in brackets that the bare score before lies in."""
    q, score = s.quantity, s.previous
    if score is None or not (q.low < q.high and score.low == score.high and q.low <= score.low <= q.high):
        return False
    bare = q.dimension is score.dimension is Dimension.NONE and score.low % 1
    return bool(bare and _OPENS.fullmatch(s.near_left) and _CLOSES.match(s.near_right))


def bound(s: Situation) -> NoClaim | None:
    """ "95% CI [0.71, 0.84]", "0.78 (0.71-0.84)"."""
    if s.says(_SAYS_SO) and _BOUND.search(s.left[-60:]):
        return NoClaim("a bound of an interval of confidence")
    return NoClaim("an interval of confidence") if _is_around_the_score(s) else None
