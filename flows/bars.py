"""Bars beside numbers, for a table that a person reads."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import TextIO

_SPREAD = 50  # from how many times the least the largest is, a linear bar would show nothing of the rest
_EIGHTHS = "▏▎▍▌▋▊▉█"
_SOLID, _SHADE = "█", "░"
_ASCII_SOLID, _ASCII_SHADE = "#", "."


class Scale:
    """Bars of at most ``width`` characters for values above 0, of which 1 is no change.

    Linear from 0, or, where the spread is large, logarithmic from 1; values up to 1 then have no bar.
    """

    def __init__(self, values: Sequence[float], width: int, stream: TextIO) -> None:
        known = [value for value in values if value > 0]
        self.top = max(known, default=1.0)
        self.is_log = bool(known) and self.top > 1 and self.top / min(known) >= _SPREAD
        self.width = width
        self._is_ascii = not _has_blocks(stream)

    @property
    def name(self) -> str:
        """What stands above the bars."""
        return "log scale" if self.is_log else "scale"

    def bar(self, low: float, high: float, *, is_peak: bool = False) -> str:
        """Solid as far as a typical value goes, then shaded to the far end; an "up to" or a maximum is all shaded."""
        solid = 0 if is_peak else self._eighths(low)
        end = max(solid, self._eighths(high))
        cells = math.ceil(end / 8)
        if self._is_ascii:
            full = cells if solid == end else round(solid / 8)
            return _ASCII_SOLID * full + _ASCII_SHADE * (cells - full)
        if solid == end:
            return _SOLID * (end // 8) + (_EIGHTHS[end % 8 - 1] if end % 8 else "")
        full = round(solid / 8)
        return _SOLID * full + _SHADE * (cells - full)

    def _eighths(self, value: float) -> int:
        if value <= (1 if self.is_log else 0):
            return 0
        share = math.log(value) / math.log(self.top) if self.is_log else value / self.top
        return max(1, round(min(share, 1.0) * self.width * 8))


def _has_blocks(stream: TextIO) -> bool:
    if os.environ.get("TERM") == "dumb":
        return False
    try:
        (_EIGHTHS + _SHADE).encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
