"""What the functions of the library say of what is no text, and what they make of a very long sentence."""

from __future__ import annotations

from typing import Any

import pytest

from extractors import extract, extract_paper, extract_papers

GOOD = ("A title", "It is 2x faster.")


@pytest.mark.parametrize(("value", "kind"), [(None, "NoneType"), (b"2x", "bytes"), (2.0, "float")])
def test_what_is_no_text_is_named(value: Any, kind: str) -> None:
    said = f"must be a str, not {kind}$"
    with pytest.raises(TypeError, match=f"^the text {said}"):
        extract(value)
    with pytest.raises(TypeError, match=f"^the title {said}"):
        extract_paper(value, "It is 2x faster.")
    with pytest.raises(TypeError, match=f"^the abstract {said}"):
        extract_paper("A title", value)


def test_of_several_papers_the_others_are_read() -> None:
    missing: Any = None
    first, second = extract_papers([("A title", missing), GOOD])
    assert isinstance(first, TypeError)
    assert str(first) == "the abstract must be a str, not NoneType"
    assert second == extract_paper(*GOOD)


def test_a_sentence_that_is_cut_holds_its_last_quote() -> None:
    for words in range(
        280, 301
    ):  # what is too long for one sentence is cut after so many characters, wherever that is
        for claim in extract("Word " * words + "and so on until we count 3,250 instructions from experts."):
            assert claim.quote in claim.sentence


def test_with_what_the_paper_presents_is_no_setting() -> None:
    paper = extract_paper("Tarnet: a scheduler", "We present Tarnet. With Tarnet we reduce latency by 41%.")
    assert [claim.setting for claim in paper.claims] == [None]
