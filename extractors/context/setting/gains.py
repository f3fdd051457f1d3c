"""Tasks that each of several gains is seen in: "a 9% gain in parsing and a 7% gain in tagging"."""

from __future__ import annotations

from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.look import look_of
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from extractors.situation import Situation

_GAIN_IN = Pattern(
    r"[%$\\]{0,3}\s?(?:points?\s)?(?:[\p{L}-]+\s){0,2}?(?:improvement|gain|increase|boost|lift)s?\sin\s(?:the\s)?(?=\p{L})"
)
_TASKS = frozenset({"name", "task", "data", "field", "ing"})


def gain_in_each(s: Situation) -> Span | None:
    """ "a 9% gain in parsing and a 7% gain in tagging"; what is measured is no task: "a gain in recall"."""
    own = _GAIN_IN.match(s.near_right) if " in " in s.near_right else None
    beside = [q for q in (s.previous, s.following) if q is not None] if own else ()
    if own is None or not any(_GAIN_IN.match(s.doc.view, q.end, s.sentence.end) for q in beside):
        return None
    span = accept(s, noun_phrase(s.doc.view, s.quantity.end + own.end(), s.sentence.end, limit=70), "in")
    text = s.doc.view[slice(*span)] if span else ""
    return span if text and look_of(text)[0] in _TASKS and not of_a_measure(text) else None
