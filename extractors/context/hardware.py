"""The devices that a value was obtained on, where the same sentence says so."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.situation import Situation
from schemas.records import Mention


def _part(s: Situation, mentions: Sequence[Mention]) -> tuple[int, int]:
    """The part of the sentence between semicolons that the value stands in, where it names a device of its own."""
    view = s.doc.view
    start = max(s.sentence.start, view.rfind("; ", s.sentence.start, s.quantity.start))
    found = view.find("; ", s.quantity.end, s.sentence.end)
    end = found if found >= 0 else s.sentence.end
    own = any(start <= mention.start_char < end for mention in mentions)
    return (start, end) if own else (s.sentence.start, s.sentence.end)


def find_hardware(s: Situation, mentions: Sequence[Mention], baseline: str | None) -> tuple[str, ...]:
    """Canonical names in reading order, each once; a device that the baseline names is left out."""
    names: dict[str, None] = {}
    start, end = _part(s, mentions)
    for mention in mentions:
        inside = start <= mention.start_char < end
        if inside and not (baseline and mention.quote in baseline):
            names[mention.name] = None
    return tuple(names)
