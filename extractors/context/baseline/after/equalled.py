"""A rival that is equalled in a clause behind the value: "by 30%, while keeping a quality close to that of X"."""

from __future__ import annotations

from extractors.context.baseline.phrases import COMPARED, cut
from extractors.lexicon import BEATING
from extractors.patterns import Pattern
from extractors.situation import Situation

_KEEPS = r"(?:maintain|preserv|keep|retain|sustain|stay|remain)ing"
_REACHES = (
    r"(?:achiev|attain|reach|deliver|provid|yield|offer|obtain|hav|show|giv|produc|perform|match|approach|be)ing"
)
_WHILE = ("while ", "whilst ")
_AND_WHILE = r"(?P<until>[^;]{1,160}?)\s(?:while|whilst)\s(?:(?:still|also|even|\p{L}+ly)\s)?"
_EQUAL = (
    r"(?:comparabl[ey]|competitive(?:ly)?|on[ -]par|close|similar(?:ly)?|equal|equivalent|identical|parity)\b"
    r"(?:(?!\s(?:to|with|than|over|as)\s)[^,;:()\d]){0,50}?\s(?:to|with)"
)
_EQUALLED = Pattern(
    rf"{_AND_WHILE}(?:"
    rf"(?:{_KEEPS}|{_REACHES})\s(?:(?!\s(?:than|over)\s)[^,;:()\d]){{0,60}}?{_EQUAL}|"
    rf"{_KEEPS}\s(?:(?!\s(?:than|over)\s)[^,;:()\d]){{2,60}}?\s(?:compared|relative)\s(?:to|with)"
    r")\s(?!\d|(?:that|those)\s(?!of\b))"
)


def equalled(s: Situation) -> tuple[int, int] | None:
    """The rival whose quality is kept is the one that the costs are compared with."""
    found = _EQUALLED.match(s.right) if s.says(_WHILE) else None
    if found is None or BEATING.search(found["until"]) or COMPARED.search(found["until"]):
        return None  # "by 30%, beats Y by 5%, while keeping the quality of X"
    return cut(s, s.quantity.end + found.end(), s.sentence.end)
