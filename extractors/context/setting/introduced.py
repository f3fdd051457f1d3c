"""What introduces a setting, "on A", and where it does not: "built on A", "compared to running on A"."""

from __future__ import annotations

import regex

from extractors.endings import Ending

PREPOSITION = regex.compile(
    r"(?<!-)\b(?=(?P<prep>on|for|across|in|under|during|within|at|when|with)\s)"
    r"(?<!\b(?:compar\w+|consistent|competitive|par|parity|equal|along|together|beginning|starting|than|required|"
    r"needed|suitable)\s)(?P=prep)\s",
    regex.IGNORECASE,
)
# Words with which a preposition says what something rests on or is meant for, not where a value holds.
MEANT = {
    "on": (" rely ", " relies ", " relying ", " based ", " built ", " depend ", " depends ", " depending "),
    "for": (
        " tailored ",
        " designed ",
        " intended ",
        " suited ",
        " suitable ",
        " meant ",
        " crucial ",
        " essential ",
    ),
}
# "compared to running on A"
DOING_ELSEWHERE = Ending(
    r"\b(?:compared\s(?:to|with)|than|versus|relative\sto)\s(?:when\s)?(?:run|train|execut|fine-tun|serv|comput|process)n?ing\s"
    r"(?:it\s|them\s|directly\s|only\s|the\ssame\s\p{L}+\s)?$"
)
