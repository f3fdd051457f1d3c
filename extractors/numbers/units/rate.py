"""Things per unit of time: "2,400 tokens/s/GPU", "12 frames per second"."""

from __future__ import annotations

import re
from functools import cache

import regex

from extractors.numbers.units.unit import Dimension, UnitMatch
from extractors.patterns import Pattern
from extractors.text import folded

# What all three have, no further on than the longest of them can reach: looked for first, in a fifth of the time.
_PER_MARK = re.compile(r"[\s/-](?:(?<=/)\s?|(?<=-)|[Pp]er[\s-]|a\s|every\s)[smhdwySMHDWY]")
_PER_MARK_WITHIN = 120
# Things that are counted per unit of time, and how their rate is written.
_RATE_NOUN = (
    r"tokens?|toks?|samples?|images?|imgs?|frames?|queries|requests?|reqs?|messages?|msgs?|packets?|transactions?|"
    r"tuples?|records?|rows?|documents?|items?|edges?|updates?|steps?|iterations?|its?|inferences?|predictions?|"
    r"operations?|ops|pages?|videos?|clips?|sentences?|words?|events?|points?|nodes?|vertices|atoms?|particles?|"
    r"cells?|examples?|sequences?|keys?|pairs?|rays?|pixels?|episodes?|jobs?|tasks?|users?|reads?|molecules?|"
    r"hashes|signatures?|calls?|scans?|slices?"
)
_RATE = Pattern(
    rf"(?:(?:[\p{{L}}-]{{2,20}})\s){{0,4}}?(?P<noun>(?i:{_RATE_NOUN}))(?:\s?/\s?|"
    rf"[-\s][Pp]er[-\s](?:wall[-\s]?clock\s)?|\sa\s|\severy\s)(?P<per>s\b|(?i:secs?\b|seconds?\b|mins?\b|minutes?\b|"
    rf"hrs?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b)|h\b)"
)
_RATE_TIMES = Pattern(
    r"(?P<noun>(?!(?:m?rad|deg)\b)\p{Ll}{3,14})\s?/\s?(?P<per>s|sec|second|min|minute|h|hour|day|week|month|year)\b(?!/Hz)"
)
_PER_TIME = {
    r"s\b|secs?\b|seconds?\b": "s",
    r"mins?\b|minutes?\b": "min",
    r"h\b|hrs?\b|hours?\b": "h",
    r"days?\b": "day",
    r"weeks?\b": "week",
    r"months?\b": "month",
    r"years?\b": "year",
}
# "900 trajectories/GPU per day"
_RATE_OF_DEVICE = Pattern(
    rf"(?P<noun>\p{{Ll}}{{3,14}})\s?/\s?(?P<what>[CGTN]PU|node|device|core|worker)(?:\s?/\s?|\sper\s|-)(?P<per>{'|'.join(_PER_TIME)})"
)


def rate_at(view: str, at: int) -> UnitMatch | None:
    """ "2,400 tokens/s/GPU", "12 frames per second", "900 trajectories/GPU per day"."""
    if not _PER_MARK.search(view, at, at + _PER_MARK_WITHIN):
        return None
    if match := _RATE.match(view, at) or _RATE_TIMES.match(view, at):
        return _of_each(view, f"{_things(match['noun'])}/{_per(match['per'])}", match.end())
    if match := _RATE_OF_DEVICE.match(view, at):
        unit = f"{_things(match['noun'])}/{match['what']}/{_per(match['per'])}"
        return UnitMatch(unit, Dimension.RATE, match.end())
    return None


# "2,400 tokens/s/GPU"; "per GPU" in words is left out
_PER_DEVICE = Pattern(
    r"\s?/\s?(?P<what>(?:[CGTN]P|FPG)[UA]|(?:node|device|user|core|chip|card|server|worker|machine|accelerator))"
    r"(?![\p{L}\d])"
)


def _of_each(view: str, unit: str, end: int) -> UnitMatch:
    """A rate, of each device where the text goes on so: "tokens/s/GPU"."""
    if each := _PER_DEVICE.match(view, end):
        return UnitMatch(f"{unit}/{each['what']}", Dimension.RATE, each.end())
    return UnitMatch(unit, Dimension.RATE, end)


@cache
def _per(text: str) -> str:
    return next(unit for pattern, unit in _PER_TIME.items() if regex.fullmatch(pattern, folded(text)))


_NOUN_ALIAS = {
    "tok": "tokens",
    "toks": "tokens",
    "img": "images",
    "imgs": "images",
    "req": "requests",
    "reqs": "requests",
    "msg": "messages",
    "msgs": "messages",
    "it": "iterations",
    "its": "iterations",
    "ops": "operations",
}


def _things(noun: str) -> str:
    """What is counted per unit of time, in the plural."""
    return _NOUN_ALIAS.get(noun.lower(), plural(noun.lower()))


def plural(noun: str) -> str:
    return noun if noun.endswith("s") or noun == "vertices" else noun + "s"
