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
            "focus", "focuses", "focused", "focusing", "ground", "grounds", "grounded", "grounding", "center",
            "centered", "concentrates", "concentrated",
        }
    ),
    "for": frozenset(
        {
            "tailored", "designed", "intended", "suited", "suitable", "meant", "crucial", "essential", "necessary",
            "vital", "compensate", "compensates", "compensated", "compensating", "correct", "corrects", "corrected",
            "correcting", "adjust", "adjusts", "adjusted", "adjusting", "account", "accounts", "accounting",
            "controlling", "allows", "allow", "allowing",
        }
    ),
}  # fmt: skip
_REACH = 26  # characters of such a word and an adverb
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
    *_, other, last, _ = ("", "", *view[max(0, at - _REACH) : at].split(" "))
    if last.lstrip("(").lower() in words:
        return True
    return last.endswith("ly") and other.lower() in words  # "grounded strictly on A"
