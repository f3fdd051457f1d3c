"""Texts that are made to be slow: the time grows with the length, and no faster."""

from __future__ import annotations

from time import process_time

import pytest

from extractors import engine, extract, extract_paper
from extractors.engine import explain
from extractors.numbers.quantities import find_quantities
from tests.extractors.timing import least

# Hardly a number in them that is a claim, or none: read at full length.
SPARSE = {
    "a run of digits": "1234567890",
    "groups of three digits": "123 ",
    "dots and digits": "1.5.",
    "a version without end": "1.",
    "number words": "one hundred and ",
    "number words joined": "twenty-",
    "magnitudes": "million ",
    "dollars": "$",
    "money": "$3",
    "braces that open": "${",
    "braces that close": "}",
    "brackets that open": "(",
    "times": "\\times",
    "times apart": "\\times ",
    "powers": "\\times 10^{",
    "powers of ten": "10^",
    "hyphens": "-",
    "words in a chain": "a-",
    "qualifiers": "up to ",
    "statistics": "on average ",
    "comparisons": "compared to ",
    "baselines": "outperforms ",
    "devices in a chain": "a single ",
    "a phrase without end": "the model of the ",
    "capital words": "Abc ",
    "commas": "a,",
    "no spaces": "a",
    "claims without spaces": "abc2x",
    "spaces": " ",
    "stops": ". ",
    "marks": "×–≈…",
    "backslashes": "\\",
    "links": "http://a.b/",
    "device names": "H100-",
}
# A number every few characters, thousands of claims in one sentence: a shorter text takes as long.
DENSE = {
    "a dozen": "a dozen ",
    "thousands in LaTeX": "1{,}000",
    "thousands upon thousands": "1,000",
    "numbers": "12 ",
    "dollars around numbers": "$2$",
    "brackets around numbers": "(3",
    "citations without end": "[1",
    "numbers in a chain": "3-",
    "a range without end": "3%-",
    "from and to without end": "1 to ",
    "between without end": "between 1 and ",
    "a list without end": "2x, ",
    "a list with slashes": "2x/",
    "percentages": "5% ",
    "qualified claims": "up to 3x ",
    "a sentence without end": "it is 2x faster than A on 8 GPUs and ",
    "respectively": "5%, 6% and 7% on A, B and C, respectively, ",
    "names in brackets": "On A (75%), ",
    "brackets": "(2x ",
    "pairs": "from 3 ms to 2 ms and ",
    "scores": "accuracy of 3.1 on B, ",
    "unknown devices": "ZX900 ",
}


def seconds(text: str) -> float:
    start = process_time()
    extract(text)
    return process_time() - start


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    extract("It is 2x faster on a ZX900 GPU.")  # loads what is loaded lazily


@pytest.mark.parametrize(
    ("pattern", "length"),
    [(pattern, 100_000) for pattern in SPARSE.values()] + [(pattern, 2_500) for pattern in DENSE.values()],
    ids=[*SPARSE, *DENSE],
)
def test_time_is_linear_in_length(pattern: str, length: int) -> None:
    text = (pattern * length)[:length]
    half, whole = least(lambda: extract(text[: length // 2]), lambda: extract(text))
    assert whole < 3 * half + 0.2  # four times would be the square
    assert whole < 10


def test_bare_numbers_and_commas_without_end() -> None:
    text = "1," * 10_000
    quarter, whole = least(lambda: find_quantities(text[:5_000]), lambda: find_quantities(text))
    assert whole < 8 * quarter + 0.2  # sixteen times would be the square


@pytest.mark.parametrize("before", ["from ", "accuracies of "])
def test_five_thousand_numbers_in_one_sentence(before: str) -> None:
    text = before + " ".join(f"{number % 97}.{number % 10}" for number in range(5_000))
    assert seconds(text) < 20


@pytest.mark.parametrize(
    ("opening", "inner", "closing"), [("$", "3", "$"), ("{", "3x", "}"), ("(", "3%", ")"), ("[", "3", "]")]
)
def test_deep_nesting(opening: str, inner: str, closing: str) -> None:
    assert seconds(opening * 50_000 + inner + closing * 50_000) < 5


def test_spaces_between_number_and_unit() -> None:
    assert seconds("It is 2" + " " * 100_000 + "x faster.") < 5


@pytest.mark.parametrize("before", ["up to ", "more than ", "of the ", "respectively, ", "than ", "a ", "and "])
def test_a_claim_after_a_hundred_thousand_characters_of_its_cue(before: str) -> None:
    text = (before * 100_000)[:100_000] + " it is 3x faster."
    assert seconds(text) < 5


def test_a_text_of_too_many_numbers_says_where_it_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "NUMBERS_READ", 2)
    extraction = extract_paper("A title", "It is 2x faster. It is 3x faster. It is 4x faster. It is 5x faster.")
    assert [claim.low for claim in extraction.claims] == [2, 3]
    assert [refusal.quote for refusal in extraction.refusals] == ["4x", "5x"]
    assert extraction.failures == (f"abstract: not read from character 40 on: {engine.TOO_MANY}",)


def test_the_reason_says_how_many_numbers_are_read() -> None:
    assert f"{engine.NUMBERS_READ:,}" in engine.TOO_MANY


@pytest.mark.parametrize("number", ["3%, ", "(2x "])
def test_one_sentence_of_too_many_numbers(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "NUMBERS_READ", 100)
    found, refused = explain(number * 150)
    assert (len(found) + len(refused), sum(one.reason == engine.TOO_MANY for one in refused)) == (150, 50)


def test_orders_of_magnitude_beyond_floats_have_no_factor() -> None:
    [claim] = extract("It is 400 orders of magnitude faster.")
    assert (claim.low, claim.factor_low) == (400, None)


@pytest.mark.parametrize("number", ["10^{999}", "1e999", "9" * 400])
def test_a_number_beyond_floats_is_refused(number: str) -> None:
    assert extract(f"It takes {number} s and is 2x faster.")[-1].low == 2.0
    assert len(extract(f"It takes {number} s and is 2x faster.")) == 1


@pytest.mark.parametrize("between", ["(", " faster ", ": "])
def test_one_long_word_between_two_numbers_is_read_at_once(between: str) -> None:
    assert seconds(f"It is up to 2x{between}{'a' * 800}1 +3%) and 4% lower latency.") < 1


def test_one_long_word_that_is_lower_is_read_at_once() -> None:
    assert seconds(f"It is 3x lower {'a' * 800} by 40% and 3x.") < 1
