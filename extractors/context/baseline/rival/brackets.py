"""Rivals before a bracket that holds the value: "outperforms X (2.1x) and Y (1.4x)", "beats X (+3%)"."""

from __future__ import annotations

from extractors.context.baseline.rival.wins import WINNING, WINS
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation

_NAME = r"\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}"
_SIGNED = Pattern(rf"(?P<np>{_NAME}(?:\sbaseline)?)\s\(\s?\+\s?$")
# "wins on A (+3%)"
_ON = Ending(r"(?<!\bimprov(?:e|es|ed|ing)\s)\b(?:on|in|across)\s(?:the\s|both\s)?$")
# "outperforms X on A (+3%), B (+4%)": where it is won, not over whom
_WON_ON = Ending(
    rf"\b(?:{WINS})\s(?!on\b|in\b)[^;:()]{{2,80}}?\s(?:on|in|across|for)\s"
    rf"(?:(?:the\s)?{_NAME}(?:\s\(\s?\+[^()]{{1,20}}\)(?:,\sand|,|\sand))?\s){{1,6}}\(\s?\+\s?$"
)
# "outperforming A (25.6%, +9.1pp) and B (13.7%, +21pp)": the gain behind the rival's value
_GAIN_BEHIND = Ending(rf"(?P<np>{_NAME})\s\([~$]?\d[\d.]{{0,6}}\s?\\?%?,\s\+\s?$")


def signed(s: Situation) -> tuple[int, int] | None:
    """ "outperforms strong models, including X (+3%) and Y (+2%)": each its own."""
    if not WINNING.search(s.left):
        return None
    if s.near_left.endswith("+") and (behind := _GAIN_BEHIND.search(s.left)) is not None:
        return s.sentence.start + behind.start("np"), s.sentence.start + behind.end("np")
    match = _SIGNED.search(s.near_left) or _next_signed(s)
    if match is not None and _ON.search(s.near_left[: match.start("np")]):
        return None
    if match is not None and _WON_ON.search(s.doc.view[s.sentence.start : s.quantity.start][-240:]):
        return None
    start = s.quantity.start - len(s.near_left)
    return (start + match.start("np"), start + match.end("np")) if match else None


_FIRST_SIGNED = Ending(
    rf"\b(?:{WINS})\s(?:(?!\b(?:on|in|for|across|at|with)\b)[^;()]){{2,80}}\s\(\s?\+\s?$", IGNORECASE
)
_NEXT_SIGNED = Pattern(
    r"\s?\)(?:,|,?\s(?:and|as well as))\s(?:also\s)?"
    r"(?!in\b|on\b|for\b|up\b)(?P<np>[\p{L}\d][^,;()]{2,60}?)\s\(\s?\+\s?"
)


def _next_signed(s: Situation) -> Match | None:
    """ "surpassing editing methods (+9%) as well as contrastive ones (+12%)": the rival after the first."""
    if s.previous is None or not (found := _NEXT_SIGNED.fullmatch(s.near_left)):
        return None
    return found if _FIRST_SIGNED.search(s.doc.view[s.sentence.start : s.previous.start][-140:]) else None


_OPENED = r"\s\((?:(?:up to|about|over|by|average|mean|an average of)\s|[~+$]){0,2}$"
_FIRST = Ending(
    rf"\b(?:{WINS}|than|over|against)\s(?:both\s|the\s(?=\p{{Lu}}))?"
    rf"(?P<np>(?!(?:all|every)\b)(?:(?!\s(?:on|in|for|by|at|with)\s)[^,;:()]){{2,50}}?){_OPENED}",
    IGNORECASE,
)
_NEXT = Pattern(
    r"[^,;()]{0,12}\)(?:,\s(?:and\s)?|\sand\s)(?:over\s|than\s)?"
    rf"(?P<np>(?:(?!\b(?:on|in|for|by|at|with|while|to|but|it|we)\s)[^,;:()]){{2,50}}?){_OPENED}"
)


def each_in_brackets(s: Situation) -> tuple[int, int] | None:
    """ "outperforms both X (2.1x) and Y (1.4x)": every rival with its value."""
    if not s.near_left.endswith(("(", "(+", "(~", " ", "($")) or "(" not in s.near_left:
        return None
    first = s.index
    while first and _next(s, first) is not None:
        first -= 1
    if first == s.index and (first + 1 == len(s.siblings) or _next(s, first + 1) is None):
        return None
    begin = s.siblings[first - 1].end if first else s.sentence.start
    match = _FIRST.search(s.doc.view[begin : s.siblings[first].start])
    if match is None or metric_cues(match["np"]):
        return None
    if first == s.index:
        return begin + match.start("np"), begin + match.end("np")
    own = _next(s, s.index)
    return None if own is None or metric_cues(s.doc.view[slice(*own)]) else own


def _next(s: Situation, index: int) -> tuple[int, int] | None:
    """The name between two bracketed values, the second of them at ``index``."""
    before, after = s.siblings[index - 1], s.siblings[index]
    same = before.dimension is after.dimension and 0 < after.start - before.end < 100
    match = _NEXT.fullmatch(s.doc.view[before.end : after.start]) if same else None
    return (before.end + match.start("np"), before.end + match.end("np")) if match else None
