"""The values in the bracket behind a change: "a 20% cut in runtime (82 s vs. 103 s for X)"."""

from __future__ import annotations

from extractors.context.baseline.phrases import cut
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_VALUE = r"[~$<>+-]{0,2}\d[^\s();]{0,14}(?:\s[^\s();]{1,16}){0,2}?"
_VALUES = Pattern(
    rf"[^();:\d]{{0,70}}?\s\((?:[\p{{L}}-]{{2,16}}\s){{0,3}}?{_VALUE},?\s(?:vs\.?|versus|against|compared\s(?:to|with))\s"
    rf"{_VALUE}\s(?:for|of|by|with|using)\s(?P<np>(?!\d)[^();]{{2,60}})",
    IGNORECASE,
)


def of_values(s: Situation) -> tuple[int, int] | None:
    """Whose the second of two values is that stand in the bracket behind the change."""
    found = _VALUES.match(s.right)
    return cut(s, s.quantity.end + found.start("np"), s.quantity.end + found.end("np")) if found else None
