"""Whether a thousand is a resolution: "4K video" says how sharp it is, "1K images" how many there are."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Match, Pattern

_MORE_FRAMES = Ending(r"\b(?:over|[Mm]ore than|[Uu]p to|at least|about|nearly)\s$")
_RESOLUTION = Pattern(
    r"\s?-?\s?(?:(?:panoramic|omnidirectional|equirectangular|spherical|aerial|cinematic|HDR|VR|360)\s)?"
    r"(?:resolution|video|image|UHD|display|frames?|ultra|panorama|scene|footage)s?\b",
    IGNORECASE,
)


def is_resolution(view: str, match: Match) -> bool:
    """ "4K video" says how sharp it is, "1K images" how many there are."""
    sharp = match["letter"] == "K" and match["digits"] in ("2", "4", "8", "16")
    if sharp and _MORE_FRAMES.search(view, max(0, match.start() - 16), match.start()):
        return False  # "processes over 8K frames"
    return sharp and _RESOLUTION.match(view, match.end("letter")) is not None
