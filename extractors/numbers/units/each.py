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
    r"\s?/\s?(?P<what>(?!(?:max|min|low|high|sec)\b)\p{Ll}{3,14}(?<![^s]s)|op|kg|yr|mo|h|b|B|bit|[CGTN]PU|km|MB|GB|J|[Jj]oule|W)(?![\p{L}\d/^-])"
)
_SPELLED = {"yr": "year", "mo": "month", "joule": "J", "Joule": "J"}
# "12 GFLOPs per forward pass", "3 us per decoding round", "20 KB per message": of no device and no time
_IN_WORDS = Pattern(
    r"\s{1,2}per\s{1,2}(?P<what>(?!(?:[cgtn]pu|core|node|device|machine|worker|server|chip|day|week|month|year|hour|minute|"
    r"second|unit|se|cent|capita|s)\b)\p{Ll}{3,14}(?<![^s]s)(?:\s(?:pass|step|round|call|evaluation|update))?)"
    r"(?=\s?[,.;:()]|$|\s(?:on|in|for|with|and|at|while|using|to|from|of|over|when|by|across|under|compared|versus|vs|"
    r"is|are|than|but|without|during)\b)"
)
# "1.1 TB per hour": how fast data are taken in
_TIMES = {"minute": "min", "hour": "h", "day": "day", "week": "week", "month": "month", "year": "year"}
_IN_A_TIME = Pattern(rf"(?:\s?/\s?|\s(?:per|an?|each|every)\s)(?P<what>{'|'.join(_TIMES)}|h)\b")
_OF_WORK = frozenset({Dimension.TIME, Dimension.BYTES, Dimension.OPERATIONS, Dimension.MONEY})
_PER_AREA = Pattern(r"\s?/\s?mm\s?\^?\s?\{?2\}?(?!\d)")


# "90 pJ per frame per pixel", "3 KB/token/layer": of one thing for each of another
_AND_EACH = Pattern(
    r"(?:\s?/\s?|\sper\s)(?P<what>(?!(?:day|week|month|year|hour|minute|second|sec|step)\b)\p{L}?\p{Ll}{3,13}(?<![^s]s))(?![\p{L}\d/^-])"
)
_FOR_TWO = frozenset({Dimension.ENERGY, Dimension.BYTES, Dimension.OPERATIONS, Dimension.TIME})


def of_each(view: str, unit: UnitMatch) -> UnitMatch:
    """The unit with what a slash or a "per" behind it, or two of them, say that it is of."""
    one = _of_one(view, unit)
    if one.dimension not in _FOR_TWO or one.unit.count("/") != 1:
        return one
    other = _AND_EACH.match(view, one.end)
    return UnitMatch(f"{one.unit}/{other['what'].lower()}", one.dimension, other.end()) if other else one


def _of_one(view: str, unit: UnitMatch) -> UnitMatch:
    if unit.dimension is Dimension.BYTES and (time := _IN_A_TIME.match(view, unit.end)):
        return UnitMatch(f"{unit.unit}/{_TIMES.get(time['what'], time['what'])}", Dimension.RATE, time.end())
    if view[unit.end : unit.end + 2].strip()[:1] == "/":
        return _behind_slash(view, unit)
    if unit.dimension not in _OF_WORK or "/" in unit.unit or not view.startswith(" per ", unit.end):
        return unit
    match = _IN_WORDS.match(view, unit.end)
    return UnitMatch(f"{unit.unit}/{match['what']}", unit.dimension, match.end()) if match else unit


def _behind_slash(view: str, unit: UnitMatch) -> UnitMatch:
    """ "12 ns/vector", "3 TOPS/W/mm2"."""
    if unit.dimension is Dimension.EFFICIENCY and (area := _PER_AREA.match(view, unit.end)):
        return UnitMatch(f"{unit.unit}/mm^2", unit.dimension, area.end())
    match = _SLASH.match(view, unit.end) if unit.dimension in _MEASURED and "/" not in unit.unit else None
    if match is None:
        return unit
    what = _SPELLED.get(match["what"], match["what"])
    per_energy = what in ("J", "W") and unit.dimension in (Dimension.BYTES, Dimension.OPERATIONS)
    return UnitMatch(f"{unit.unit}/{what}", Dimension.EFFICIENCY if per_energy else unit.dimension, match.end())
