"""The devices that a value was obtained on, where the same sentence says so; "3x on A and 4x on B": one each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.sentence.found import Earlier, Found
from extractors.sentence.hardware.own import own_devices
from extractors.sentence.hardware.usable import usable_devices
from extractors.situation import Situation
from schemas.records import Mention


def with_hardware(values: Sequence[Earlier], mentions: Sequence[Mention]) -> list[Found]:
    """The values of a sentence, each with the devices that it was obtained on; what is compared with is none."""
    sentence = values[0].situation.sentence if values else None
    here = [m for m in mentions if sentence and sentence.start <= m.start_char < sentence.end]
    if not here:
        return [value.found for value in values]
    return [_placed(value, values, here) for value in values]


def _placed(value: Earlier, values: Sequence[Earlier], here: Sequence[Mention]) -> Found:
    usable = usable_devices(value, values, here)
    start, end = _part(value.situation)
    if inside := [mention for mention in usable if start <= mention.start_char < end]:
        usable, values = inside, [one for one in values if start <= one.quantity.start < end]
    names = own_devices(value, values, usable)
    return replace(value.found, claim=replace(value.claim, hardware=names)) if names else value.found


def _part(s: Situation) -> tuple[int, int]:
    """The part of the sentence between semicolons that the value stands in."""
    view = s.doc.view
    end = view.find("; ", s.quantity.end, s.sentence.end)
    start = max(s.sentence.start, view.rfind("; ", s.sentence.start, s.quantity.start))
    return start, end if end >= 0 else s.sentence.end
