"""Words of a bound that compare with a rival: "surpassing the 64% of X", "smaller than 7B models"."""

from __future__ import annotations

from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

RATIOS = (Dimension.TIMES, Dimension.PERCENT, Dimension.POINTS, Dimension.ORDERS)
_BEATS = Pattern(r"\b(?:surpass|exceed)(?:es|s|ed|ing)\s(?=(?:the|a|an|its|our)\s$)", IGNORECASE)
_BEATS_THE = Pattern(
    r"\b(?:(?:surpass|exceed)(?:es|s|ed|ing)?|(?:lower|higher|greater|less|more|larger|smaller|fewer)\sthan|"
    r"(?:close|near|equal|comparable|similar)\sto|"
    r"(?:far|well|still|just|much|slightly|magnitude)\s(?:below|above|beyond|under|over))\s(?=the\s$)",
    IGNORECASE,
)  # "surpassing the 64% of X"
_MARK_NEXT = Pattern(
    r"-?\s?(?:[\p{L}-]+\s)?(?:threshold|mark|barrier|milestone|line|target)\b"
)  # "exceeds the 30% mark"
_THAN_A_MODEL = Pattern(
    r"\b(?:smaller|larger|bigger|better|worse|faster|slower|cheaper|stronger|weaker)\sthan\s(?:\p{L}+\s){0,2}$",
    IGNORECASE,
)
_MODELS = Pattern(
    r"(?:-scale)?(?:\s[\p{L}-]{2,20}){0,3}?\s(?:models?|LLMs?|MLLMs?|VLMs?|counterparts?|baselines?|networks?)\b"
)


def without_rival(s: Situation, left: str) -> str:
    """What stands before, less what says that the value is of another."""
    if s.quantity.dimension is not Dimension.PARAMETERS:
        ends = left.rstrip()[-3:].lower() == "the"  # else there is no match, which a search takes long to see
        return left if not ends or _MARK_NEXT.match(s.right) else _BEATS_THE.sub("", left)
    left = _BEATS.sub("", left)
    return _THAN_A_MODEL.sub("", left) if _MODELS.match(s.right) else left


_SMALLER_THAN = Pattern(
    r"\s(?:(?!with\b|and\b|but\b)[\p{L}-]{1,20}\s){0,3}?(?:less|fewer|lower|smaller|shorter|larger|higher|greater|"
    r"longer|more)\s"
    r"(?:(?!with\b|and\b|but\b)[\p{L}-]{1,20}\s){0,3}?than\s(?:an?|the|our|its|their|that of)\s(?:(?:the|an?)\s)?"
)


def is_of_the_larger(s: Situation) -> bool:
    """ "40x smaller than the 600M model": the factor before compares, nothing is bound."""
    factor = s.previous is not None and s.previous.dimension in RATIOS
    return factor and _SMALLER_THAN.fullmatch(s.near_left) is not None
