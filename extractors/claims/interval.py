"""Bounds of an interval of confidence, which are no values of their own: "0.78 (95% CI: 0.71-0.84)"."""

from __future__ import annotations

from extractors.claims.draft import NoClaim
from extractors.endings import Ending
from extractors.patterns import IGNORECASE
from extractors.situation import Situation

_SAYS_SO = ("% ci", "%ci", "%-ci", "percent ci", "interval", "[ci]", "% hdi")
_BOUND = Ending(
    r"(?:\bCIs?|\bHDI|\b(?:confidence|credible)\sintervals?)[\])]{0,2}[,:=]?\s{0,3}(?:(?:of|from|was|is|between)\s)?"
    r"[\[({\s]{0,4}[-+~]?\s{0,2}(?:\d[\d.]{0,8}\s?%?\s?(?:--?|,|to|;|and)\s{0,3}[-+]?\s{0,2})?$",
    IGNORECASE,
)


def bound(s: Situation) -> NoClaim | None:
    """ "95% CI [0.71, 0.84]"."""
    if s.says(_SAYS_SO) and _BOUND.search(s.left[-60:]):
        return NoClaim("a bound of an interval of confidence")
    return None
