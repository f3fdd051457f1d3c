"""The name of what a paper presents: the corpus of papers with their names, and hostile texts."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from extractors.system import find_system
from extractors.system.latex import without_wrappers
from extractors.system.longforms import long_form_before
from extractors.system.words import is_common, is_distinctive, words_of
from tests.extractors.timing import assert_linear


def corpus() -> dict[str, Any]:
    return tomllib.loads(files("extractors.system").joinpath("system.corpus.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", corpus()["paper"], ids=lambda paper: paper["title"])
def test_the_name_is_found(paper: dict[str, Any]) -> None:
    assert find_system(paper["title"], paper["abstract"]) in [paper["name"], *paper.get("options", [])]


@pytest.mark.parametrize("text", corpus()["nothing"])
def test_a_paper_that_names_nothing_has_no_name(text: str) -> None:
    title, abstract = text.split(" | ")
    assert find_system(title, abstract) is None


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    papers = [(paper["title"], paper["abstract"]) for paper in corpus()["paper"]]
    nothing = corpus()["nothing"]
    assert len(papers) >= 60
    assert len(nothing) >= 25
    assert len({*papers}) == len(papers)
    assert len({*nothing}) == len(nothing)


def test_the_name_stands_in_the_title_or_in_the_abstract() -> None:
    for paper in corpus()["paper"]:
        name = find_system(paper["title"], paper["abstract"])
        assert name is not None
        assert name in without_wrappers(paper["title"]) + without_wrappers(paper["abstract"])


def test_empty_texts_name_nothing() -> None:
    assert find_system("", "") is None
    assert find_system(":", "(((") is None


@pytest.mark.parametrize("word", ["ParaStep", "FANNS", "Mirror-SD", "S*", "D$^2$GS", "phi-Flow", "K2", "iSort"])
def test_letters_alone_can_make_a_name(word: str) -> None:
    assert is_distinctive(word)


@pytest.mark.parametrize("word", ["Sorting", "GPU-based", "cache-aware", "12", "end-to-end", "I", "a"])
def test_words_that_are_no_names_by_their_letters(word: str) -> None:
    assert not is_distinctive(word)


@pytest.mark.parametrize("word", ["LLM", "LLMs", "CNN", "GPT-4", "ImageNet", "Llama-3", "BERT"])
def test_names_that_many_papers_use_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize(
    ("before", "short", "long_form"),
    [
        ("we propose a Batching Configuration Advisor", "BCA", "Batching Configuration Advisor"),
        ("a mixture of horizons", "MoH", "mixture of horizons"),
        ("the Sort Less, Win More", "SLWM", "Sort Less , Win More"),
        ("a tiny Network", "TiNet", "tiny Network"),
        ("something else entirely", "BCA", None),
        ("we sort. Fast Sort", "WSFS", None),
        ("Fast", "F", None),
    ],
)
def test_long_forms(before: str, short: str, long_form: str | None) -> None:
    assert long_form_before(words_of(before).text, short) == long_form


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\textbf{Sluice}", "Sluice"),
        (r"\textbf{\textsc{Sluice}}", "Sluice"),
        (r"{\sc Sluice} is", "Sluice is"),
        (r"\textbf{S}elf-\textbf{S}ort", "Self-Sort"),
        (r"$\text{Sluice}$", "Sluice"),
        (r"Sluice\xspace{} is", "Sluice is"),
        (r"D$^2$GS", r"D$^2$GS"),
        (r"\textcolor{red}{Sluice}", "Sluice"),
    ],
)
def test_names_are_taken_out_of_their_latex(text: str, plain: str) -> None:
    assert without_wrappers(text) == plain


HOSTILE = {
    "digits": "1" * 100_000,
    "letters": "A" * 100_000,
    "hyphens": "a-" * 50_000,
    "brackets": "(" * 100_000,
    "braces": r"\textbf{" * 12_000,
    "nested dollars": "$a" * 50_000,
    "commas": "we propose Ab, " * 6_600,
    "verbs": "we propose " * 9_000,
    "names": " ".join(f"we propose Ab{i}X, a tool." for i in range(4_000)),
    "acronyms": "we propose Foo Bar (FB) " * 4_000,
    "domains": "a.com/" * 16_000,
    "colons": ":" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    assert_linear(lambda title: find_system(title, ""), text, 3)
    assert_linear(lambda abstract: find_system("A Title", abstract), text, 3)
