"""Every text of every corpus of numbers, claims and context, one test a text."""

from __future__ import annotations

import pytest

from tests.extractors.corpus import Case, cases, corpora, explain, faults_of_spans, problems, unmark

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


def case(marked: str, **wanted: object) -> Case:
    text, targets, others = unmark(marked)
    return Case("comparison", "1-made-up", text, targets, others, wanted)


def test_marks_are_taken_out() -> None:
    text, targets, others = unmark("It is «2x» faster on ‹8 GPUs›.")
    assert text == "It is 2x faster on 8 GPUs."
    assert [text[a:b] for a, b in (*targets, *others)] == ["2x", "8 GPUs"]


@pytest.mark.parametrize(
    "marked", ["It is «2x faster.", "It is 2x» faster.", "It is «2x ‹faster››.", "It is «2x› faster."]
)
def test_marks_that_do_not_pair_up_are_an_error(marked: str) -> None:
    with pytest.raises(ValueError, match="pair up"):
        unmark(marked)


@pytest.mark.parametrize(
    ("marked", "found", "fault"),
    [
        ("It is «2x» faster.", [], "missing: '2x'"),
        ("It is «2x» faster.", [(6, 15)], "partial: '2x' is read as '2x faster'"),
        ("It is «2x» faster.", [(6, 8), (6, 15)], "ambiguous: '2x' is read as ['2x', '2x faster']"),
        ("It is 2x faster.", [(6, 8)], "extra: '2x'"),
    ],
)
def test_each_fault_of_a_span_is_named(marked: str, found: list[tuple[int, int]], fault: str) -> None:
    assert list(faults_of_spans(case(marked), found)) == [fault]


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("kind", "comparison", "measurement"),
        ("low", 2.4, 2.5),
        ("unit", "x", ""),
        ("metric", ["throughput", "speed"], ["throughput", "latency"]),
        ("statistic", "", "mean"),
        ("baseline", "the naive loop", "the loop"),
        ("setting", ["graphs", ""], ""),
        ("hardware", [], ["NVIDIA A100"]),
        ("factor", 2.4, ""),
    ],
)
def test_each_field_is_compared(field: str, right: object, wrong: object) -> None:
    marked = "It is «2.4x» faster than a naive loop on graphs."
    assert problems(case(marked, **{field: right})) == []
    faults = problems(case(marked, **{field: wrong}))
    assert faults
    assert all(fault.startswith(field) for fault in faults)
