"""Devices that a sentence only names as what it compares with: "3x faster than an A100 and 9x faster than a V100"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.sentence.found import Found
from extractors.situation import Situation
from schemas.records import Mention

_BRACKET = len(" (") + 1  # "over a CPU (Xeon Gold 6248)"


def without_beaten_devices(found: list[Found], s: Situation, mentions: Sequence[Mention]) -> list[Found]:
    """The claims of a sentence, without the devices that stand nowhere in it but in the baselines of others."""
    rivals = {one.claim.baseline for one in found if one.claim.baseline}
    if len(rivals) < 2 or not any(one.claim.hardware for one in found):
        return found
    places = [(at, at + len(rival) + _BRACKET) for rival in rivals for at in _places(s, rival)]
    used: dict[str, bool] = {}
    for mention in mentions:
        if s.sentence.start <= mention.start_char < s.sentence.end:
            beaten = any(start <= mention.start_char < end for start, end in places)
            used[mention.name] = used.get(mention.name, False) or not beaten
    return [
        replace(one, claim=replace(one.claim, hardware=tuple(name for name in one.claim.hardware if used[name])))
        for one in found
    ]


def _places(s: Situation, phrase: str) -> Iterator[int]:
    at = s.doc.text.find(phrase, s.sentence.start, s.sentence.end)
    while at >= 0:
        yield at
        at = s.doc.text.find(phrase, at + 1, s.sentence.end)
