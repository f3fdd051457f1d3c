"""A baseline right behind the value, its list or its bracket: "3x faster than X", "9x (4x on average) over X"."""

from __future__ import annotations

from extractors.context.baseline.after.clause import SENTENCE_PART, leaves_its_bracket, named_first, opens_a_clause
from extractors.context.baseline.owner import is_aspect
from extractors.context.baseline.phrases import THAN, cut
from extractors.lexicon import HEDGES, HEDGES_OR_A
from extractors.patterns import Pattern
from extractors.situation import Situation

# "8x faster with a 12x smaller footprint than B"
_FASTER_AND = Pattern(
    r"\s(?:(?!(?:over|under|after)\b)[\p{L}-]+er|(?:more|less)\s[\p{L}-]+)\s"
    rf"(?:(?!(?:than|over)\b)[\p{{L}}-]+\s){{0,2}}?(?:with|at|and)\s{HEDGES_OR_A}\$?"
)
_SMALLER_THAN = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}-]+er|more|less)\s(?:(?!than\b)[\p{L}\d-]+\s){0,4}than\s(?!\d)")


def near(s: Situation) -> tuple[int, int] | None:
    """ "3x faster than X", with nothing but words between."""
    if _FASTER_AND.fullmatch(s.near_right) and s.index + 1 < len(s.siblings):
        smaller = _SMALLER_THAN.match(s.doc.view, s.siblings[s.index + 1].end, s.sentence.end)
        return cut(s, smaller.end(), s.sentence.end) if smaller else None
    return _compared_in(s, s.near_right, s.quantity.end)


def after_list(s: Situation) -> tuple[int, int] | None:
    """ "2x, 3x and 4x faster than X"."""
    first, last = s.group
    if last == first or (s.index < last and named_first(s)):
        return None
    return _compared_in(s, s.list_right, s.siblings[last].end)


# "wins over A by 14% and over B by 9%", "is 6x faster, improving over A and B by 14% and 9%"
_OF_THE_NEXT = Pattern(
    r"(?:[^;:()]{0,90}?(?:,?\s(?:and|while)|,)\s(?:\p{L}+ly\s)?"
    r"(?:improv|increas|reduc|cut|lower|boost|rais|enhanc|gain|winn?|lead|advanc)(?:t?ing|e?s|e)?"
    r"(?:\s[\p{L}-]+){0,4}|,?\sand)\s(?:over|against|versus|relative to|compared (?:to|with))\s[^,;]{2,50}\sby\s"
    + HEDGES
)


# "4.6x less data over the bus than X": where the data go, and then the rival
_PAST_PLACE = Pattern(
    r"\s(?:(?:less|fewer|more|lower|higher|smaller|larger|shorter)\s(?:[\p{L}-]+\s){0,3}?|(?:faster|slower)\s)"
    r"(?P<place>(?:over|against|beyond)\s(?:the|an?)\s(?:[\p{L}\d-]+\s){1,3}?)than\s(?!\d)"
)


def _compared_in(s: Situation, window: str, start: int) -> tuple[int, int] | None:
    """What the text ``window``, which begins at ``start``, says that the value is compared with."""
    match = THAN.search(window)
    if match is not None and (than := _PAST_PLACE.match(window)) is not None:
        match = THAN.search(window, than.end("place"))
    if match is None or SENTENCE_PART.search(window[: match.start()]) or _OF_THE_NEXT.fullmatch(window):
        return None
    if leaves_its_bracket(window[: match.start()]) or opens_a_clause(s, start + match.start(), start + match.end()):
        return None
    if match[0].startswith(("with respect", "w.r.t")) and is_aspect(s, start + match.end()):
        return None
    return cut(s, start + match.end(), s.sentence.end if match.end() > len(window) - 2 else start + len(window) + 60)


_OVER = r"\s(?:over|than|compared (?:to|with)|relative to|versus)\s"
_OUT_OF_BRACKET = Pattern(rf"[^()]{{0,80}}\){_OVER}")
# "up to 71x (38x on average) over A", "-7% perplexity (-2% bits per byte) over A"
_PAST_BRACKET = Pattern(
    rf"(?:\s[\p{{L}}-]{{1,30}}){{0,3}}\s\([^()]{{1,60}}\)(?:\s[\p{{L}}-]{{1,30}}|\s\([\p{{L}}\s-]{{1,30}}\)){{0,5}}{_OVER}(?!\d)"
)
# "a 49% gain -- from 18% to 67% -- over X"
_PAST_PAIR = Pattern(
    r"(?:\s[\p{L}-]{1,30}){0,5}?(?:,|\s?(?:--|—|–))\s?from\s[^;:()]{3,60}?(?:,\s|\s?(?:--|—|–)\s?)"
    r"(?:over|than|compared (?:to|with)|relative to|versus)\s(?!\d)"
)


def after_bracket(s: Situation) -> tuple[int, int] | None:
    """ "gains (11% for small and 17% for large models) over X", "up to 9x (4x on average) over X"."""
    inside = s.left.count("(") > s.left.count(")")
    match = (_OUT_OF_BRACKET if inside else _PAST_BRACKET).match(s.right) or _PAST_PAIR.match(s.right)
    return cut(s, s.quantity.end + match.end(), s.sentence.end) if match else None
