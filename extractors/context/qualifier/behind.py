"""What bounds the value from behind: "3x or more", "5%+", "8 GB at most"."""

from __future__ import annotations

from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Qualifier

_AFTER_LEAST = Pattern(
    r"^(?:\s{0,2}\+(?!\s?[\d/-])|\s(?:and|or)\s(?:(?:more(?!\sthan\b)|above|beyond)\b|(?:greater|larger|higher)(?=\s?[,.;)]|"
    r"\s(?:than|on|for|in|at|can|could|is|are|was|were|with|when|across)\b|$)))"
)
_AFTER_MOST = Pattern(r"^\s(?:or\s(?:less|fewer|below|lower)|at\smost|(?:at\s)?maximum)\b")
_ARROW = len("$\\uparrow")


def behind(s: Situation) -> Qualifier | None:
    """What follows the number and bounds it."""
    right = s.right[:24]
    if right.lstrip()[:1] == "+" and s.doc.given.find("arrow", at := _given_end(s), at + _ARROW) >= 0:
        return None  # "34%$\\uparrow$": it has risen
    if s.quantity.at_least or _AFTER_LEAST.match(right):
        return Qualifier.AT_LEAST
    return Qualifier.AT_MOST if _AFTER_MOST.match(right) else None


def _given_end(s: Situation) -> int:
    return s.doc.given_span(s.quantity.start, s.quantity.end)[1]
