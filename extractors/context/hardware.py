"""The devices that a value was obtained on, where the same sentence says so."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.situation import Situation
from schemas.records import Mention


def find_hardware(s: Situation, mentions: Sequence[Mention], baseline: str | None) -> tuple[str, ...]:
    """Canonical names in reading order, each once; a device that the baseline names is left out."""
    names: dict[str, None] = {}
    for mention in mentions:
        inside = s.sentence.start <= mention.start_char < s.sentence.end
        if inside and not (baseline and mention.quote in baseline):
            names[mention.name] = None
    return tuple(names)
