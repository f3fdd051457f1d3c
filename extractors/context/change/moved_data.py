"""Data that are sent or moved, and no set of them: "sends 4x less data", "transfers 20% of the data"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_MOVES = (
    r"(?:send(?:s|ing)?|sent|(?:transfer|transmit|upload|download|shuffl|exchang|communicat|broadcast|ship|mov|relay|forward|fetch)"
    r"(?:e?s|e?d|e|r?red|t?ted|p?ped|r?ring|t?ting|p?ping|ing)?)"
)
_SENDS = Ending(rf"\b{_MOVES}\s(?:only\s|just\s)?{HEDGES}$", IGNORECASE)
_DATA = Pattern(
    r"\s?(?:of\s)?(?:the\s|its\s|all\s)?(?:[\p{L}-]+\s)?(?:data|bytes)\b(?!\s(?:sets?|points?|samples)\b)"
)
_IS_SENT = Pattern(rf"\s(?:(?:is|are|was|were|being|to\sbe)\s)?{_MOVES}(?:(?<=d)|(?<=nt))\b")
# "reads 4x fewer bytes"
_READS = Ending(rf"\b(?:read|writ|load|stor|stream)(?:e?s|ing|e)?\s{HEDGES}$", IGNORECASE)
_BYTES = Pattern(r"\s?(?:of\s)?(?:the\s|its\s|all\s)?bytes\b")


def is_moved(s: Situation, things: str) -> bool:
    """Whether what stands behind the quantity are data on their way."""
    if _BYTES.match(things) and _READS.search(s.near_left):
        return True
    data = _DATA.match(things)
    return data is not None and bool(_SENDS.search(s.near_left) or _IS_SENT.match(things, data.end()))
