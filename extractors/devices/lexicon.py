"""Where a device's name may begin, and how far it reaches: the catalogue and the families as one look-up.

One pattern finds the words that some name begins with; only there are the patterns of that word tried. The time is
linear in the text, whatever the number of devices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractors.devices.catalogue import Alias, Need, aliases
from extractors.devices.families import SEPARATOR, families
from schemas.vocabulary import DeviceClass

_WORD = re.compile(r"[A-Za-z]+|\d+")
_NUMBER = re.compile(r"\d+")
# "8xA100", "8timesA100": the count is not part of the name.
_GLUED = re.compile(r"(?P<count>[^\W_A-Za-z])(?:x|X|times)(?P<word>[A-Z][A-Za-z]*)")
_MAY_BE_GLUED = re.compile(rb"0(?:x|times)[a-z]")
_ARTICLES = frozenset({"a", "i"})  # also the first letters of "A100" and "i7"
# For each byte of a text in small letters: the letter, 0 for a digit, _ for what goes on with a word, else a space.
_DIGITS = bytes.maketrans(b"0123456789\\", b"0000000000_")
_CLASSES = re.sub(rb"[^a-z0-9_\\]", b" ", bytes(range(256))).translate(_DIGITS)
_OPENING = re.compile(r"[A-Za-z0-9]+")
# After a name: a plural, or a count ("A100x8").
_AFTER = re.compile(r"s?(?![A-Za-z0-9])|(?=[x×]\d)")
# Variants of a device that fold into it: memory size, form factor.
_VARIANT = re.compile(r"(?:[ ~-]?(?:\d{1,3} ?Gi?B?|SXM\d?|PCI-?[Ee]|NVL|HBM\d[Ee]?|Max-Q|Laptop|Mobile)(?!\w)){1,3}")
_WORD_BREAK = re.compile(r"[ -]")
_WIDEST_SEPARATOR = 6  # characters: the longest that SEPARATOR matches, "(TM)\\ "


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of names: what it needs, what it is, and the canonical name of what it matched."""

    rule: str
    need: Need
    device_class: DeviceClass
    pattern: str
    flags: int
    name: Callable[[re.Match[str]], str]
    opening: bytes = b""  # what all that matches begins with, in small letters
    second: bytes = b""  # the word that follows in all that matches, in small letters
    second_within: int = 0  # characters from the beginning in which it ends


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
        opening = _OPENING.match(alias.text)
        first, *further = _WORD_BREAK.split(alias.text)
        second = further[0].lower().encode() if further else b""
        entry = Entry(
            "catalogue",
            alias.need,
            device.device_class,
            *_alias_pattern(alias),
            name=_constant(device.name),
            opening=opening[0].lower().encode() if opening is not None else b"",
            second=second,
            second_within=len(first) + _WIDEST_SEPARATOR + len(second),
        )
        for head in _begins(alias.text):
            index[head].append((len(alias.text), entry))
    return {head: tuple(e for _, e in sorted(found, key=lambda pair: -pair[0])) for head, found in index.items()}


@cache
def _head() -> re.Pattern[bytes]:
    """A word that some name begins with, or any number, behind a space; in characters of ``_CLASSES``."""
    words = _any_of(head for head in _index() if head.isalpha())
    return re.compile(f" (?=(?P<word>{words})(?P<several>s)?[ 0_]|0)".encode())


def _any_of(words: Iterable[str]) -> str:
    """A pattern of words that share their beginnings: of any other word, only the first letters are read.

    >>> _any_of(["arc", "arm", "a"])
    '(?:a(?:r(?:c|m))?)'
    """
    endings: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        endings[word[:1]].append(word[1:])
    optional = endings.pop("", None) is not None
    branches = [first + (_any_of(rest) if any(rest) else "") for first, rest in endings.items()]
    return f"(?:{'|'.join(branches)})" + ("?" if optional else "")


def _heads(text: str, lower: bytes) -> list[tuple[int, str]]:
    """Where names may begin, in reading order, and the word or number there; ``lower`` as in :func:`candidates`."""
    classes = b" %b " % lower.translate(_CLASSES)
    heads = []
    for place in _head().finditer(classes):
        start, word = place.start(), place["word"]
        if start and text[start - 1].isalnum():  # no letter of ASCII
            continue
        if word is None:
            number = _NUMBER.match(text, start)
            heads.append((start, number[0] if number is not None else ""))
        elif (head := word.decode()) not in _ARTICLES or not (place["several"] or text[start + 1 : start + 2] == " "):
            heads.append((start, head))
    if text.isascii() and _MAY_BE_GLUED.search(classes) is None:
        return heads
    glued = [
        (place.start("word"), place["word"].lower()) for place in _GLUED.finditer(text) if place["count"].isdigit()
    ]
    return sorted([*heads, *glued])


def _longest(text: str, lower: bytes, start: int, entries: tuple[Entry, ...]) -> list[Candidate]:
    """The readings of the longest name at ``start``; several where devices share it ("A10")."""
    best: list[Candidate] = []
    for entry in entries:
        if not lower.startswith(entry.opening, start):
            continue
        if entry.second and lower.find(entry.second, start, start + entry.second_within) < 0:
            continue
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
    lower = text.encode("ascii", "replace").lower()  # a byte for each character
    index = _index()
    reached = 0
    for start, head in _heads(text, lower):
        entries = index.get(head)
        if entries is None or start < reached:
            continue
        found = _longest(text, lower, start, entries)
        if found:
            reached = found[0].end
            yield found


def variant_end(text: str, candidate: Candidate) -> int:
    """Where a GPU's name ends with the variant that folds into it, such as ``-40GB`` or ``SXM4``."""
    variant = _VARIANT.match(text, candidate.end) if candidate.entry.device_class is DeviceClass.GPU else None
    return variant.end() if variant is not None else candidate.end
