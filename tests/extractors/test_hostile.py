"""Texts that are made to be slow: the time grows with the length, and no faster."""

from __future__ import annotations

from time import process_time

import pytest

from extractors import engine, extract, extract_paper

TEXTS = {
    "a run of digits": "7",
    "thousands upon thousands": "1,000",
    "numbers": "12 ",
    "number words": "one hundred and ",
    "dots and digits": "1.5.",
    "dollars": "$",
    "braces": "${",
    "powers": "\\times 10^{",
    "a list without end": "2x, ",
    "percentages": "5% ",
    "a sentence without end": "it is 2x faster than A on 8 GPUs and ",
    "respectively": "5%, 6% and 7% on A, B and C, respectively, ",
    "brackets": "(2x ",
    "commas": "a,",
    "no spaces": "a",
    "spaces": " ",
    "links": "http://a.b/",
    "device names": "H100-",
    "unknown devices": "ZX900 ",
}
SHORT, LONG = 6_000, 24_000


def seconds(pattern: str, length: int) -> float:
    text = (pattern * length)[:length]
    start = process_time()
    extract(text)
    return process_time() - start


@pytest.mark.parametrize("pattern", TEXTS.values(), ids=TEXTS)
def test_time_is_linear_in_length(pattern: str) -> None:
    extract("It is 2x faster on a ZX900 GPU.")  # loads what is loaded lazily
    short, long = seconds(pattern, SHORT), seconds(pattern, LONG)
    assert long < 2 * (LONG / SHORT) * short + 0.5


def test_a_text_that_takes_too_long_says_where_it_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "SECONDS_PER_TEXT", -1.0)
    extraction = extract_paper("A title", "It is 2x faster. It is 3x smaller.")
    assert not extraction.claims
    assert any("not read from character 0 of 34" in failure for failure in extraction.failures)


@pytest.mark.parametrize("number", ["10^{999}", "1e999", "9" * 400])
def test_a_number_beyond_floats_is_refused(number: str) -> None:
    assert extract(f"It takes {number} s and is 2x faster.")[-1].low == 2.0
    assert len(extract(f"It takes {number} s and is 2x faster.")) == 1
