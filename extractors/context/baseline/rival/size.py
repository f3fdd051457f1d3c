"""A rival whose size is the value: "matches models that are 10x larger", "beats the 10x larger X"."""

from __future__ import annotations

from extractors.context.baseline.rival.wins import WINS
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation

_BEATS_THE = Ending(
    rf"\b(?:{WINS}|(?:match|rival|approach)(?:es|s|ed|ing)?|(?:comparable|close|competitive|par)\s(?:to|with)|than|over)\s"
    r"(?:the\s(?:performance|accuracy|quality|results?|speed)\sof\s)?(?:(?:both|even)\s)?(?:(?:the|an?)\s)?"
    rf"{HEDGES}\$?$"
)
_LARGER_ONE = Pattern(
    r"\s(?:larger|bigger|heavier|slower|costlier|more expensive)\s(?P<np>(?:[\p{Ll}-]+\s){0,3}?"
    r"(?:\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*|\s\d[\p{L}\d.+-]*){0,3}|"
    r"(?:teacher|models?|networks?|baselines?|counterparts?|competitors?|rivals?)\b))"
)
_THAT_ARE = Pattern(
    rf"\b(?:{BEATS_OR_EQUALS}|(?:comparable|similar|equal|close|superior|competitive|par)\s(?:to|with)|than|over|against|including)\s"
    r"(?:(?:or|and)\s(?:approach|exceed|outperform|surpass|beat|match|rival)\p{L}*\s)?"
    r"(?!or\b|and\b)(?P<np>(?:(?!\b(?:to|with|than|over|against|and\s\p{Ll}+s\s\p{Ll}+s)\b)[^,;()]){2,60}?)\s"
    rf"(?:that\s(?:are|is|were)|(?:trained|built|tuned|learned)\s(?:on|with|using|from))\s{HEDGES}$"
)
# "rivals models 60x its size"
_RIVAL = Pattern(
    rf"\b(?:{BEATS_OR_EQUALS}|than|"
    r"(?:comparabl[ey]|similar(?:ly)?|equal|close|competitive(?:ly)?|on par)\s(?:to|with)|"
    r"(?:accuracy|performance|quality|scores?|results?)\sof)\s"
    r"(?P<np>(?:(?!and\b|or\b|the (?:performance|accuracy|quality)\b)[\p{L}\d.-]+\s){0,3}?"
    rf"(?!(?:and|or|of|an?|the|all)\b)[\p{{L}}\d.-]+)\s{HEDGES}$"
)
_ITS_SIZE = Pattern(
    r"\s(?:(?:(?:its|their|our|the|in)\s)?(?:own\s)?(?:(?:parameter|model)\s)?(?:size|scale|count)|"
    r"(?:as\s)?(?:large[r]?|big(?:ger)?|slower|costlier)|more (?:parameters|expensive|compute))\b(?!\sthan\b)"
)


def larger(s: Situation) -> tuple[int, int] | None:
    """What is larger is what the subject is compared with."""
    if (behind := _LARGER_ONE.match(s.right)) and _BEATS_THE.search(s.near_left):
        return s.quantity.end + behind.start("np"), s.quantity.end + behind.end("np")
    match = _THAT_ARE.search(s.list_left)
    if match is None and _ITS_SIZE.match(s.list_right):
        match = _RIVAL.search(s.list_left)
    start = s.siblings[s.group[0]].start - len(s.list_left)
    return (start + match.start("np"), start + match.end("np")) if match else None
