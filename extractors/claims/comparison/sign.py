"""Changes that a sign says: "throughput: +27%", "from 30 ms to 12 ms (-60%)"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, compared
from extractors.context.change import Change, default_metric
from extractors.context.change.meant import usable
from extractors.context.change.window import window_after
from extractors.context.metric import first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, UP
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Direction, Metric

_SIGNED = Ending(
    r"(?:(?<!\p{L})\+|(?<=[\s(,])(?<!\b(?:from|to|of|is|was|bias|correlation)\s)(?<![<>=≤≥]\s?)-)[$\s]{0,12}$"
)
_AHEAD = Ending(r"\b(?:outperform|surpass|exceed|beat|ahead\sof|better\sthan)[^();]{2,90}\([^()]{0,12}\+\s?$")
_SIGNED_NAME = Pattern(r"(?:^|[,;(.]\s?|\band\s)(?P<name>[\p{L}-]{1,40}(?:\s[\p{L}-]{1,40}){0,2}):?\s[+-]$")


# "changes the error by +2%, -1% and +3%"
_CHANGES_BY = Ending(
    r"\b(?:chang|shift|mov|alter)(?:es|ed|e|ing|s)?\s(?P<name>[^,;:()]{3,40})\sby\s"
    r"(?:[~$]?\s?[+-]\s?[\d.]{1,6}%?,?\s?(?:and\s?)?){0,3}[+-]\s?$"
)


# "lowers inference latency in most cases (up to -29%)"
_IN_BRACKET = Ending(
    r"(?:^|[,;:.)]\s?|\band\s)(?P<what>(?!\s|and\s)(?:(?!\sand\s)[^,;:().]){3,90}?)\s"
    r"\((?:(?:up\sto|about|over)\s|~)?[$\s]{0,3}(?P<sign>[+-])[$\s]{0,6}$"
)
_PLACED = Pattern(r"(?:\s(?:in|on|for|across|at|under|over|with|of)\s[^,;:()]{2,40})?")
_A_CHANGE = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}-]+\s){0,3}?(?:gain|improvement|reduction|saving|boost)s?\b")
_SAID_ANYHOW = (Metric.SPEED,)


def signed_bracket(s: Situation) -> Draft | None:
    """ "lowers latency on phones (-23%)", "a better trade-off (+24% tokens/s)": of what stands with the bracket."""
    opened = _IN_BRACKET.search(s.near_left) if s.quantity.dimension is Dimension.PERCENT else None
    if opened is None or _A_CHANGE.match(s.right):
        return None
    cue = last_metric(opened["what"])
    placed = cue is not None and _PLACED.fullmatch(opened["what"], cue.end) is not None
    metric = plainly_after(s) or (usable(cue, s) if placed else None)
    if metric is None or metric in _SAID_ANYHOW:
        return None
    return compared(s, metric, DOWN if opened["sign"] == "-" else UP, "signed difference")


def is_signed(s: Situation) -> bool:
    """Whether a sign stands before the quantity or before its list."""
    return _sign(s) is not None


def is_signed_itself(s: Situation) -> bool:
    """Whether a sign stands right before the quantity."""
    return _SIGNED.search(s.left) is not None


def list_is_signed(s: Situation) -> bool:
    return _SIGNED.search(s.list_left) is not None


def direction_of_sign(s: Situation) -> Direction:
    sign = _sign(s)
    return DOWN if sign and sign[0].startswith("-") else UP


def turns_round(s: Situation, before: Quantity) -> bool:
    """ "by +5% and -2%": whether the signs of a quantity and of the one before are opposite."""
    own, its = _SIGNED.search(s.near_left), _SIGNED.search(s.doc.view[: before.start][-12:])
    return own is not None and its is not None and own[0][0] != its[0][0]


def _sign(s: Situation) -> Match | None:
    return _SIGNED.search(s.left) or _SIGNED.search(s.list_left)


def signed_difference(s: Situation, change: Change | None, pair: Before | None) -> Draft | None:
    """ "+2.1 points", "-60%": of the metric named beside, or of what the pair before measures."""
    if not _SIGNED.search(s.left):
        return None
    own = plainly_after(s) if s.quantity.dimension is Dimension.POINTS else None
    metric = own or (change.metric if change and change.metric is not Metric.SPEED else _signed_metric(s, pair))
    way = direction_of_sign(s)
    if metric is Metric.ERROR and way is UP and _AHEAD.search(s.left):
        way = DOWN  # "outperforms A (9.1; +30%)": how much better
    return compared(s, metric, way, "signed difference")


def _signed_metric(s: Situation, pair: Before | None) -> Metric:
    """ "throughput: +27%", "from 30 ms to 12 ms (-60%)": what the sign is of."""
    if pair is not None:
        return pair.draft.metric
    named = _CHANGES_BY.search(s.left[-100:]) or _SIGNED_NAME.search(s.near_left)
    return (usable(last_metric(named["name"]), s) if named else None) or plainly_after(s) or default_metric(s)


def plainly_after(s: Situation) -> Metric | None:
    """ "-2% perplexity"; the words of "+2% Watch Duration" are a name."""
    cue = first_metric(window_after(s))
    return usable(cue, s) if cue and (cue.word[0].islower() or cue.word[:2].isupper()) else None
