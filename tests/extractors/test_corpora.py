"""Every text of every corpus of numbers, claims and context, one test a text."""

from __future__ import annotations

import pytest

from tests.extractors.corpus import Case, cases, corpora, explain, problems

CASES = [case for corpus in corpora() for case in cases(corpus)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.corpus}-{case.name}")
def test_what_is_marked_is_found(case: Case) -> None:
    faults = problems(case)
    assert not faults, explain(case, faults)


def test_the_corpora_are_large() -> None:
    positive = [case for case in CASES if case.targets]
    assert len(positive) >= 600
    assert len(CASES) - len(positive) >= 300


def test_no_text_stands_twice_in_a_corpus() -> None:
    seen: dict[tuple[str, str, tuple[tuple[int, int], ...]], str] = {}
    twice = [
        case.name for case in CASES if seen.setdefault((case.corpus, case.text, case.targets), case.name) != case.name
    ]
    assert not twice
