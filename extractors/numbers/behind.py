"""What follows a number: a look at its first character spares most of the patterns of what may stand there."""

from __future__ import annotations

_NEAR = 9  # characters: what is sought begins behind at most eight spaces


def first_behind(text: str, at: int = 0) -> str:
    """The first character from ``at`` on that is no white space; nothing where there is none near."""
    return text[at : at + _NEAR].lstrip()[:1]
