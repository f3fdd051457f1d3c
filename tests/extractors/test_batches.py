"""Many papers at once: the same as one by one, in their order, each on its own."""

from __future__ import annotations

import pytest

from extractors import engine, extract_paper, extract_papers
from extractors.ner.asking import Asking, answered_together
from extractors.ner.names import Name
from extractors.system import find_system
from schemas.records import Extraction

PAPERS = [
    (
        "Sluice: Sorting Wide Keys",
        "We present Sluice, a library. It is 2.4x faster than a merge sort on 8 A100 GPUs.",
    ),
    ("", ""),
    (
        "On a Decoder",
        "The decoder reaches 40 frames per second on a Zorbic ZX900 NPU and 81.2% accuracy on QuizBench.",
    ),
    ("A Study", "On QuizBench and with greedy decoding alone, our student scores 81.2% accuracy."),
]


def test_papers_read_together_hold_what_each_holds() -> None:
    assert extract_papers(PAPERS) == [extract_paper(title, abstract) for title, abstract in PAPERS]
    assert extract_papers([]) == []


def test_a_paper_that_can_not_be_read_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(title: str, abstract: str) -> str | None:
        if title == "A Study":
            raise TimeoutError("too long")
        return find_system(title, abstract)

    before = extract_papers(PAPERS)
    monkeypatch.setattr(engine, "find_system", failing)
    *others, last = extract_papers(PAPERS)
    assert others == before[:-1]
    assert isinstance(last, TimeoutError)
    assert isinstance(before[-1], Extraction)


def test_the_model_is_asked_once_for_all_that_wait() -> None:
    questions: list[list[str]] = []

    def model(sentences: object) -> list[list[Name]]:
        asked = [str(sentence) for sentence in sentences]  # type: ignore[attr-defined]
        questions.append(asked)
        return [[Name("MODEL", 0, 1, sentence)] for sentence in asked]

    def asking(*rounds: list[str]) -> Asking[list[str]]:
        told: list[str] = []
        for sentences in rounds:
            told.extend(name.text for names in (yield sentences) for name in names)
        return told

    results = answered_together([asking(["a", "b"], ["c"]), asking(), asking([], ["d"]), asking(["e"])], model)
    assert results == [["a", "b", "c"], [], ["d"], ["e"]]
    assert questions == [["a", "b", "e"], ["c", "d"]]
