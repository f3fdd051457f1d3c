"""What stands before each of several brackets that open with a value: "in parsing (+3%) and document chat (75%)"."""

from __future__ import annotations

from extractors.context.metric import closing_metric
from extractors.context.setting.accept import accept
from extractors.context.setting.look import look_of
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_PHRASE = (
    r"(?P<np>(?!(?:both|while|whereas|but|also|then)\s)"
    r"(?:(?!\s(?:on|in|for|under|when|while|with|by|as|to|from|than|over|is|are|was|were)\s)[^,;:()\d]){2,50})"
)
_OPENED = rf"\s\((?:[\p{{L}}@-]+(?:[-@]\d+)?(?:\s=)?\s){{0,2}}?{HEDGES_OR_A}[$+<>=-]{{0,2}}\s?"
_FIRST = Ending(rf"\b(?:on|in|for|across)\s(?:both\s)?{_PHRASE}{_OPENED}$")
_NEXT = Pattern(rf"[^()]{{0,30}}\)(?:,\s(?:and\s|or\s)?|,?\sand\s)(?:(?:on|in|for|across)\s)?{_PHRASE}{_OPENED}")
_REACH = 110  # characters between two of them
_MOST = 16
_SIZES = (Dimension.COUNT, Dimension.PARAMETERS)  # "four sizes (1B to 8B) and three ratios (1-4x)": what is tried
_QUALITY = Pattern(r"(?:[\p{L}-]+\s)*\p{L}+ness")  # "in helpfulness (+3%)": what is rated


def before_each(s: Situation) -> Span | None:
    """ "in parsing (+3%) and document chat (75%)": a preposition before the first, and each has a bracket."""
    if "(" not in s.near_left[-40:] or (s.previous is not None and s.previous.dimension in _SIZES):
        return None
    start = s.quantity.start - len(s.near_left)
    own = _next(s, s.index)
    if own is None and s.following is not None and _next(s, s.index + 1) is not None:
        own = _FIRST.search(s.near_left)
    elif own is not None and not _begins_in_a_place(s):
        return None
    if own is None or _says_what_is_measured(own["np"]):
        return None
    return accept(s, (start + own.start("np"), start + own.end("np")), "on")


def _next(s: Situation, index: int) -> Match | None:
    """The phrase between two bracketed values, the second of them at ``index``."""
    if not index or s.siblings[index].start - s.siblings[index - 1].end > _REACH:
        return None
    return _NEXT.fullmatch(s.doc.view[s.siblings[index - 1].end : s.siblings[index].start])


def _begins_in_a_place(s: Situation) -> bool:
    """Whether a preposition introduces the first of the phrases."""
    for index in range(s.index - 1, max(-1, s.index - _MOST), -1):
        start = s.siblings[index - 1].end if index else s.sentence.start
        gap = s.doc.view[max(start, s.siblings[index].start - _REACH) : s.siblings[index].start]
        if _FIRST.search(gap):
            return True
        if "(" in gap and _next(s, index) is None:
            return False
    return False


def _says_what_is_measured(phrase: str) -> bool:
    if closing_metric(phrase) is not None or look_of(phrase)[0] == "measure":
        return True
    return _QUALITY.fullmatch(phrase) is not None
