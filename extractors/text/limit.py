"""How long a pattern may go through a text."""

from __future__ import annotations

SCAN_SECONDS = 20.0  # for one pattern to go through one text
_LONG = 20_000  # characters; in a shorter text nothing takes long, and looking at the clock takes as long as reading


def scan_limit(text: str) -> float | None:
    """The time-out for a pattern that goes through a text; null for a text too short to need one."""
    return SCAN_SECONDS if len(text) > _LONG else None
