"""Lists of which each value takes its own statistic: "5x and 7x in median and p95 latency"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

_WORDS = (
    (Statistic.MEDIAN, Pattern(r"\bmedian\b", IGNORECASE)),
    (
        Statistic.MEAN,
        Pattern(r"\b(?:average|mean)\b(?!\s(?:squared?|absolute|reciprocal|iou|percentage|precision)\b)", IGNORECASE),
    ),
    (Statistic.P95, Pattern(r"\bp-?95\b|\b95th\b", IGNORECASE)),
    (Statistic.P99, Pattern(r"\bp-?99\b|\b99th\b", IGNORECASE)),
    (Statistic.MAX, Pattern(r"\b(?:maximum|peak|(?<!\bthe\s)best)\b", IGNORECASE)),
)
_SLASH = Pattern(r"min(?:imum)?\s?/\s?max(?:imum)?\s(?:of\s|by\s)?$", IGNORECASE)


def own_of_list(s: Situation) -> Statistic | None:
    """The statistic whose place in a list of them is that of the value in its list."""
    return _slash(s) or _aligned(s)


def _slash(s: Situation) -> Statistic | None:
    """ "by a minimum/maximum of 17%/55%"."""
    first, last = s.group
    if last - first != 1 or not _SLASH.search(s.list_left):
        return None
    return Statistic.MIN if s.index == first else Statistic.MAX


def _aligned(s: Situation) -> Statistic | None:
    """ "5x and 7x in median and 95th percentile latency": each value takes its own."""
    first, last = s.group
    if last == first:
        return None
    for beside in (s.list_right[:90], s.list_left[-90:]):
        named = ((pattern.search(beside), statistic) for statistic, pattern in _WORDS)
        found = sorted((match.start(), statistic) for match, statistic in named if match)
        if len(found) == last - first + 1:
            return found[s.index - first][1]
    return None
