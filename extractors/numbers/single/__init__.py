"""One numeral and its unit, or what it counts."""

from __future__ import annotations

from extractors.numbers.behind import first_behind
from extractors.numbers.nouns import parse_times_device
from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.single.counting import counted
from extractors.numbers.single.made import quantity_of
from extractors.numbers.single.no_count import VERSION
from extractors.numbers.single.unit import measured
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern

__all__ = ["VERSION", "with_unit"]

# what is paid for one by one: "$0.40 a task"
_PIECES = (
    "task|query|question|issue|request|run|call|problem|sample|page|image|document|paper|item|person|user|patient|bug|"
    "patch|video|song|episode|game|match|label|annotation|test|token|piece|copy|trial|session"
)
_MANY = (
    r"(?:million|billion|thousand|1[KMB]|1(?:,?0{3}){1,2}|10{1,2}(?:,?0{3})?)\s"
    r"(?:(?:input|output|generated|prompt|completion|cached|blended|processed|total|training)\s)?\p{Ll}{3,20}"
)
_PER = Pattern(
    rf"(?:\s?(?:per|/)\s?|\san?\s(?=(?:day|hour|week|month|year|{_PIECES})\b))"
    rf"(?P<what>(?:{_MANY}|(?!million|billion|thousand)\p{{Ll}}{{3,20}}(?<!s)|yr\b|mo\b))(?![\p{{L}}-])|"
    r"\s(?P<each>apiece|each(?=\s?[.,;)]|$))|"
    r"\s(?P<often>annually|yearly|per\sannum|monthly|weekly|daily)\b(?!\s\p{L}+s\b)"
)
_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "yr": "year", "mo": "month"}
_BEGINS_TIMES = "xt"


def with_unit(view: str, numeral: Numeral) -> Quantity:
    """A numeral with its unit of measurement, else with what it counts."""
    marked = _marked(view, numeral)
    if marked is not None:
        return marked
    first = first_behind(view, numeral.end)
    return _named_devices(view, numeral, first) or measured(view, numeral, first) or counted(view, numeral, first)


def _marked(view: str, numeral: Numeral) -> Quantity | None:
    """What the sign before says: "$0.03 per case", "x3"."""
    if numeral.currency:
        per = _PER.match(view, numeral.end)
        money, end = (f"USD/{_per(per)}", per.end()) if per else ("USD", numeral.end)
        return quantity_of(numeral, "amount of money", money, Dimension.MONEY, end)
    if numeral.times_before and not numeral.in_words:
        return quantity_of(numeral, "times sign before number", "x", Dimension.TIMES)
    return None


def _per(per: Match) -> str:
    """What money is for, or how often: "per case", "/yr", "annually"."""
    if what := per["what"]:
        return _OFTEN.get(what, what)
    return "item" if per["each"] else _OFTEN.get(per["often"], "year")


def _named_devices(view: str, numeral: Numeral, first: str) -> Quantity | None:
    """ "8xA100"."""
    counts = first in _BEGINS_TIMES and not numeral.value % 1
    device = parse_times_device(view, numeral.end) if counts else None
    if device is None:
        return None
    return quantity_of(numeral, "count of a named device", device.unit, device.dimension, device.end)
