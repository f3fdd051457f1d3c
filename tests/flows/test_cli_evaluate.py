"""Scores against annotated papers: the figures, the differences, and every way in which an annotation is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flows.evaluation.papers import ScoredPaper
from tests.flows import shared
from tests.flows.runner import Done, paperclaims, refused

ABSTRACT = "Sorter is 2.5x faster than QuickTool on 8 A100 GPUs."
CLAIM = {
    "field": "abstract", "start_char": 10, "end_char": 14, "quote": "2.5x", "kind": "comparison", "low": 2.5,
    "high": 2.5, "unit": "x", "qualifier": "exact", "statistic": None, "metric": ["speed"], "direction": "increase",
    "baseline": "QuickTool", "setting": [None, "8 A100 GPUs"], "hardware": ["NVIDIA A100"], "attribution": "own",
    "factor_low": 2.5, "factor_high": 2.5,
}  # fmt: skip
DEVICES = CLAIM | {
    "start_char": ABSTRACT.index("8 A100"), "end_char": ABSTRACT.index("."  , 20), "quote": "8 A100 GPUs",
    "kind": "resource", "low": 8, "high": 8, "unit": "GPU", "metric": ["device_count"], "direction": None,
    "baseline": None, "factor_low": None, "factor_high": None,
}  # fmt: skip
PAPER: dict[str, Any] = {
    "id": "one", "title": "Sorter: Sorting at Speed", "abstract": ABSTRACT, "system": "Sorter",
    "claims": [CLAIM, DEVICES],
    "hardware": [{"name": "NVIDIA A100"}], "links": [],
}  # fmt: skip
WRONG = PAPER | {
    "id": "two", "title": "Sorter: Sorting Again", "claims": [CLAIM | {"metric": "latency", "low": 2.5}, CLAIM | {
        "start_char": 0, "end_char": 6, "quote": "Sorter", "low": 3}],
}  # fmt: skip


def gold(folder: Path, *papers: dict[str, Any]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(paper) + "\n" for paper in papers))
    return path


def figures(done: Done) -> dict[str, Any]:
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_all_right(tmp_path: Path) -> None:
    found = figures(paperclaims("evaluate", gold(tmp_path, PAPER), "--json"))
    assert (found["papers"], found["papers_missing"], found["ungrounded"]) == (1, 0, 0)
    assert found["value"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "tp": 2, "fp": 0, "fn": 0}
    assert found["full"]["f1"] == found["claim"]["f1"] == found["hardware"]["f1"] == 1.0
    assert found["by_kind"].keys() == {"comparison", "resource"}
    assert set(found["fields"].values()) == {1.0}
    assert found["system"] == {"accuracy": 1.0, "n": 1, "spurious": 0}


def test_missed_spurious_and_wrong_fields_are_counted(tmp_path: Path) -> None:
    found = figures(paperclaims("evaluate", gold(tmp_path, PAPER, WRONG), "--json"))
    # Of the second paper, one claim differs in its metric, one is nowhere, and the devices were not annotated.
    assert found["value"] == {"precision": 0.75, "recall": 0.75, "f1": 0.75, "tp": 3, "fp": 1, "fn": 1}
    assert (found["claim"]["tp"], found["full"]["tp"]) == (3, 2)
    assert found["fields"]["metric"] == 0.6667


def test_a_table_has_the_same_figures(tmp_path: Path) -> None:
    path = gold(tmp_path, PAPER, WRONG)
    lines = paperclaims("evaluate", path).out.splitlines()
    named = {name: json.loads(rest) for name, rest in (line.split(maxsplit=1) for line in lines)}
    assert named == figures(paperclaims("evaluate", path, "--json"))


def test_differences(tmp_path: Path) -> None:
    path = gold(tmp_path, PAPER, WRONG)
    plain = paperclaims("evaluate", path).out
    out = paperclaims("evaluate", path, "--errors", "9").out
    assert out.startswith(plain)
    blocks = out.removeprefix(plain).strip().split("\n\n")
    heads = {block.splitlines()[0] for block in blocks}
    assert {
        "[missed] Sorter: Sorting Again",
        "[spurious] Sorter: Sorting Again",
        "[fields metric,direction] Sorter: Sorting Again",
    } == heads
    assert all(block.splitlines()[1].startswith("   gold  ") for block in blocks)
    assert len(paperclaims("evaluate", path, "-n", "1").out.removeprefix(plain).strip().split("\n\n")) == 1


def test_halves_are_disjoint_and_whole(tmp_path: Path) -> None:
    papers = [PAPER | {"id": f"paper {n}", "title": f"Sorter {n}"} for n in range(12)]
    path = gold(tmp_path, *papers)
    halves = [figures(paperclaims("evaluate", path, "--json", "--half", half)) for half in "01"]
    assert sum(half["papers"] for half in halves) == 12
    expected = sum(ScoredPaper("", "", str(paper["id"])).half for paper in papers)
    assert [half["papers"] for half in halves] == [12 - expected, expected]
    assert 0 < expected < 12


def test_calibration(tmp_path: Path) -> None:
    out = paperclaims("evaluate", gold(tmp_path, PAPER), "--calibration", env={"COLUMNS": "80"}).out
    table = out.splitlines()[-3:]
    assert any(line.split() == ["confidence", "claims", "mean", "right"] for line in out.splitlines())
    assert table[-1].split()[1] == "to"


def test_a_file_of_found_claims(tmp_path: Path) -> None:
    annotated = gold(tmp_path, PAPER)
    found = tmp_path / "found.jsonl"
    moved = CLAIM | {"start_char": 11, "end_char": 15}
    found.write_text(json.dumps(PAPER | {"claims": [moved | {"metric": "speed", "setting": None}]}) + "\n")
    scores = figures(paperclaims("evaluate", annotated, found, "--json"))
    assert scores["ungrounded"] == 1  # a wrong span of what is scored is counted
    assert (scores["value"]["tp"], scores["value"]["fn"]) == (1, 1)


def test_a_warehouse_and_a_paper_that_it_lacks(tmp_path: Path, loaded: Path) -> None:
    done = paperclaims("evaluate", gold(tmp_path, PAPER), loaded)
    assert "paper not found    Sorter: Sorting at Speed" in done.out.splitlines()
    assert figures(paperclaims("evaluate", gold(tmp_path, PAPER), loaded, "--json"))["papers_missing"] == 1


def line(**changed: Any) -> str:
    return json.dumps(PAPER | changed)


def without(name: str, row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}


BAD: dict[str, tuple[str, str]] = {
    "nothing": ("", "holds no annotated paper"),
    "not JSON": ("{'title'}", ":1: not JSON: "),
    "brackets without end": ("[" * 100_000, ":1: not JSON that can be read"),
    "half a line": (line() + "\n" + line()[:40], ":2: not JSON: "),
    "a list": ("[1, 2]", ":1: not an annotated paper"),
    "a string": ('"title"', ":1: not an annotated paper"),
    "no title": (json.dumps(without("title", PAPER)), "lacks 'title'"),
    "a title that is none": (line(title=None), "'title' is no text"),
    "no abstract": (json.dumps(without("abstract", PAPER)), "lacks 'abstract'"),
    "no claims": (json.dumps(without("claims", PAPER)), "lacks 'claims'"),
    "claims that are none": (line(claims=[1]), "claims is not a list of objects"),
    "claims as words": (line(claims="two"), "claims is not a list of objects"),
    "a claim without low": (line(claims=[without("low", CLAIM)]), "one of claims lacks low"),
    "a claim of two things less": (line(claims=[without("low", without("kind", CLAIM))]), "lacks kind, low"),
    "a device without name": (line(hardware=[{}]), "one of hardware lacks name"),
    "a link without URL": (line(links=[{}]), "one of links lacks url"),
    "a span of something else": (line(claims=[CLAIM | {"start_char": 11}]), "'2.5x' does not stand at 11 to 14 of"),
    "a span of the other text": (line(claims=[CLAIM | {"field": "title"}]), "at 10 to 14 of the title"),
    "a span beyond the end": (line(claims=[CLAIM | {"start_char": 900, "end_char": 904}]), "does not stand at 900"),
    "a span before the start": (line(claims=[CLAIM | {"start_char": -4}]), "start_char of a claim is -4"),
    "a span of words": (line(claims=[CLAIM | {"end_char": "14"}]), "end_char of a claim is '14'"),
    "a field that is none": (line(claims=[CLAIM | {"field": "body"}]), "the field of a claim is 'body'"),
    "a value that is none": (line(claims=[CLAIM | {"low": None}]), "low of a claim is None, not a number"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD)
def test_a_bad_annotation_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(text)
    refused(paperclaims("evaluate", path), str(path), said)


def test_a_file_that_can_not_be_read(tmp_path: Path) -> None:
    refused(paperclaims("evaluate", tmp_path / "none.jsonl"), "none.jsonl: No such file or directory")
    refused(paperclaims("evaluate", tmp_path), f"{tmp_path}: Is a directory")
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"title": "\xff"}')
    refused(paperclaims("evaluate", path), f"{path}: not UTF-8 at byte 12")


def test_what_is_scored_can_not_be_read(tmp_path: Path) -> None:
    path = gold(tmp_path, PAPER)
    refused(paperclaims("evaluate", path, tmp_path / "none.duckdb"), "none.duckdb: there is no such warehouse")
    refused(paperclaims("evaluate", path, tmp_path / "none.jsonl"), "none.jsonl: No such file or directory")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_line_ends_a_byte_order_mark_and_unicode_line_separators(tmp_path: Path, end: str) -> None:
    path = tmp_path / "gold.jsonl"
    paper = json.dumps(PAPER | {"abstract": ABSTRACT + " One\u2028and\x85two."}, ensure_ascii=False)
    path.write_bytes(("\ufeff" + paper + end).encode())
    assert figures(paperclaims("evaluate", path, "--json"))["value"]["tp"] == 2


def scored_elsewhere(*arguments: str | Path) -> dict[str, Any]:
    """The figures of the scorer that the project's own code is to agree with."""
    command = [sys.executable, str(shared.tool("score.py")), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.shared
def test_the_figures_are_those_of_the_reference(tmp_path: Path, prefect: dict[str, str]) -> None:
    annotated, path = shared.gold("hf-trending.jsonl"), tmp_path / "claims.duckdb"
    assert paperclaims("run", shared.feed("hf-trending.txt"), "-w", path, env=prefect).code == 0
    found = figures(paperclaims("evaluate", annotated, path, "--json"))
    assert found == scored_elsewhere(annotated, path)
    assert (found["papers"], found["papers_missing"], found["ungrounded"]) == (119, 0, 0)
    # The texts read anew are the texts that were loaded.
    assert figures(paperclaims("evaluate", annotated, "--json")) == found


@pytest.mark.shared
def test_the_figures_are_those_of_the_reference_where_much_is_wrong(tmp_path: Path) -> None:
    annotated = gold(tmp_path, PAPER, WRONG, PAPER | {"id": "three", "title": "Lost", "system": ["A", "B"]})
    found = tmp_path / "found.jsonl"
    claims = [
        CLAIM | {"metric": "speed", "unit": "times", "hardware": None},
        DEVICES | {"metric": "x", "unit": "cards"},
    ]
    found.write_text("".join(json.dumps(paper | {"claims": claims}) + "\n" for paper in (PAPER, WRONG)))
    assert figures(paperclaims("evaluate", annotated, found, "--json")) == scored_elsewhere(annotated, found)
