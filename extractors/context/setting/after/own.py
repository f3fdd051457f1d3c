"""A setting for each of several values: "from 61% on A to 22% on B", "2x and 3x on A and B, respectively"."""

from __future__ import annotations

from extractors.context.pairing.parts import respective_part
from extractors.context.setting.accept import accept
from extractors.context.setting.introduced import PREPOSITION
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from extractors.situation import Situation

_OWN = r"[%$\s]{0,2}(?:[\p{L}\d@-]+\s){0,2}?(?:on|in|for|with|at|under|during|across)\s"
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
