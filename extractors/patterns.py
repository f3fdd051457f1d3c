"""Patterns of ``regex`` that ``re`` reads where the text is ASCII, in half the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import maxsize

import regex

from extractors.letters import has_other_letters

IGNORECASE = regex.IGNORECASE
Match = re.Match[str] | regex.Match[str]

_CLASS_OR_LETTERS = re.compile(r"\[(?:\\.|[^\]\\])*\]|\\p\{L[ul]?\}")
_CAPITAL = re.compile(r"(?<!\\)(?<!\(\?)(?<!\\p\{)[A-Z]")
_LETTERS = {r"\p{L}": "A-Za-z", r"\p{Lu}": "A-Z", r"\p{Ll}": "a-z"}


class Pattern:
    """A pattern as :func:`regex.compile` takes it, with what it is asked for here.

    ``regex`` knows the letters of all scripts, but what it compiles is large, and slow to walk through. In a text
    whose letters are those of ASCII ``re`` finds the same: they are spelled out for it, and its flag ``ASCII`` gives
    the other classes, the bounds of words and the ignoring of case the meaning that they have for both. Raises
    :class:`re.error` for what ``re`` can not read, such as looking back over several widths: ``regex`` alone does.

    >>> [match.span() for match in Pattern(r"\\p{Lu}\\p{L}+").finditer("Über Alles")]
    [(0, 4), (5, 10)]
    """

    __slots__ = ("_any", "_ascii", "flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags
        self._ascii: re.Pattern[str] | None = None
        self._any: regex.Pattern[str] | None = None

    def of_ascii(self) -> re.Pattern[str]:
        """The pattern for texts with no other letters, compiled when the first of them comes: one asks for few."""
        # A flag of ``regex`` among those of ``re`` doubles the time: each look at the flags makes a new one.
        flags = re.ASCII | re.IGNORECASE if self.flags & IGNORECASE else re.ASCII
        self._ascii = re.compile(_spelled_out(self.pattern), flags)
        return self._ascii

    def of_any(self) -> regex.Pattern[str]:
        """The pattern for texts with other letters, compiled when the first of them comes."""
        if self._any is None:
            self._any = regex.compile(self.pattern, self.flags)
        return self._any

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> Match | None:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).search(text, pos, endpos)
        return self.of_any().search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> Match | None:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).match(text, pos, endpos)
        return self.of_any().match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = maxsize) -> Match | None:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).fullmatch(text, pos, endpos)
        return self.of_any().fullmatch(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[Match]:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).finditer(text, pos, endpos)
        return self.of_any().finditer(text, pos, endpos)

    def findall(self, text: str, pos: int = 0, endpos: int = maxsize) -> list[str]:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).findall(text, pos, endpos)
        return self.of_any().findall(text, pos, endpos)

    def split(self, text: str) -> list[str]:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).split(text)
        return self.of_any().split(text)

    def sub(self, replacement: str, text: str) -> str:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).sub(replacement, text)
        return self.of_any().sub(replacement, text)


class Folded(Pattern):
    """A pattern that ignores case and is sought in lower case: where no word begins alike, ``re`` goes on at once.

    Of what it finds, ask for the place, or for words in lower case. The pattern is written in lower case too.
    """

    __slots__ = ()

    def __init__(self, pattern: str) -> None:
        if _CAPITAL.search(pattern):
            raise ValueError(f"not in lower case: {pattern}")
        super().__init__(pattern, IGNORECASE)

    def of_ascii(self) -> re.Pattern[str]:
        """The pattern for texts with no other letters, once they are in lower case."""
        self._ascii = re.compile(_spelled_out(self.pattern).replace("A-Z", "a-z"), re.ASCII)
        return self._ascii

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> Match | None:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).search(text.lower(), pos, endpos)
        return self.of_any().search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> Match | None:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).match(text.lower(), pos, endpos)
        return self.of_any().match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = maxsize) -> Match | None:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).fullmatch(text.lower(), pos, endpos)
        return self.of_any().fullmatch(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[Match]:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).finditer(text.lower(), pos, endpos)
        return self.of_any().finditer(text, pos, endpos)

    def findall(self, text: str, pos: int = 0, endpos: int = maxsize) -> list[str]:
        if text.isascii() or not has_other_letters(text):
            return (self._ascii or self.of_ascii()).findall(text.lower(), pos, endpos)
        return self.of_any().findall(text, pos, endpos)

    def split(self, text: str) -> list[str]:
        return self.of_any().split(text)

    def sub(self, replacement: str, text: str) -> str:
        return self.of_any().sub(replacement, text)


def _spelled_out(pattern: str) -> str:
    """The pattern with the letters of ASCII in place of ``\\p{L}``, ``\\p{Lu}`` and ``\\p{Ll}``."""

    def spelled(part: re.Match[str]) -> str:
        letters = part[0] if part[0].startswith("[") else f"[{part[0]}]"
        for name, range_ in _LETTERS.items():
            letters = letters.replace(name, range_)
        return letters

    return _CLASS_OR_LETTERS.sub(spelled, pattern)
