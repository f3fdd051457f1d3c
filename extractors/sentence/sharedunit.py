"""Numbers that leave out the unit of a rate before: "90M keys per second, while the rival stops at 30M"."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims.draft import Draft
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.sentence.found import SoFar
from extractors.situation import Situation
from schemas.vocabulary import Kind

_SETS_AGAINST = Ending(
    r"(?:,?\s(?:versus|vs\.?|against|instead\sof|rather\sthan|compared\s(?:to|with)|(?:up|down)\sfrom)(?:\sthe)?\s|"
    r"(?:[,;]|,\s(?:and|but))\s(?:while|whereas|where|but)?\s?(?:[\p{L}\d.+-]+\s){1,5}(?:(?:\p{Ll}+s|\p{Ll}+ed|stuck|only)\s"
    r"(?:(?:at|out\sat|to)\s)?))" + HEDGES + r"$"
)
_CLOSES = Pattern(r"\s?(?:[,.;:)]|$)|\s(?:for|of|on|with|by|under|at|when|in|and|but|while)\b")
_LETTERS = ("k", "K", "M", "B", "T", "thousand", "million", "billion")


def of_the_rate_before(s: Situation, so_far: SoFar) -> Draft | None:
    """A number with a magnitude and no noun, set against a rate that has one: of the same unit."""
    q = s.quantity
    if q.magnitude not in _LETTERS or q.dimension not in (Dimension.NONE, Dimension.PARAMETERS) or not so_far:
        return None
    rate = so_far[-1]
    if rate.quantity.dimension is not Dimension.RATE or rate.draft.kind is not Kind.MEASUREMENT:
        return None
    bare = s.doc.view[q.start : q.end].endswith(q.magnitude)
    if not (bare and rate.quantity.magnitude and rate.stands_next_to(s) and _CLOSES.match(s.near_right)):
        return None
    return replace(rate.draft, rule="unit of the rate before") if _SETS_AGAINST.search(s.near_left) else None
