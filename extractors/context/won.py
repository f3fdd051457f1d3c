"""The two scores of a win, ours first: "beats Tarnet on QuizBank, 0.83 to 0.79"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import BEATS, HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_BEATS = rf"\b(?:{BEATS}|leads?|led|wins?|won)\s"
# "beats Tarnet on QuizBank, ", "leads the board ("
_WINS = Ending(_BEATS + r"[^;:()]{2,110}?(?:,\s|\s\()" + HEDGES + r"[$]?$")
_AND_ON = Ending(_BEATS + r"[^;:()]{2,160}\sto\s[\d.]+[%$\\]{0,3},?\sand\s(?:on|in|for|at)\s[^,;:()]{2,50},\s[$]?$")
_TO = Pattern(r"[%$\\]{0,3}\sto\s[$]?\d+(?:\.\d+)?[%$\\]{0,3}(?:[.,;)]|\s(?:on|in|for|at|and|with|while)\b|$)")
_GAP = Pattern(r"[%$\\]{0,3}\sto\s[$]?")
_SCORED = (Dimension.NONE, Dimension.PERCENT)


def is_score_of_winner(s: Situation) -> bool:
    """Whether a score is the first of the two."""
    if s.quantity.dimension not in _SCORED or s.quantity.is_range or not _TO.match(s.right):
        return False
    return _WINS.search(s.left[-150:]) is not None or _AND_ON.search(s.left[-220:]) is not None


def is_score_of_loser(s: Situation) -> bool:
    """Whether a score is the second of the two."""
    first = s.previous
    if first is None or first.pair or first.is_range or first.dimension is not s.quantity.dimension:
        return False
    if s.quantity.dimension not in _SCORED or not _GAP.fullmatch(s.near_left):
        return False
    before = s.doc.view[s.sentence.start : first.start]
    return _WINS.search(before[-150:]) is not None or _AND_ON.search(before[-220:]) is not None
