"""Noun phrases cut out of a text by where they begin and where they must end."""

from __future__ import annotations

from extractors.context.phrase.ends import end_after, first_end
from extractors.context.phrase.more import with_bound, with_list, with_suspended
from extractors.context.phrase.past import past
from extractors.endings import Ending
from extractors.patterns import Pattern

_LEADING = Pattern(r"^[\s,;:)]+")
_TRAILING = Ending(
    r"(?:[\s,;:.(]|\s(?:and|or|but|while|that|which|the|a|an|of|to|with|by|along|together|rather|almost|nearly|with\s(?:more|less|fewer)))+$"
)


def noun_phrase(view: str, start: int, end: int, *, limit: int = 110) -> tuple[int, int] | None:
    """The bounds of the phrase that starts at ``start`` and ends by ``end``; null when it is empty."""
    window = view[start : min(end, start + limit)]
    stop = first_end(window)
    if stop and stop[0][0] in ",) " and (further := past(window, stop)):
        stop = end_after(window, further)
    if stop:
        window = window[: _balanced(window, stop.start())]
    lead = _LEADING.match(window)
    first = start + (lead.end() if lead else 0)
    trail = _TRAILING.search(window)
    last = start + (trail.start() if trail else len(window))
    if stop and view.startswith(",", last):
        last = with_list(view, first, last, end)
    bound = with_bound(view, first, last, end)
    if bound < last and (trail := _TRAILING.search(view, first, bound)):
        bound = trail.start()  # "training with up to"
    last = bound
    last = with_suspended(view, first, last, end)
    if window.count("(") > window.count(")"):
        last = min(last, start + len(window[: window.rfind("(")].rstrip()))
    return (first, last) if last - first >= 2 else None


def _balanced(window: str, end: int) -> int:
    """A comma inside brackets does not end the phrase: "architectures (A, B, C)"."""
    opened = window.rfind("(", 0, end)
    if opened > 0 and ")" not in window[opened:end]:
        closed = window.find(")", end)
        if 0 < closed - opened < 80:
            return closed + 1
    return end
