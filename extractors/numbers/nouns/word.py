"""The words behind a number, one by one, and the noun that they may be found to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractors.numbers.units import Dimension
from extractors.numbers.wordgroups import word_group
from extractors.patterns import Pattern

STOP_WORDS = word_group("not_counted")
WORD = Pattern(
    r"(?P<gap>\s{1,2}|-)(?P<word>\p{L}(?:[\p{L}\d'+_&*]+|\.(?!\p{Lu}\p{Ll})|/(?!\d)|-(?!-)|--(?=\p{L}+\s\p{Ll}+s\b))*+|\([^()\s]{1,14}\)|[A-Z]?\d{1,4}[A-Za-z]{1,4}\d{0,4})"
)


@dataclass(frozen=True, slots=True)
class NounMatch:
    """A counted noun phrase that ends at ``end``; ``phrase`` is as written."""

    unit: str
    dimension: Dimension
    end: int
    phrase: str


class Number(NamedTuple):
    """What is known of the number before the words."""

    magnitude: str
    in_words: bool
    value: float


class Word(NamedTuple):
    """A word behind a number that ends at ``start``; ``low`` is the word in lower case."""

    view: str
    start: int
    text: str
    low: str
    end: int
    is_first: bool

    @property
    def head(self) -> str:
        """What stands behind the last slash: "images/GPU"."""
        return self.low.rsplit("/", 1)[-1]

    def counted(self, unit: str, dimension: Dimension, end: int | None = None) -> NounMatch:
        """The noun phrase from the number up to this word, or up to ``end``."""
        end = self.end if end is None else end
        return NounMatch(unit, dimension, end, self.view[self.start : end].strip())


# The noun found up to a word, if any, and where the phrase goes on; null when it ends there.
Step = tuple[NounMatch | None, int | None]
