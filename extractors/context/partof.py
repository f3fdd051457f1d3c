"""What a percentage is a part of: "30% of the layers"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

IS_PART = Pattern(
    r"^\s{0,2}(?:(?:out\s)?of|to(?=\sthe\s(?:total|overall|end-to-end)))\s(?:the\s|all\s|its\s)?(?P<what>[^,;:.()]{2,50})",
    IGNORECASE,
)
_OF_SO_MANY = Pattern(r"[%$\\]{0,3}\s(?:of|out\sof)\s(?:(?:the|all|our)\s)?$")
_BRACKET = Pattern(r"^\s?\([^()]{1,20}\)")


def part_of(s: Situation) -> str:
    """The whole that a percentage is said to be a part of; empty where it is not said to be one."""
    behind = s.right if _OF_SO_MANY.match(s.list_right) else behind_bracket(s)  # "71% of 334 people"
    part = IS_PART.match(behind)
    return part["what"] if part else ""


def behind_bracket(s: Situation) -> str:
    """What stands after the list, without a short bracket that follows the value at once."""
    return _BRACKET.sub("", s.list_right)
