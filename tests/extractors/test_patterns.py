"""Patterns that two modules read: each finds the same in ASCII, and one of them reads everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import extractors
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.text import view_of
from tests.extractors.corpus import cases, corpora

TEXTS = sorted({case.text for corpus in corpora() for case in cases(corpus)})
# Whatever \s, \d, \w and \b may take it for.
ODD = "\x00\x0b\x1c\x1d\x1e\x1f\x7f\r\n\t_-0aZ.Kk Ss"
SAMPLE = [*(view for text in TEXTS[::40] if (view := view_of(text)).isascii()), ODD]


def patterns() -> dict[str, Pattern]:
    """All patterns of the extractors by their names, those in tuples too."""
    modules = walk_packages(extractors.__path__, "extractors.")
    loaded = [import_module(module.name) for module in modules if ".training" not in module.name]
    return {
        f"{module.__name__}.{name}{place}": pattern
        for module in loaded
        for name, value in vars(module).items()
        for place, pattern in inside(value)
    }


def inside(value: object, place: str = "") -> Iterator[tuple[str, Pattern]]:
    if isinstance(value, Pattern):
        yield place, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from inside(part, f"{place}[{index}]")


def spans(match: Match) -> list[tuple[int, int]]:
    return [match.span(group) for group in range(len(match.groups()) + 1)]


PATTERNS = patterns()


@pytest.mark.parametrize("name", PATTERNS)
def test_both_find_the_same_in_ascii(name: str) -> None:
    pattern = PATTERNS[name]
    for view in SAMPLE:
        places = [0, *(digit.start() for digit in re.finditer(r"\d+", view)), len(view)]
        for start, end in zip([0, *places], places, strict=False):
            for text in (view[:end], view[end:], view[start:end]):
                found, wanted = pattern.finditer(text), pattern.of_any().finditer(text)
                assert [spans(one) for one in found] == [spans(one) for one in wanted], text


def test_that_there_are_hundreds() -> None:
    assert len(PATTERNS) > 300


def test_a_text_that_is_not_ascii_is_read_with_its_letters() -> None:
    name = Pattern(r"\p{Lu}\p{Ll}+")
    assert [match[0] for match in name.finditer("\u00dcber Alles")] == ["\u00dcber", "Alles"]
    assert [match[0] for match in name.finditer("Uber Alles")] == ["Uber", "Alles"]
    assert Pattern("six", IGNORECASE).search("\u017fIX") is not None


def test_in_a_view_letters_are_those_of_ascii_and_signs_stay() -> None:
    view = view_of("\u00c9tude of na\u00efve \u03c4 \u2265 2 \u00b5s, \u0660 \u00c5")
    assert view == "Etude of naive q \u2265 2 us, 0 \u00c5"
    number = Pattern(r"\u2265\s\d")
    assert number.search(view[:-2]) is not None
    assert number._any is None  # read by ``re``, for all the sign


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"[\p{L}\d-]+", "a-Z9 b", ["a-Z9", "b"]),
        (r"[^\p{Lu}]", "aB-", ["a", "-"]),
        (r"[\]\p{Ll}]+", "a]B", ["a]"]),
        (r"\p{L}{2}\[", "ab[ c[", ["ab["]),
    ],
)
def test_letters_are_spelled_out_in_and_out_of_brackets(pattern: str, text: str, found: list[str]) -> None:
    assert Pattern(pattern).findall(text) == found
    assert Pattern(pattern).of_any().findall(text) == found


def test_what_re_can_not_read_is_refused() -> None:
    pattern = Pattern(r"(?<=a|bc)d")
    with pytest.raises(re.error):
        pattern.search("bcd")


def test_in_lower_case_the_same_is_found_in_every_text() -> None:
    folded = Folded(r"\b(?P<prep>on|in)\s\p{Lu}+")
    assert [match.span("prep") for match in folded.finditer("On Abc, IN def, in 5")] == [(0, 2), (8, 10)]
    assert [match.span("prep") for match in folded.finditer("\u00c4: On Abc")] == [(3, 5)]
    assert folded.search("it is ON A", 7) is None
    assert folded.match("it is ON A", 6) is not None
    assert folded.findall("On a, in b") == ["on", "in"]


def test_a_folded_pattern_is_written_in_lower_case() -> None:
    with pytest.raises(ValueError, match="not in lower case"):
        Folded("On")
