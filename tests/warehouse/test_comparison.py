"""Systems side by side: which claims meet in a row, which are about the other, and which system a name is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from schemas.records import Extraction
from schemas.vocabulary import Metric, Qualifier
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import Found, comparison, paper
from warehouse import Comparison, WarehouseError, compare

Said = tuple[str, float, dict[str, Any]]


def presenting(number: int, name: str | None, *claims: Said, **given: Any) -> Found:
    """A paper on a system, whose abstract is its quotes."""
    made = paper(number, **given)
    made = replace(made, title=f"{name}: On Sorting", abstract=" and ".join(quote for quote, *_ in claims) or "None.")
    found = tuple(comparison(made, quote, factor, **more) for quote, factor, more in claims)
    return made, Extraction(found, system=name)


def table(found: Comparison) -> list[tuple[Any, ...]]:
    return [
        (row.metric, row.baseline, row.setting, row.hardware, *(cell and cell["quote"] for cell in row.cells))
        for row in found.rows
    ]


def compared(path: Path, run: Runner, papers: Sequence[Found], *refs: str) -> Comparison:
    run(papers)
    return compare(path, refs)


VLLM = {"baseline": "vLLM"}


def test_claims_meet_over_one_baseline_in_whatever_words(path: Path, run: Runner) -> None:
    found = compared(
        path, run,
        [
            presenting(1, "Fast", ("2x", 2, VLLM), ("9x", 9, {"baseline": "PyTorch"})),
            presenting(2, "Swift", ("3x", 3, {"baseline": "a vLLM server"}), ("8x", 8, {})),
        ],
        "Fast", "Swift",
    )  # fmt: skip
    assert table(found) == [("speed", "vLLM", None, (), "2x", "3x")]
    assert found.alone == (1, 1)
    assert found.direct == ()


def test_a_row_for_each_thing_that_is_shared(path: Path, run: Runner) -> None:
    on_h100 = VLLM | {"hardware": ("NVIDIA H100",), "setting": "the Llama 8B model"}
    found = compared(
        path, run,
        [
            presenting(1, "Fast", ("2x", 2, VLLM), ("4x", 4, on_h100)),
            presenting(2, "Swift", ("3x", 3, on_h100 | {"setting": "Llama 8B model"}), ("5x", 5, {})),
        ],
        "Fast", "Swift",
    )  # fmt: skip
    assert table(found) == [("speed", "vLLM", "the Llama 8B model", ("NVIDIA H100",), "4x", "3x")]
    assert found.alone == (1, 1)


def test_a_typical_value_stands_before_a_larger_up_to(path: Path, run: Runner) -> None:
    up_to = VLLM | {"qualifier": Qualifier.AT_MOST}
    fast = presenting(1, "Fast", ("up to 50x", 50, up_to), ("2x", 2, VLLM))
    found = compared(path, run, [fast, presenting(2, "Swift", ("up to 7x", 7, up_to))], "Fast", "Swift")
    assert table(found) == [("speed", "vLLM", None, (), "2x", "up to 7x")]


def test_with_nothing_shared_the_best_of_each_metric(path: Path, run: Runner) -> None:
    prior = {"baseline": "prior work"}  # two papers do not mean the same by it
    found = compared(
        path, run,
        [
            presenting(1, "Fast", ("2x", 2, prior), ("6x", 6, {"metric": Metric.ENERGY_EFFICIENCY})),
            presenting(2, "Swift", ("3x", 3, prior), ("4x", 4, {"metric": Metric.THROUGHPUT})),
            presenting(3, "Third", ("5x", 5, {"metric": Metric.THROUGHPUT})),
        ],
        "Fast", "Swift", "Third",
    )  # fmt: skip
    assert table(found) == [
        ("speed", None, None, (), "2x", "3x", None),
        ("throughput", None, None, (), None, "4x", "5x"),
    ]
    assert found.alone == (1, 0, 0)


def test_what_one_reports_over_the_other(path: Path, run: Runner) -> None:
    found = compared(
        path, run,
        [
            presenting(1, "FlashSort-2", ("2x", 2, {"baseline": "the Flash Sort method"}), ("9x", 9, {})),
            presenting(2, "FlashSort", ("4x", 4, {"baseline": "X and FlashSort-2"}), ("5x", 5, {"baseline": "X"})),
        ],
        "FlashSort-2", "FlashSort",
    )  # fmt: skip
    said = [(one.system.label, one.over.label, one.claim["quote"]) for one in found.direct]
    assert said == [("FlashSort-2", "FlashSort", "2x"), ("FlashSort", "FlashSort-2", "4x")]


def test_no_metric_in_common(path: Path, run: Runner) -> None:
    slim = presenting(2, "Slim", ("3x", 3, {"metric": Metric.COMPRESSION}))
    found = compared(path, run, [presenting(1, "Fast", ("2x", 2, {})), slim], "Fast", "Slim")
    assert (found.rows, found.direct, found.alone) == ((), (), (1, 1))


@pytest.fixture
def several(path: Path, run: Runner) -> Path:
    run(
        [
            presenting(1, "Fast", ("2x", 2, {})),
            presenting(1, "Fast", ("2x", 2, {}), arxiv_id=None),  # the same in another feed
            presenting(2, "Flash-Sort", ("3x", 3, {})),
            presenting(3, "Faster", ("3x", 3, {})),
            presenting(4, "Twin", ("3x", 3, {}), doi="10.1234/four"),
            replace_title(presenting(5, "Twin", ("3x", 3, {})), "Twins of Sorting"),
        ]
    )
    return path


def replace_title(found: Found, title: str) -> Found:
    return replace(found[0], title=title), found[1]


@pytest.mark.parametrize(
    ("ref", "work"),
    [
        ("fast", "2401.00001"),
        ("FlashSort", "2401.00002"),
        ("ster", "2401.00003"),
        ("arxiv:2401.00004v2", "2401.00004"),
        ("https://arxiv.org/abs/2401.00005", "2401.00005"),
        ("10.1234/four", "2401.00004"),
        ("twins of", "2401.00005"),
        ("Faster: On Sorting", "2401.00003"),
    ],
)
def test_a_system_is_named(several: Path, ref: str, work: str) -> None:
    other = "Faster" if work != "2401.00003" else "Fast"
    assert compare(several, [ref, other]).systems[0].work_id == f"arxiv:{work}"


@pytest.mark.parametrize(
    ("refs", "said"),
    [
        (
            ("Fast", "Twin"),
            "'Twin' fits 2 papers: arxiv:2401.00004 (Twin: On Sorting); arxiv:2401.00005 (Twins of Sorting)",
        ),
        (
            ("Fast", "Flush-Sort"),
            "'Flush-Sort' is no system, by name, paper id, arXiv id, DOI or title (near: Flash-Sort",
        ),
        (("Fast", " "), "no system named"),
        (("Fast", "arxiv:2401.00001"), "'Fast' and 'arxiv:2401.00001' are the same: arxiv:2401.00001"),
        (("Fast",), "takes two systems at least"),
    ],
)
def test_a_name_that_names_none_or_several(several: Path, refs: tuple[str, ...], said: str) -> None:
    with pytest.raises(WarehouseError) as refused:
        compare(several, refs)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
