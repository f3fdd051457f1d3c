"""Counts and sizes of what another used: "fewer than the 500 and 900 probes used in prior work"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation

SHARE_OF_THE = Ending(r"\d\s?\\?%\sof\s(?:the|its)\s$")
_BEATEN = Pattern(
    r"\b(?:than|surpassing|exceeding|over|from|beyond|beating|replac(?:ing|es)|unlike|versus)\s"
    r"(?:(?:the|about|approximately|nearly|roughly)\s){0,2}(?:(?<=\bthe\s)\p{Ll}[\p{L}-]+\s)?$"
)
_BY_ANOTHER = Pattern(
    r"(?:-?\s?parameter)?[\s—-]{1,4}(?:(?!(?:and|or|in|on|of)\s)[\p{L}-]{1,20}\s){0,3}?(?:achieved|obtained|reached|used|required|needed|adopted|employed|consumed|"
    r"demanded|considered)\s(?:by|in)\s"
    r"(?:(?<=by\s)\p{Lu}|(?:the\s)?(?:prior|previous|earlier|existing|conventional|standard|baseline|original)\b)|"
    r"(?:\s[\p{L}-]{1,20}){0,3}\s(?:of|in)\s(?:earlier|prior|previous|existing|other|conventional|standard)\b"
)


def is_used_by_another(s: Situation) -> bool:
    """Whether what is beaten or replaced is said to be so many, or so large, with another."""
    beaten = _BEATEN.search(s.list_left) or SHARE_OF_THE.search(s.left[-16:])
    return beaten is not None and _BY_ANOTHER.match(s.list_right) is not None
