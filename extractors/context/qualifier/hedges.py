"""What may stand between the words of a bound and the number: "up to an additional $3", "over the average 2x"."""

from __future__ import annotations

BETWEEN = (
    r"(?:(?:an?|the|by|of|some|just|only|merely|even|additional|average|another|extra|total|further|relative|"
    r"absolute|mean|factors? of|in|to|(?:an\s)?average of|improvement of|speed-?ups? of|"
    r"speed-?up)\s{1,3}){0,3}[$(+~-]{0,2}\s{0,3}$"
)
