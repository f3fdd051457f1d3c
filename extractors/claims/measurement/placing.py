"""How far off a thing is placed, told by an acronym alone: "precise marker localization (MRD = 0.4 mm)"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.patterns import IGNORECASE
from extractors.situation import Situation

_OF_PLACING = Ending(
    r"\b(?:locali[sz]ation|registration|tracking|landmarks?|poses?|positioning|odometry|(?:re)?projection|calibration|"
    r"alignment|(?:keypoint|landmark|corner|edge)\sdetection|triangulation)\s(?:(?:accuracy|quality)\s)?"
    r"\(\p{L}[\p{L}\d]{1,8}\s?[=:]\s?$",
    IGNORECASE,
)


def is_of_placing(s: Situation) -> bool:
    """Whether the bracket that the value stands in is behind what is done to find a place."""
    return _OF_PLACING.search(s.near_left) is not None
