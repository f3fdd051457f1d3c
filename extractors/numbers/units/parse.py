"""The unit behind a number: "3 ms", "40%", "12 tokens/s"."""

from __future__ import annotations

from functools import lru_cache

import regex

from extractors.numbers.units.duration import TIMES, time_at
from extractors.numbers.units.each import of_each
from extractors.numbers.units.plain import PLAIN, plain_at
from extractors.numbers.units.prefixed import PREFIXED, flops_at, prefixed_at
from extractors.numbers.units.rate import rate_at
from extractors.numbers.units.unit import Dimension, UnitMatch, Units
from extractors.patterns import Pattern

# What these begin with, behind at most eight spaces and a hyphen; looking at it spares most of them.
_NEAR = 9
_BEGINS_PERCENT = "%"
_PERCENT_UNIT = Pattern(r"\s{0,3}%")
_POINTS = Pattern(r"\s{0,2}-?(?:points?|pts?)\b|-?pp?\b")  # "2%p"
_BEGINS_TIMES = "xXtTf*:"
# "12x", "12 times", "12-fold", "by 12 folds", "compressed 12:1"
_TIMES_UNIT = regex.compile(
    r"(?:\s{0,8}(?:x(?![\p{L}\d\^]|-\p{Ll})|X(?![\p{L}\d]|-(?:ray|\p{Lu})))|[\s-]{0,2}[Tt]imes(?!\p{Ll})|\s?-?\s?fold(?!\p{L})|"
    r"\sfolds(?<=\bby\s(?:(?:up\sto|about|over|nearly|around|almost)\s)?[\d.]{1,6}\sfolds)(?!\p{L}|\sof\b)|"
    r"\*(?<=\.\d{1,2}\*)(?=\s?(?:\p{Ll}{4,20}|[CGN]PU)\s)|"  # "1.6* throughput"
    r"\*(?=\s(?:faster|slower|higher|lower|better|fewer|less|smaller|larger|more|speed-?ups?)\b)|"
    r":1(?!\d|[.:]\d)|"
    r"\*(?<=\bby\s(?:up\sto\s)?\d{1,3}\.\d{1,2}\*)(?=[,;.)]))"
)
_WIDEST_GAP = 12  # "20\\,\\mathrm{FPS}"


def parse_unit(view: str, start: int) -> UnitMatch | None:
    """The unit that starts at ``start`` (after an optional space or hyphen); null when there is none."""
    first = view[start : start + _NEAR].lstrip().lstrip("-").lstrip()[:1]
    if first in _BEGINS_PERCENT and (match := _PERCENT_UNIT.match(view, start)):
        points = _POINTS.match(view[match.end() : match.end() + 12])
        if points:
            return UnitMatch("pp", Dimension.POINTS, match.end() + points.end())
        return UnitMatch("%", Dimension.PERCENT, match.end())
    if first in _BEGINS_TIMES and (match := _TIMES_UNIT.match(view, start)):
        return UnitMatch("x", Dimension.TIMES, match.end())
    near = view[start : start + _WIDEST_GAP]
    at = start + len(near) - len(near.lstrip())
    if at == start and view[start : start + 1] == "-":
        at += 1
    if at >= len(view):
        return None
    unit = _measured(view, at)
    return of_each(view, unit) if unit else None


_BEGINNING = 3  # characters that tell most units from a word


def _measured(view: str, at: int) -> UnitMatch | None:
    """The unit that begins at a place: a rate before what it is a rate of, the plain before the prefixed."""
    if (rate := rate_at(view, at)) is not None:
        return rate
    plain, prefixed, times = _beginning_with(view[at : at + _BEGINNING])
    return (
        (plain_at(view, at, plain) if plain else None)
        or (prefixed_at(view, at, prefixed) if prefixed else None)
        or flops_at(view, at)
        or (time_at(view, at, times) if times else None)
    )


@lru_cache(maxsize=1 << 13)
def _beginning_with(chars: str) -> tuple[Units, ...]:
    """The units, plain, prefixed and of time, that can begin with some characters."""
    kinds = _beginning_with(chars[:-1]) if len(chars) > 1 else (PLAIN, PREFIXED, TIMES)
    return tuple(tuple(u for u in units if u[0].of_any().match(chars, partial=True)) for units in kinds)
