"""Noun phrases cut out of a text by where they begin and where they must end."""

from __future__ import annotations

import regex

_END = regex.compile(
    r"[;:]|,(?!\d)|\.(?:\s|$)|\s[-—]\s|—|\)|"
    r"\s(?:while|whereas|when|which|that|by|thereby|thus|achiev\w+|demonstrat\w+|reduc\w+|outperform\w+|improv\w+|respectively|but|"
    r"is|are|was|were|can|without|even|show\w*|yield\w*|provid\w+|maintain\w*|enabl\w+|requir\w+|due|because|where|and (?=(?:achiev|reduc|improv|up|an?\s\d|\d|by|outperform|over|more|cut|requir|uses?|runs?|reach|is|are|can|we|our|deliver|sav|lower|enabl|show))|"
    r"with (?=(?:only|up|less|no|minimal|negligible|comparable|better|a \d|an? (?:average|speed))|\d)|compared|relative|than|versus|vs)\b",
    regex.IGNORECASE,
)
_PREPOSITION = regex.compile(r"\s(?:on|in|for|with|at|across|under|during|using|over|via|to|from|within|through|against|among)\s", regex.IGNORECASE)
_TRAILING = regex.compile(r"[\s,;:.(]+$")
_LEADING = regex.compile(r"^[\s,;:)]+")


def noun_phrase(view: str, text: str, start: int, end: int, *, stop_at_preposition: bool = False, limit: int = 110) -> tuple[int, int] | None:
    """The bounds of the phrase that starts at ``start`` of the text and ends by ``end``; null when it is empty."""
    window = view[start : min(end, start + limit)]
    stop = _END.search(window)
    if stop:
        window = window[: _balanced(window, stop.start())]
    if stop_at_preposition and (prep := _PREPOSITION.search(window)):
        window = window[: prep.start()]
    lead = _LEADING.match(window)
    first = start + (lead.end() if lead else 0)
    trail = _TRAILING.search(window)
    last = start + (trail.start() if trail else len(window))
    if last - first < 2:
        return None
    if window.count("(") > window.count(")"):
        cut = window.rfind("(")
        last = min(last, start + len(window[:cut].rstrip()))
    return (first, last) if last - first >= 2 else None


def _balanced(window: str, end: int) -> int:
    """A comma inside brackets does not end the phrase: "architectures (A, B, C)"."""
    opened = window.rfind("(", 0, end)
    if opened > 0 and ")" not in window[opened:end]:
        closed = window.find(")", end)
        if 0 < closed - opened < 80:
            return closed + 1
    return end
