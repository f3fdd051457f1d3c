"""Where the sentence begins with what was tried on: "We evaluate Tarnet on A, and show that it saves 30%"."""

from __future__ import annotations

from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from extractors.situation import Situation

_TRIED = Pattern(
    r"(?:\p{L}+,\s)?[Ww]e\s(?:(?:also|further|then|\p{L}+ly)\s)?"
    r"(?:evaluat|validat|test|benchmark|demonstrat|assess|verif|experiment|deploy|try|tried|showcas)(?:es?|ed|ied|y)?\s"
    r"(?!that\b)(?:(?!\s(?:and|that|which|with|by\sapplying)\s)[^,;:()\d]){0,80}?\b(?:on|across|in)\s"
)
_SHOWS = Pattern(
    r"[^;:\d]{0,60}?(?:,\s|\s)(?:and\s(?:\p{L}+ly\s)?(?:show|find|demonstrate|report|observe|achieve|obtain|prove)|showing|demonstrating|"
    r"achieving|finding|proving|reporting|obtaining|where)\b"
)


def tried_on(s: Situation) -> Span | None:
    """What a trial was done on that the whole sentence tells of."""
    tried = _TRIED.match(s.left)
    if tried is None:
        return None
    span = noun_phrase(s.doc.view, s.sentence.start + tried.end(), s.quantity.start)
    if span is None or not _SHOWS.match(s.doc.view, span[1], s.quantity.start):
        return None
    return accept(s, span, "on")
