"""A change of what is had for its price: "Per watt, it is 3x faster", "a speedup per dollar of 2x"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.lexicon import DOWN, HEDGES_OR_A, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_PARTS = ("per ", "normali")
_UNIT = (
    r"(?:unit\s(?:of\s)?)?(?:(?P<cost_efficiency>dollar|cost|price|USD|euro)|"
    r"(?P<energy_efficiency>watt|joule|power|energy|kilowatt(?:-hour)?)|"
    r"(?P<area_efficiency>(?:silicon\s|chip\s|die\s)?area|mm2|mm\^2|square\smillimet(?:er|re)))\b"
)
_FRONTED = Pattern(
    rf"(?:^|[;:]\s|,?\s(?:and|but|while)\s)(?:measured\s|compared\s)?(?:per\s|normali[sz]ed\s(?:to|by|for)\s(?:the\s)?){_UNIT}"
    r"(?:\s[\p{L}-]+){0,3},\s",
    IGNORECASE,
)
_DIVIDED = Pattern(
    r"\b(?:speed-?ups?|performance|gains?|improvements?|advantages?|leads?|throughput|benefits?)(?:\sin\s[\p{L}-]+)?\s"
    rf"(?:per\s|normali[sz]ed\s(?:to|by)\s){_UNIT}\s[^,;:()]{{0,30}}?{HEDGES_OR_A}$",
    IGNORECASE,
)
_DIVISIBLE = (Metric.SPEED, Metric.THROUGHPUT, Metric.ACCURACY)
_OF_WORK = (Metric.SPEED, Metric.THROUGHPUT)


def per_unit(s: Situation, change: Change) -> Change:
    """The change, of an efficiency where the clause divides by a price."""
    if change.metric not in _DIVISIBLE or not s.says(_PARTS):
        return change
    unit = _FRONTED.search(s.left) or (_DIVIDED.search(s.list_left) if change.metric in _OF_WORK else None)
    if unit is None or unit.lastgroup is None or (change.metric is Metric.ACCURACY and s.text_is_about_quality):
        return change
    if ";" in s.left[unit.end() :] or change.direction not in (UP, DOWN):
        return change
    return Change(Metric(unit.lastgroup), change.direction, change.form, change.rule)
