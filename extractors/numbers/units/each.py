"""What a measured unit is of, one each: "12 ns/vector", "0.3 J/lookup", "4 GB/node"."""

from __future__ import annotations

from extractors.numbers.units.unit import Dimension, UnitMatch
from extractors.patterns import Pattern

_MEASURED = frozenset(
    {
        Dimension.TIME,
        Dimension.ENERGY,
        Dimension.POWER,
        Dimension.BYTES,
        Dimension.LENGTH,
        Dimension.OPERATIONS,
        Dimension.MONEY,
    }
)
# Any noun in the singular, or the sign of a unit; "ms/low-load" and "min/max" are of no such thing.
_SLASH = Pattern(
    r"\s?/\s?(?P<what>(?!(?:max|min|low|high|sec)\b)\p{Ll}{3,14}(?<![^s]s)|op|kg|yr|mo|h|b|B|bit|[CGTN]PU|km|MB|GB)(?![\p{L}\d/^-])"
)
_SPELLED = {"yr": "year", "mo": "month"}


def of_each(view: str, unit: UnitMatch) -> UnitMatch:
    """The unit with what a slash behind it says that it is of."""
    if view[unit.end : unit.end + 2].strip()[:1] != "/" or unit.dimension not in _MEASURED or "/" in unit.unit:
        return unit
    if (match := _SLASH.match(view, unit.end)) is None:
        return unit
    what = match["what"]
    return UnitMatch(f"{unit.unit}/{_SPELLED.get(what, what)}", unit.dimension, match.end())
