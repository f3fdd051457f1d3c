"""Digits that are no quantity: parts of names, versions, dates, dimensions, mathematics, markers, bit widths."""

from __future__ import annotations

from extractors.numbers.refused.compound import FOLD_OF_VALIDATION, in_compound
from extractors.numbers.refused.date import in_date
from extractors.numbers.refused.digits import Digits
from extractors.numbers.refused.following import goes_on
from extractors.numbers.refused.formula import in_formula
from extractors.numbers.refused.label import labelled
from extractors.numbers.refused.proper_name import in_proper_name
from extractors.numbers.refused.reference import in_reference
from extractors.numbers.refused.word import in_word
from extractors.patterns import Pattern

__all__ = ["reason_to_refuse"]

_CHECKS = (in_word, in_reference, in_date, in_formula, goes_on, in_compound, labelled, in_proper_name)
_TOKEN = Pattern(
    r"(?:(?!=\d)[^\s,;()]|(?<=\d),(?=\d{3}(?!\d)))*"
)  # up to the value of "F1=0.9", all of "top-1/1,000"


def reason_to_refuse(view: str, start: int, end: int, *, in_words: bool) -> tuple[int, str] | None:
    """Why the digits at ``[start, end)`` are no quantity, and where what they belong to ends; null when they are."""
    if in_words:
        folds = FOLD_OF_VALIDATION.match(view, end) if view.startswith("-fold", end) else None
        return (folds.end(), "part of a compound word") if folds else None
    digits = Digits(view, start, end, view[max(0, start - 60) : start], view[end : end + 40])
    for check in _CHECKS:
        reason = check(digits)
        if reason is not None:
            token = _TOKEN.match(view, end)
            return (token.end() if token else end), reason
    return None
