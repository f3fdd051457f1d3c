"""Frequencies: "control at 200 Hz" is a rate that is reached, "a clock of 1.4 GHz" no result."""

from __future__ import annotations

from extractors.claims.draft import Before, NoClaim, Outcome, measured
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_RULE = "a rate"
_RATE_AFTER = Pattern(
    r"\s(?:[\p{L}-]+\s){0,2}(?:rates?|control|updates?|inference|refresh|throughput|processing|frequency)\b",
    IGNORECASE,
)
_OPERATES = Pattern(
    r"\b(?:operat|run|achiev|reach|perform|update|control|sustain|deliver|attain|manag|maintain)\w*\s(?:\p{L}+\s){0,4}?(?:at|of|"
    r"to)?\s?" + HEDGES + r"$"
)
_AT = Ending(r"\bat\s" + HEDGES + r"$")
_AGAINST = Ending(
    r"(?:\b(?:versus|vs\.?|against|instead\sof|rather\sthan|as\sopposed\sto|compared\s(?:to|with)|(?:up|down)\sfrom)\s"
    r"(?:(?:the|only|just|a\smere)\s)?|\b(?:whereas|while|but)\s[^,;:()]{2,50}\s)" + HEDGES + r"$"
)
_SAMPLED = Pattern(r"\b(?:sampl|record|collect|captur|measur|acquir|clock|vibrat|signal)", IGNORECASE)


def rate(s: Situation, before: Before | None) -> Outcome:
    """How often something runs; otherwise a clock rate, or a process node in nm."""
    if s.quantity.unit in ("Hz", "kHz") and (_RATE_AFTER.match(s.right) or _runs(s) or _is_set_against(s, before)):
        return measured(s, Metric.THROUGHPUT, _RULE)
    return NoClaim("a clock rate or a process node")


def _is_set_against(s: Situation, before: Before | None) -> bool:
    """ "runs at 40 Hz on a laptop, against 6 Hz for X": beside a rate that something runs at."""
    if before is None or before.draft.rule != _RULE or before.quantity is not s.previous:
        return False
    return _AGAINST.search(s.near_left) is not None


def _runs(s: Situation) -> bool:
    if _OPERATES.search(s.left):
        return True
    return _AT.search(s.left) is not None and not _SAMPLED.search(s.left[-60:])
