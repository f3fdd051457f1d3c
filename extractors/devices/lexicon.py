"""Where a device's name may begin, and how far it reaches: the catalogue and the families as one look-up.

A text is walked word by word; only at a word that some name begins with are the patterns of that word tried. The
time is linear in the text, whatever the number of devices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from extractors.devices.catalogue import Alias, Need, aliases
from extractors.devices.families import SEPARATOR, families
from schemas.vocabulary import DeviceClass

_WORD = re.compile(r"[A-Za-z]+|\d+")
# "8xA100", "8timesA100": the count is not part of the name.
_GLUES = "xXt"
_ARTICLES = frozenset({"a", "A", "i", "I"})  # also the first letters of "A100" and "i7"
_GLUED_COUNT = re.compile(r"(?:x|X|times)(?=[A-Z])")
# After a name: a plural, or a count ("A100x8").
_AFTER = re.compile(r"s?(?![A-Za-z0-9])|(?=[x×]\d)")
# Variants of a device that fold into it: memory size, form factor.
_VARIANT = re.compile(r"(?:[ ~-]?(?:\d{1,3} ?Gi?B?|SXM\d?|PCI-?[Ee]|NVL|HBM\d[Ee]?|Max-Q|Laptop|Mobile)(?!\w)){1,3}")
_WORD_BREAK = re.compile(r"[ -]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of names: what it needs, what it is, and the canonical name of what it matched."""

    rule: str
    need: Need
    device_class: DeviceClass
    pattern: str
    flags: int
    name: Callable[[re.Match[str]], str]


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Patterns are compiled when a text first needs them: all of them take seconds, a paper's a few milliseconds."""
    return re.compile(pattern, flags)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name at ``[start, end)`` that may be a device."""

    start: int
    end: int
    entry: Entry
    name: str


def _begins(alias: str) -> set[str]:
    """The first runs of letters or digits that the alias may begin with, its first spaces kept or left out."""
    heads = set()
    parts = _WORD_BREAK.split(alias)
    for count in range(1, min(3, len(parts)) + 1):
        first = _WORD.search("".join(parts[:count]))
        if first is not None:
            heads.add(first[0].lower())
    return heads


def _alias_pattern(alias: Alias) -> tuple[str, int]:
    """The alias as a pattern, and its flags: case matters where letters are all that tells a name from a word."""
    text = alias.text
    body = SEPARATOR.join(re.escape(part) for part in _WORD_BREAK.split(text))
    loose = alias.need is not Need.EXACT and (any(c.isdigit() for c in text) or " " in text)
    strict = text[0].isalpha() and sum(c.isalpha() for c in text) < 3 and alias.need is not Need.NOTHING
    if loose and not strict:
        return body, re.IGNORECASE
    if alias.need is Need.EXACT or strict or text.isupper():
        return body, 0
    return f"{body}|{re.escape(text.upper())}", 0


def _constant(name: str) -> Callable[[re.Match[str]], str]:
    return lambda _: name


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for family in families():
        entry = Entry(family.rule, family.need, family.device_class, family.pattern, family.flags, family.name)
        for head in family.begins:
            index[head].append((0, entry))
    for alias in aliases():
        device = alias.device
        entry = Entry("catalogue", alias.need, device.device_class, *_alias_pattern(alias), _constant(device.name))
        for head in _begins(alias.text):
            index[head].append((len(alias.text), entry))
    return {head: tuple(e for _, e in sorted(found, key=lambda pair: -pair[0])) for head, found in index.items()}


def _longest(text: str, start: int, entries: tuple[Entry, ...]) -> list[Candidate]:
    """The readings of the longest name at ``start``; several where devices share it ("A10")."""
    best: list[Candidate] = []
    for entry in entries:
        match = _compiled(entry.pattern, entry.flags).match(text, start)
        if match is None:
            continue
        end = match.end()
        if _AFTER.match(text, end) is None:
            continue
        if best and end < best[0].end:
            continue
        if best and end > best[0].end:
            best = []
        best.append(Candidate(start, end, entry, entry.name(match)))
    return best


def candidates(text: str) -> Iterator[list[Candidate]]:
    """The possible names of a text in reading order, not overlapping; each with all of its readings."""
    index = _index()
    reached = 0
    for word in _WORD.finditer(text):
        token = word[0]
        entries = index.get(token.lower())
        if entries is None and token[0] not in _GLUES:
            continue
        start = word.start()
        previous = text[start - 1] if start else " "
        if token[0] in _GLUES and previous.isdigit():
            glued = _GLUED_COUNT.match(text, start)
            if glued is not None:
                start, previous = glued.end(), " "
                entries = index.get(token[len(glued[0]) :].lower())
        if entries is None or start < reached or previous.isalnum() or previous in "_\\":
            continue
        if token in _ARTICLES and text[word.end() : word.end() + 1] == " ":
            continue
        found = _longest(text, start, entries)
        if found:
            reached = found[0].end
            yield found


def variant_end(text: str, candidate: Candidate) -> int:
    """Where a GPU's name ends with the variant that folds into it, such as ``-40GB`` or ``SXM4``."""
    variant = _VARIANT.match(text, candidate.end) if candidate.entry.device_class is DeviceClass.GPU else None
    return variant.end() if variant is not None else candidate.end
