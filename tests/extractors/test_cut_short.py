"""Texts that break off, and such as have letters of other alphabets in their words, are read without an error."""

from __future__ import annotations

import re

import pytest

from extractors import extract
from tests.extractors.corpus import cases, corpora

# What ignores case takes these for an "i", though one is two letters in lower case and the other is its own.
DOTTED, DOTLESS = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "\N{LATIN SMALL LETTER DOTLESS I}"
EVERY = 4  # each so manieth text of a corpus


def texts(corpus: str) -> list[str]:
    return sorted({case.text for case in cases(corpus)})[::EVERY]


@pytest.mark.parametrize("corpus", corpora())
def test_a_text_may_break_off_behind_any_value(corpus: str) -> None:
    for text in texts(corpus):
        for end in (match.end() for match in re.finditer(r"\d\S*\s(?:of\s)?", text)):
            for claim in extract(text[:end]):
                assert text[claim.start_char : claim.end_char] == claim.quote


@pytest.mark.parametrize("letter", [DOTTED, DOTLESS], ids=["dotted", "dotless"])
@pytest.mark.parametrize("corpus", corpora())
def test_words_may_have_letters_of_other_alphabets(corpus: str, letter: str) -> None:
    for text in texts(corpus):
        for other in (text.replace("i", letter), text.upper().replace("I", letter)):
            for claim in extract(other):
                assert other[claim.start_char : claim.end_char] == claim.quote
