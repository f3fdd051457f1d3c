"""Units of time, of one thing each where the text goes on so: "30 ms", "12 ms per token"."""

from __future__ import annotations

from extractors.numbers.units.unit import Dimension, UnitMatch, Units
from extractors.patterns import Pattern

_TIME = {
    r"fs|fsec|femtoseconds?": "fs",
    r"ps|psec|picoseconds?": "ps",
    r"ns|nsec|nanoseconds?": "ns",
    r"us|usec|m?u\s?s|microseconds?": "us",
    r"ms|msec|msecs|[Mm]illiseconds?|milli-seconds?": "ms",
    r"s|secs?|[Ss]econds?(?!-(?:language|hand|order|best|stage|generation|level|person|year)\b)": "s",
    r"mins?|[Mm]inutes?": "min",
    r"h|hrs?|[Hh]ours?": "h",
    r"[Dd]ays?": "day",
    r"[Ww]eeks?": "week",
    r"months?": "month",
    r"years?": "year",
}
TIMES: Units = tuple(
    (
        Pattern(rf"(?:(?:wall-?\s?clock|additional|extra|full|(?:pre-?)?training|compute)\s)?(?:{p})(?![\p{{L}}\d])"),
        unit,
        Dimension.TIME,
    )
    for p, unit in _TIME.items()
)
_PER = r"(?:\s?/\s?|\s{1,2}per\s{1,2}|\sa\s)"
_TIME_RATE = Pattern(rf"{_PER}(?P<what>[\p{{Ll}}][\p{{L}}]{{2,14}}(?:\s(?:step|pass|token))?)\b(?!-)")
# "0.4 s per chunk": any other noun that stands alone, but a device, a person's time, or a time
_OF_ANY = Pattern(
    r"\s{1,2}per\s{1,2}(?P<what>(?!(?:[cgtn]pu|core|node|device|machine|worker|server|chip|day|week|month|year|hour|"
    r"minute|second|unit|se|cent|capita)\b)\p{Ll}{3,14}(?<!s))(?=\s?[,.;:()]|$|\s(?:on|in|for|with|and|at|while|using|to|from|of|"
    r"over|when|by|across|under|compared|versus|vs|is|are|than|but|without)\b)"
)
_OF_ONE = Pattern(
    r"step|time step|epoch|iteration|token|frame|image|query|sample|request|inference|batch|layer|sequence|atom|call|"
    r"prompt|problem|video|episode|element|operation|dataset|task|lookup|packet|transaction|message|document|page|"
    r"review|instance|example|action|turn|word|sentence|patient|user|run"
)


def time_at(view: str, at: int, units: Units) -> UnitMatch | None:
    """The first of some units of time that stands at a place."""
    for pattern, unit, dimension in units:
        if match := pattern.match(view, at):
            per = _TIME_RATE.match(view, match.end())
            if per and _OF_ONE.fullmatch(per["what"]):
                return UnitMatch(f"{unit}/{per['what']}", dimension, per.end())
            if each := _OF_ANY.match(view, match.end()):
                return UnitMatch(f"{unit}/{each['what']}", dimension, each.end())
            return UnitMatch(unit, dimension, match.end())
    return None
