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
        Pattern(
            rf"(?:(?:wall-?\s?clock|additional|extra|full|cumulative|total|elapsed|active|(?:pre-?)?training|compute)\s)?(?:{p})(?![\p{{L}}\d])"
        ),
        unit,
        Dimension.TIME,
    )
    for p, unit in _TIME.items()
)
_PER = r"(?:\s?/\s?|\s{1,2}per\s{1,2}|\sa\s)"
_TIME_RATE = Pattern(rf"{_PER}(?P<what>[\p{{Ll}}][\p{{L}}]{{2,14}}(?:\s(?:step|pass|token))?)\b(?!-)")
# "0.4 s per chunk": any other noun that stands alone, but a device, a person's time, or a time
_NO_THING = (
    r"(?!(?:[cgtn]pu|core|node|device|machine|worker|server|chip|day|week|month|year|hour|minute|second|unit|se|cent|"
    r"capita)\b)"
)
_GOES_ON = (
    r"(?=\s?[,.;:()]|$|\s(?:on|in|for|with|and|at|while|using|to|from|of|over|when|by|across|under|compared|versus|vs|is|"
    r"are|than|but|without|during|via|after|before)\b)"
)
_OF_ANY = Pattern(rf"\s{{1,2}}per\s{{1,2}}(?P<what>{_NO_THING}\p{{Ll}}{{3,14}}(?<!s)){_GOES_ON}")
# "3 s per 512x512 image", "8 ms per output token": the noun at the end, of which the words before tell the sort; a
# "decoding step" has its own name
_OF_A_SORT = Pattern(
    rf"\s{{1,2}}per\s{{1,2}}{_NO_THING}(?:(?:\d+\s?[x×]\s?\d+|\d{{3,4}}p|\d{{1,2}}[kK]|\p{{L}}+-\p{{L}}+|"
    r"(?:new|single|full|whole|individual|\p{Ll}{2,9}(?:ed|ing|put)))\s){1,2}"
    rf"(?P<what>{_NO_THING}(?!(?:pass|step|round|call|evaluation|update)\b)"
    r"\p{Ll}{3,14}(?<!s)(?<!ed)(?<!ing)(?<!ly))" + _GOES_ON
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
            if each := _OF_ANY.match(view, match.end()) or _OF_A_SORT.match(view, match.end()):
                return UnitMatch(f"{unit}/{each['what']}", dimension, each.end())
            return UnitMatch(unit, dimension, match.end())
    return None
