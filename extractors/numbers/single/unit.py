"""The unit of measurement behind a numeral: "30 ms", "91.7 ± 0.6%", "3 single-precision TFLOPS"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.single.made import quantity_of
from extractors.numbers.units import Dimension, UnitMatch, parse_unit
from extractors.patterns import IGNORECASE, Pattern

# What these begin with, behind at most eight spaces; looking at it spares most of them.
_BEGINS_SPREAD, _BEGINS_PRECISION = "±+p(", "sdhmf"
_SPREAD = Pattern(r"\s{0,4}\(?\s?(?:±|\+/-|\+-|(?<=\d)pm)\s{0,3}\d{1,4}(?:\.\d{1,4})?\)?")
_PRECISION = Pattern(r"\s(?:single|double|half|mixed|full)[\s-]precision(?=\s\p{L}{0,5}(?:FLOP|flop|OP))")
_CHANGE = Pattern(
    r"(?:\s(?!and\b|or\b)[\p{L}\d-]{1,20}){0,2}\s(?:improvement|gain|drop|increase|lead|boost|margin|advantage|rise|gap|"
    r"decline|decrease|jump|advance)s?\b"
)
_BY = Ending(r"\bby\s(?:(?:an\s)?(?:average|total)\sof\s|about\s|up\sto\s|over\s|nearly\s|~)?\+?$")
_FEW = Ending(r"\b(?:few|many|several|some)\s$")
_RATING = Pattern(r"\s(?:likert|scale|rating)", IGNORECASE)
_MOST_POINTS = 100
_MOST_AT_ONCE = 64  # tokens


def measured(view: str, numeral: Numeral, first: str) -> Quantity | None:
    """The numeral with the unit behind it; ``first`` is the first character that follows."""
    spread = _SPREAD.match(view, numeral.end) if first in _BEGINS_SPREAD else None
    if spread is not None and (behind := _usable(view, numeral, parse_unit(view, spread.end()))):
        return quantity_of(numeral, "number and spread", behind.unit, behind.dimension, behind.end)
    precision = _PRECISION.match(view, numeral.end) if first in _BEGINS_PRECISION else None
    unit = _usable(view, numeral, parse_unit(view, precision.end() if precision else numeral.end))
    return None if unit is None else quantity_of(numeral, "number and unit", unit.unit, unit.dimension, unit.end)


def _usable(view: str, numeral: Numeral, unit: UnitMatch | None) -> UnitMatch | None:
    """The unit, unless points are counted: "35 points/m^2", "10,000 points"; nor is "3B x" a multiple."""
    if unit is None or (unit.dimension is Dimension.TIMES and numeral.magnitude in ("B", "M", "T")):
        return None
    if unit.unit == "pixels" and not numeral.value % 1:
        return None  # "512 px" is how large a picture is, "0.4 px" by how much something is off
    if unit.unit.startswith("tokens/") and unit.dimension is Dimension.COUNT and numeral.value > _MOST_AT_ONCE:
        return None  # what is read or written in each step, and not accepted at once
    if unit.unit == "s" and _FEW.search(view, max(0, numeral.start - 10), numeral.start):
        return None  # "a few 100s lines"
    return None if unit.unit == "pp" and _are_counted(view, numeral, unit) else unit


def _are_counted(view: str, numeral: Numeral, unit: UnitMatch) -> bool:
    """ "10,000 points" are counted; "3.5 points" are a difference of scores, as are those of "a 114-point lead"."""
    if view.startswith("/", unit.end):
        return True
    written = view[numeral.end : unit.end]
    if "point" not in written or "percent" in written:
        return False
    change = _CHANGE.match(view, unit.end) or _BY.search(view, max(0, numeral.start - 30), numeral.start)
    many = numeral.value > _MOST_POINTS and not change
    listed = numeral.in_words and view.startswith(":", unit.end)  # "in two points: ..."
    return bool(numeral.magnitude or many or listed or _RATING.match(view, unit.end))
