"""What stands before each of several brackets that open with a value: "in parsing (+3%) and document chat (75%)"."""

from __future__ import annotations

from extractors.context.metric import closing_metric
from extractors.context.setting.accept import accept
from extractors.context.setting.look import look_of
from extractors.context.setting.named.before import name_before
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_PHRASE = (
    r"(?P<np>(?!(?:both|while|whereas|but|also|then|with|on|in|for|by|under|at)\s)"
    r"(?:(?!\s(?:on|in|for|under|when|while|with|by|as|at|to|from|than|over|is|are|was|were)\s)[^,;:()\d]){2,50})"
)
_PLAIN = (
    r"(?:(?!\s(?:is|are|was|were|by|than|over|we|it)\s)[^,;:()\d]){2,50}"  # "on A, B (3%), and C (4%)": A has none
)
_MEASURE = r"(?:[\p{L}@-]{1,16}\d?(?:[-@]\d{1,3})?(?:\s?[=:])?\s?){0,3}?"  # "(macro F1: 0.81", "(r=0.78"
_OPENED = rf"\s\({_MEASURE}{HEDGES_OR_A}[$+<>=-]{{0,2}}\s?"
# "shows that lost tokens (56%) and loops (38%) dominate", "of two sorts: lost tokens (56%) and loops (38%)"
_FIRST = Ending(
    rf"(?:\b(?:on|in|for|across)\s(?:both\s|(?:{_PLAIN},\s){{1,4}})?{_PHRASE}|(?:\bthat|:|\bnamely)\s(?P<np>(?:[\p{{L}}-]+\s){{0,2}}[\p{{L}}-]+)){_OPENED}$"
)
_NEXT = Pattern(rf"[^()]{{0,30}}\)(?:,\s(?:and\s|or\s)?|,?\sand\s)(?:(?:on|in|for|across)\s)?{_PHRASE}{_OPENED}")
_REACH = 110  # characters between two of them
_MOST = 16
_SIZES = (Dimension.COUNT, Dimension.PARAMETERS)  # "four sizes (1B to 8B) and three ratios (1-4x)": what is tried
_QUALITY = Pattern(r"(?:[\p{L}-]+\s)*\p{L}+ness")  # "in helpfulness (+3%)": what is rated


def before_each(s: Situation) -> Span | None:
    """ "in parsing (+3%) and document chat (75%)": a preposition before the first, and each has a bracket."""
    index = _first_inside(s)
    if index is None:
        return None
    start = s.siblings[index - 1].end if index else s.sentence.start
    own = _next(s, index)
    if own is None and _has_next(s, index):
        own = _FIRST.search(s.doc.view[start : s.siblings[index].start])
    elif own is not None and (s.siblings[index - 1].dimension in _SIZES or not _begins_in_a_place(s, index)):
        return None
    if own is None or _says_what_is_measured(own["np"]) or name_before(s) is not None:
        return None  # "in coding (FooQA +3, BarQA +2)": each has its name
    return accept(s, (start + own.start("np"), start + own.end("np")), "on")


def _first_inside(s: Situation) -> int | None:
    """Which value is the first of the bracket that this one stands in; null outside of brackets."""
    opened = s.doc.view.rfind("(", s.sentence.start, s.quantity.start)
    if opened < 0 or s.doc.view.find(")", opened, s.quantity.start) >= 0:
        return None
    index = s.index
    while index and s.siblings[index - 1].start > opened:
        index -= 1
    return index


def _has_next(s: Situation, index: int) -> bool:
    """Whether another phrase with a bracket follows that of a value."""
    following = range(index + 1, min(index + 4, len(s.siblings)))
    return any(_next(s, place) is not None for place in following)


def _next(s: Situation, index: int) -> Match | None:
    """The phrase between two bracketed values, the second of them at ``index``."""
    if not index or s.siblings[index].start - s.siblings[index - 1].end > _REACH:
        return None
    return _NEXT.fullmatch(s.doc.view[s.siblings[index - 1].end : s.siblings[index].start])


def _begins_in_a_place(s: Situation, own: int) -> bool:
    """Whether a preposition introduces the first of the phrases."""
    for index in range(own - 1, max(-1, own - _MOST), -1):
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
