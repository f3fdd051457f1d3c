"""Digits of a date: "2024", "May 3", "2024.01"; not "over 2000 papers"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.refused.digits import Digits
from extractors.patterns import Pattern

_YEAR_AND_MONTH = Pattern(r"(?:19|20)\d\d\.(?:0[1-9]|1[0-2])")
_YEAR = Pattern(
    r"(?!2048)(?:19[5-9]\d|20[0-4]\d)(?![\d,.]\d|[\d%]|-\p{Ll})(?!\s{0,3}(?:x|%|times|[kKMGTPE]?(?:FLOP|B)|ms|"
    r"W)(?![\p{L}]))"
)
_MONTH = Ending(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?$|'$")
_LONGEST_MONTH = 16  # characters, the day and a line break after it included
_DAY_OF = Pattern(r"\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b")
_BEGINS_MONTH = "JFMASOND"


def in_date(d: Digits) -> str | None:
    """A month, a day or a year: "2024.01", "May 3", "2024"."""
    digits = d.end - d.start
    if digits == len("2024.01") and _YEAR_AND_MONTH.fullmatch(d.text):
        return "a date"
    recent = d.before[max(0, len(d.before) - _LONGEST_MONTH) :]
    dated = not recent.islower() or "'" in recent
    if (dated and _MONTH.search(d.before)) or (d.after[1:2] in _BEGINS_MONTH and _DAY_OF.match(d.after)):
        return "a date"
    if digits == len("2024") and _YEAR.match(d.view, d.start) and not _counts(d.before, d.after):
        return "a year"
    return None


_MORE_THAN = Ending(
    r"\b(?:over|[Mm]ore than|[Aa]t least|nearly|almost|approximately|about|around|up to|only|just)\s$"
)
_VENUE = Ending(r"\b\p{Lu}{3,9}\s$")  # "EMNLP 2024 papers"
_PLURAL = Pattern(r"\s(?:\p{Ll}[\p{L}-]*\s){0,2}?\p{Ll}{3,}(?<![sui])s\b")
_COUNTED_AFTER_YEAR = Pattern(
    r"\s(?:\p{L}[\p{L}/-]*\s){0,3}?(?:GPUs|CPUs|TPUs|cores|nodes|processors|images|samples|tokens|papers|"
    r"tasks|instances|workers|examples|"
    r"documents|videos|threads|context|parameters|points|elements|users|sequences|steps|problems|questions|"
    r"ranks|processes)\b"
)


def _counts(before: str, after: str) -> bool:
    """ "over 2000 comparisons": whether what looks like a year counts something."""
    if _VENUE.search(before):
        return False
    counted = _MORE_THAN.search(before) and _PLURAL.match(after)
    return counted is not None or _COUNTED_AFTER_YEAR.match(after) is not None
