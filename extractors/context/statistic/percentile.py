"""Percentiles set apart from their value: "the tail latency (p99) falls by 2x"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

_PERCENTILES = ("95", "99")
_OPENING_PERCENTILE = Pattern(
    r"(?:At|For) (?:the )?(?:[Pp]?9[59](?:th)?)(?: percentile)?(?: of [^,;]{2,30})?,\s[^,;]{0,80}$"
)
# "the tail latency (p99) falls by", "measured at the 99th percentile, falls by"
_PERCENTILE_BESIDE = Pattern(
    r"(?:[(]|,\s(?:[\p{L}]+(?:ed|ing)\s)?(?:at|by|in|as)\s(?:the\s)?)(?:(?:at|the|i\.e\.,?)\s){0,2}"
    r"(?:p-?|the\s)?9[59](?:th)?(?!\.\d)(?:[\s-]percentile)?(?:\s\p{L}+)?[),](?P<gap>[^;:()]{0,90})$",
    IGNORECASE,
)


def percentile_apart(s: Situation) -> Statistic | None:
    """ "At the 95th percentile, it takes 9 ms", "the tail latency (p99) falls by 2x"."""
    if not s.says(_PERCENTILES):
        return None
    named = _OPENING_PERCENTILE.match(s.left) or _PERCENTILE_BESIDE.search(s.near_left)
    if named is None:
        return None
    return Statistic.P99 if "99" in named[0] else Statistic.P95
