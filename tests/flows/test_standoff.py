"""Annotated papers are kept without their words, and get them back from a feed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.evaluation.papers import EvaluationError, read_annotated
from flows.evaluation.standoff import attached, detach
from schemas.identity import paper_id
from tests.flows.runner import environment

TITLE = "Brisk: sorting on small boards"
ABSTRACT = "Brisk sorts a million keys 2.4x faster than a plain quicksort."
PAPER = paper_id(TITLE, None, None)


def claim(**more: object) -> dict[str, object]:
    start = ABSTRACT.index("2.4x")
    return {
        "field": "abstract", "quote": "2.4x", "start_char": start, "end_char": start + 4, "kind": "comparison",
        "low": 2.4, "high": 2.4, "unit": "x", "qualifier": "exact", "metric": ["speed"], "attribution": "own",
        "baseline": ["a plain quicksort"], "setting": [None, "small boards", "a million sorted keys"], **more,
    }  # fmt: skip


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    row = {"id": PAPER, "title": TITLE, "abstract": ABSTRACT, "system": ["Brisk"], "claims": [claim()]}
    path = tmp_path / "annotated.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def kept(annotated: Path, folder: Path) -> Path:
    path = folder / "places.jsonl"
    path.write_text(
        "".join(json.dumps(detach(paper)) + "\n" for paper in read_annotated(annotated)), encoding="utf-8"
    )
    return path


def feed(folder: Path, **record: str) -> Path:
    path = folder / "feed.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def test_only_what_does_not_stand_in_the_text_keeps_its_words(annotated: Path) -> None:
    [found] = next(detach(paper) for paper in read_annotated(annotated))["claims"]
    assert "quote" not in found
    assert found["baseline"] == [["abstract", 44, 61]]
    assert found["setting"] == [None, ["title", 18, 30], "a million sorted keys"]


def test_a_feed_gives_the_words_back(annotated: Path, tmp_path: Path) -> None:
    [row] = attached(kept(annotated, tmp_path), [feed(tmp_path, title=TITLE, abstract=f"  {ABSTRACT}\n")])
    assert row == json.loads(annotated.read_text(encoding="utf-8"))


def test_a_paper_that_no_feed_has_is_an_error(annotated: Path, tmp_path: Path) -> None:
    other = feed(tmp_path, title="Another", abstract="It says nothing.")
    with pytest.raises(EvaluationError, match=f"no feed has the paper {PAPER}"):
        list(attached(kept(annotated, tmp_path), [other]))


@pytest.mark.parametrize(
    ("line", "why"),
    [("{", "not JSON"), ("7", "not an annotated paper"), ('{"id": "a"}', "not an annotated paper")],
)
def test_a_line_that_is_no_annotation_is_named(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "places.jsonl"
    path.write_text(f'{{"id": "{PAPER}", "system": [null], "claims": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(EvaluationError, match=rf"places\.jsonl:2: {why}"):
        list(attached(path, [feed(tmp_path, title=TITLE, abstract=ABSTRACT)]))


def test_claims_without_places_are_named(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    path.write_text(json.dumps({"id": PAPER, "system": [None], "claims": [{"field": "abstract"}]}), encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"places\.jsonl:1: not claims with places"):
        list(attached(path, [feed(tmp_path, title=TITLE, abstract=ABSTRACT)]))


def test_the_command_says_an_error_in_one_line(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "flows.evaluation.standoff",
        "attach",
        str(tmp_path / "none.jsonl"),
        "feed.jsonl",
    ]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path / 'none.jsonl'}: No such file or directory\n"
