"""Spans that do not overlap each other, and what lies in or across them, found by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Half-open spans ``[start, end)``; ones that overlap or touch count as one.

    >>> Spans([(0, 4), (10, 12)]).cover(1, 3), Spans([(0, 4), (10, 12)]).meet(4, 10)
    (True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, start: int, end: int) -> bool:
        """Whether the whole of ``[start, end)`` lies in one span."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and end <= self._ends[place]

    def meet(self, start: int, end: int) -> bool:
        """Whether any character of ``[start, end)`` lies in a span."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and start < self._ends[place]
