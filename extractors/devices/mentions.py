"""Find the named devices of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.devices import evidence
from extractors.devices.catalogue import Need
from extractors.devices.lexicon import Candidate, candidates, variant_end
from extractors.devices.series import following_members
from extractors.devices.unlisted import unlisted_devices
from extractors.devices.vendors import vendor_before
from schemas.records import Mention
from schemas.vocabulary import Field

_URL = re.compile(r"(?:https?://|www\.|(?:git(?:hub|lab)|huggingface)\.(?:com|co|io)/)[^\s{}]{1,300}")
_COMPOUND = re.compile(r"-[A-Z][a-z]")
_HYPHEN = "-‑"


@dataclass(slots=True)
class _Sighting:
    """A name, its readings, and how it was decided."""

    start: int  # of the name alone
    end: int
    begin: int  # with vendor and product line
    vendors: frozenset[str]  # what stands there; empty for nothing
    readings: list[Candidate]
    chosen: Candidate | None = None
    why: str = ""


def find_mentions(text: str, field: Field) -> list[Mention]:
    """The mentions of named devices in reading order, not overlapping.

    A mention's quote is the name with its vendor and memory variant as written, without "GPU" or a possessive;
    ``rule`` is the family or the catalogue, and what made an ambiguous name hardware.

    >>> from schemas.vocabulary import Field
    >>> [(m.quote, m.name) for m in find_mentions("On 8xA100-40GB and a Tesla T4.", Field.ABSTRACT)]
    [('A100-40GB', 'NVIDIA A100'), ('Tesla T4', 'NVIDIA T4')]
    """
    sightings = _outside_links(text, [_sighting(text, readings) for readings in candidates(text)])
    found = _listed(text, field, sightings) if sightings else []  # most texts name none
    _add(found, unlisted_devices(text, field))
    return found


def _listed(text: str, field: Field, sightings: list[_Sighting]) -> list[Mention]:
    """Those of the sightings that are devices, and the further members of a series behind them."""
    around = evidence.Surroundings(text)
    for sighting in sightings:
        _decide(text, around, sighting)
    for _ in range(2):  # a repetition may stand in a list of its own
        _spread_to_neighbours(text, sightings)
        _spread_to_repetitions(text, sightings)
    found = [_mention(text, field, s) for s in _folded(sightings)]
    _add(found, [member for mention in found for member in following_members(text, mention)])
    return found


def _add(found: list[Mention], more: Iterable[Mention]) -> None:
    """Insert, in reading order, the ones that overlap none that are there."""
    for mention in more:
        place = bisect_left(found, mention.end_char, key=lambda m: m.start_char)
        if place == 0 or found[place - 1].end_char <= mention.start_char:
            found.insert(place, mention)


def _sighting(text: str, readings: list[Candidate]) -> _Sighting:
    start = readings[0].start
    begin, vendors = vendor_before(text, start)
    return _Sighting(start, variant_end(text, readings[0]), begin, vendors, readings)


def _outside_links(text: str, sightings: Sequence[_Sighting]) -> list[_Sighting]:
    if not sightings:
        return []
    links = [match.span() for match in _URL.finditer(text)]
    if not links:
        return list(sightings)
    starts = [start for start, _ in links]
    return [s for s in sightings if s.start >= links[bisect_right(starts, s.start) - 1][1] or s.start < starts[0]]


def _is_of(candidate: Candidate, vendors: frozenset[str]) -> bool:
    return candidate.name.startswith(tuple(vendors))


def _decide(text: str, around: evidence.Surroundings, sighting: _Sighting) -> None:
    for candidate in sighting.readings:
        why = _why(text, around, sighting, candidate)
        if why is not None:
            sighting.chosen, sighting.why = candidate, why
            return


def _why(text: str, around: evidence.Surroundings, s: _Sighting, candidate: Candidate) -> str | None:
    """What makes the name hardware, or null when nothing does."""
    need = candidate.entry.need
    if need in (Need.NOTHING, Need.EXACT):
        return None if not s.vendors and _own_word(text, s) else ""
    if _is_of(candidate, s.vendors):
        return "" if evidence.other_after(text, s.end) and need is not Need.VENDOR else "vendor"
    if need is Need.VENDOR or s.vendors or _something_else(text, s):
        return None
    if evidence.hardware_after(text, s.end) and not _continues_a_name(text, s):
        return "noun"
    if _glued(text, s):
        return None
    computing = around.computing(s.start, s.end, candidate.entry.device_class)
    if computing and evidence.soft_after(text, s.end):
        return "noun"
    if need is Need.SENTENCE and computing:
        return "sentence"
    if need is Need.MACHINE and around.machine(s.start, s.end):
        return "sentence"
    return None


def _own_word(text: str, s: _Sighting) -> bool:
    """Whether a device's name, one word without digits, is the text's own name or part of one: "Name-Tool"."""
    if not text[s.start : s.end].isalpha():
        return False
    return evidence.named_here(text, s.start, s.end) or _COMPOUND.match(text, s.end) is not None


def _glued(text: str, s: _Sighting) -> bool:
    """Part of a longer name: "VideoChat-M1", "M3-Bench"."""
    if _continues_a_name(text, s):
        return True
    follows = text[s.end : s.end + 2]
    return len(follows) == 2 and follows[0] in _HYPHEN + "_" and (follows[1].isupper() or follows[1].isdigit())


def _continues_a_name(text: str, s: _Sighting) -> bool:
    return s.begin > 1 and text[s.begin - 1] in _HYPHEN and not text[s.begin - 2].isspace()


def _something_else(text: str, s: _Sighting) -> bool:
    return evidence.other_after(text, s.end) or evidence.named_here(text, s.start, s.end)


def _spread_to_neighbours(text: str, sightings: list[_Sighting]) -> None:
    """A name beside a device in a list is a device: "T4, V100 and A800"."""
    for order in (sightings, sightings[::-1]):
        for known, other in pairwise(order):
            if known.chosen is None or other.chosen is not None:
                continue
            first, second = (known, other) if known.start < other.start else (other, known)
            if evidence.beside(text, first.end, second.begin):
                _adopt(text, other, "list")


def _spread_to_repetitions(text: str, sightings: list[_Sighting]) -> None:
    """A name that is a device in one place is the same device in the others."""
    known = {text[s.start : s.end]: s.chosen.name for s in sightings if s.chosen is not None and s.why}
    for s in sightings:
        if s.chosen is None and text[s.start : s.end] in known:
            _adopt(text, s, "repetition", known[text[s.start : s.end]])


def _adopt(text: str, s: _Sighting, why: str, name: str | None = None) -> None:
    if _glued(text, s) or _something_else(text, s):
        return
    for candidate in s.readings:
        if candidate.entry.need is Need.VENDOR and name is None:
            continue
        if (not s.vendors or _is_of(candidate, s.vendors)) and name in (None, candidate.name):
            s.chosen, s.why = candidate, why
            return


def _folded(sightings: Sequence[_Sighting]) -> list[_Sighting]:
    """The devices; a product line that stands before a device of it ("Versal VCK190") folds into that one."""
    found: list[_Sighting] = []
    for s in sightings:
        if s.chosen is None:
            continue
        if not _is_of(s.chosen, s.vendors):
            s.begin = s.start
        while found and found[-1].end > s.begin:
            found.pop()
        found.append(s)
    return found


def _mention(text: str, field: Field, s: _Sighting) -> Mention:
    assert s.chosen is not None
    rule = f"{s.chosen.entry.rule}:{s.why}" if s.why else s.chosen.entry.rule
    return Mention(field, s.begin, s.end, text[s.begin : s.end], s.chosen.name, rule)
