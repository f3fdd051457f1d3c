"""A setting for each of several values: "from 61% on A to 22% on B", "2x and 3x on A and B, respectively"."""

from __future__ import annotations

from extractors.context.pairing.parts import respective_part
from extractors.context.pairing.respective import are_of_their_own
from extractors.context.setting.accept import accept
from extractors.context.setting.introduced import PREPOSITION
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from extractors.situation import Situation

_OWN = r"[%$\s]{0,2}(?:[\p{L}\d@-]+\s){0,2}?(?:on|in|for|with|without|using|via|at|under|during|across)\s"
_OWN_TOO = Pattern(_OWN)
_TO_ANOTHER = Pattern(
    _OWN + r"(?P<np>[^,;()]{2,60}?)\sto\s"
    r"(?:(?:about|around|nearly|almost|over|only|just|at\s(?:most|least)|as\s(?:low|high)\sas)\s){0,2}[~$<>]{0,2}"
)


def of_a_pair(s: Situation) -> Span | None:
    """ "from 61% on A to 22% on B": each of a before/after pair has its own."""
    following = s.following if s.quantity.pair == "before" else None
    match = _TO_ANOTHER.fullmatch(s.near_right) if following else None
    if following is None or match is None or not _OWN_TOO.match(s.doc.view, following.end):
        return None
    return accept(s, (s.quantity.end + match.start("np"), s.quantity.end + match.end("np")), "on")


_ALL_RESPECTIVELY = Pattern(r"^[^;]{0,200}?,?\srespectively\b")


def later_respectively(s: Situation) -> Span | None:
    """ "2x and 3x speedups while keeping 30 and 31 dB on A and B, respectively": the later list serves both."""
    first, last = s.group
    end = _ALL_RESPECTIVELY.match(s.doc.view[s.siblings[last].end : s.sentence.end]) if last > first else None
    if end is None:
        return None
    at = s.siblings[last].end
    for intro in reversed([*PREPOSITION.finditer(s.doc.view, at, at + end.end())]):
        part = respective_part(s.doc.view, intro.end(), at + end.end(), s.group, s.index)
        if part is not None:
            return accept(s, part, intro["prep"].lower())
    return None


_AS_MANY = 3  # of two, the list may be of both
_LIST_ENDS = Pattern(
    r"[;:()]|\.\s|,\s(?:while|whereas|with|which|\p{L}+ing(?=\s))\b|\s(?:while|whereas|with|using|when)\s"
)


def listed_behind(s: Situation) -> Span | None:
    """ "3x, 2x and 1.5x across small, medium and large nets": a list of as many pairs up."""
    first, last = s.group
    if last - first + 1 < _AS_MANY or are_of_their_own(s):
        return None
    start = s.siblings[last].end
    stop = _LIST_ENDS.search(s.list_right)
    end = start + (stop.start() if stop else len(s.list_right.rstrip(" .")))
    for intro in PREPOSITION.finditer(s.doc.view, start, end):
        part = respective_part(s.doc.view, intro.end(), end, s.group, s.index)
        if part is not None:
            return None if of_a_measure(s.doc.view[slice(*part)]) else accept(s, part, intro["prep"].lower())
    return None
