"""Where a phrase stands in the text."""

from __future__ import annotations

from extractors.patterns import Match

Span = tuple[int, int]


def span_of(match: Match, end: int) -> Span:
    """Where the group ``np`` of a match stands; what was searched is the text up to ``end``."""
    start = end - len(match.string)
    return start + match.start("np"), start + match.end("np")
