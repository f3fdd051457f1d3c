"""What introduces a setting, "on A", and where it does not: "built on A", "compared to running on A"."""

from __future__ import annotations

import regex

from extractors.endings import Ending

PREPOSITION = regex.compile(
    r"(?<!-)\b(?=(?P<prep>on|for|across|in|under|during|within|at|when|with)\s)"
    r"(?<!\b(?:compar\w+|consistent|competitive|par|parity|equal|along|together|beginning|starting|than|required|"
    r"needed|necessary|suitable)\s)(?P=prep)\s",
    regex.IGNORECASE,
)
# Words with which a preposition says what something rests on or is meant for, not where a value holds.
_MEANT = {
    "on": frozenset(
        {
            "rely", "relies", "relying", "reliance", "based", "built", "build", "builds", "building", "depend",
            "depends", "depending", "dependent", "dependence", "dependency", "hinge", "hinges", "conditioned",
            "focus", "focuses", "focused", "focusing",
        }
    ),
    "for": frozenset({
            "tailored", "designed", "intended", "suited", "suitable", "meant", "crucial", "essential", "compensates",
            "compensating", "necessary",
        }),
}  # fmt: skip
_LONGEST = 12  # characters of such a word
# "compared to running on A"
DOING_ELSEWHERE = Ending(
    r"\b(?:compared\s(?:to|with)|than|versus|relative\sto)\s(?:when\s)?(?:run|train|execut|fine-tun|serv|comput|process)n?ing\s"
    r"(?:it\s|them\s|directly\s|only\s|the\ssame\s\p{L}+\s)?$"
)


def says_what_it_rests_on(view: str, at: int, prep: str) -> bool:
    """ "built on A", "designed for A": whether the preposition at a place of the text says no more."""
    words = _MEANT.get(prep)
    if words is None:
        return False
    last = view[max(0, at - _LONGEST) : at].split(" ")[-2:-1]
    return bool(last) and last[0].lstrip("(").lower() in words
