"""Whether what is counted is a set of data, because there is so much of it or something is learned from it."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_SO_MANY_ARE_DATA = 1e5
_SO_MANY_ARE_LEARNED = 1e3  # "fine-tuned on 90K synthetic charts": from whatever it is
_TRAINED_ON = Ending(
    r"\b(?:(?:pre-?)?train(?:s|ed|ing)?|fine-?tun(?:e|es|ed|ing)|learn(?:s|ed|ing)?)\s(?:[^\s,;:()]+\s){0,2}?(?:on|from)\s"
    rf"{HEDGES}$"
)
# What no data set is of, however many there are: parts of machines, machines in the world, ways to choose.
_NO_DATA = Pattern(
    r"lanes|slots|threads|neurons|synapses|qubits|connections|processes|ranks|gates|blocks|"
    r"computers|pcs|laptops|phones|smartphones|vehicles|possibilities|combinations|permutations|assignments"
)
_TO_CHOOSE_FROM = Ending(
    rf"\b(?:(?:search|design|configuration|action|state|parameter|solution|schedul(?:e|ing))\s)?spaces?\s"
    rf"(?:of|with|containing|spanning|that\sspans)\s{HEDGES}[$]?$",
    IGNORECASE,
)


def is_data(s: Situation) -> bool:
    """Whether there are so many of something, or it is learned from, that it is a set of data."""
    high = s.quantity.high
    learned = high >= _SO_MANY_ARE_LEARNED and _TRAINED_ON.search(s.near_left) is not None
    if not learned and high < _SO_MANY_ARE_DATA:
        return False
    return _NO_DATA.fullmatch(s.quantity.unit) is None and _TO_CHOOSE_FROM.search(s.near_left) is None
