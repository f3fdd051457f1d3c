"""The daily papers of Hugging Face: every layout of a day and of many, and objects that are damaged."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from tests.flows.feeds import read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "daily.json"


def inner(number: int) -> dict[str, Any]:
    return {"id": f"2401.{number:05}", "title": f"Sorter {number}", "summary": f"It is {number}x faster.",
            "publishedAt": "2024-01-02T10:00:00.000Z", "ai_keywords": ["sorting", "[", "{"]}  # fmt: skip


def entry(number: int) -> dict[str, Any]:
    return {
        "paper": inner(number),
        "publishedAt": "2024-01-05T00:00:00.000Z",
        "title": f"Sorter {number}",
        "numComments": 0,
    }


LAYOUTS: dict[str, str] = {
    "one day": json.dumps([entry(1), entry(2)]),
    "one day, without what is around": json.dumps([{"paper": inner(1)}, {"paper": inner(2)}], indent=4),
    "one day, bare": json.dumps([inner(1), inner(2)], indent=1),
    "days in a list": json.dumps([[entry(1)], [], [entry(2)]]),
    "days by date": json.dumps({"2024-01-01": [entry(1)], "2024-01-02": [entry(2)]}),
    "days one after the other": json.dumps([entry(1)]) + "\n" + json.dumps([entry(2)]) + "\n",
    "under a word": json.dumps({"dailyPapers": [entry(1), entry(2)]}),
    "a line an entry": json.dumps(entry(1)) + "\n" + json.dumps(entry(2)),
    "one entry": json.dumps(entry(1)),
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout(path: Path, text: str) -> None:
    path.write_text(text)
    found = read(path)
    assert found.titles == ["Sorter 1", "Sorter 2"][: text.count('"summary"')]
    assert (found.rejects, found.failure) == ([], None)
    assert {(paper.published, paper.source) for paper in found.papers} == {(dt.date(2024, 1, 2), "hf-daily")}


def test_what_the_paper_lacks_is_taken_from_the_entry(path: Path) -> None:
    bare = {"id": "2401.00001", "summary": ""}
    path.write_text(json.dumps([{"paper": bare, "title": "T", "summary": "S", "publishedAt": "2024-01-05"}]))
    [paper] = read(path).papers
    assert (paper.title, paper.abstract, paper.published) == ("T", "S", dt.date(2024, 1, 5))


REFUSED: dict[str, tuple[str, str]] = {
    "no JSON": ('{"paper": {"id": "x", "title": }}', "not JSON: expecting value"),
    "without a title": (json.dumps({"paper": {"id": "1", "summary": "S"}}), "no title"),
    "not an object": ('"paper"', "not an object but a string"),
    "half a surrogate": (
        '{"paper": {"id": "x", "title": "\\ud800", "summary": "S"}}',
        "title is not Unicode text: half",
    ),
    "brackets without end": ('{"paper": ' + "[" * 100_000, "not JSON: "),
    "a number without end": ('{"paper": ' + "9" * 5000 + "}", "not JSON: "),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_bad_object_is_refused_with_its_line_and_the_others_stay(path: Path, text: str, reason: str) -> None:
    path.write_text(f"[\n{json.dumps(entry(1))},\n{text},\n{json.dumps(entry(2))}\n]\n")
    found = read(path)
    assert (found.titles, found.failure) == (["Sorter 1", "Sorter 2"], None)
    [(place, said)] = found.reasons
    assert (place, said[: len(reason)]) == (f"{path}:3", reason)


@pytest.mark.parametrize("text", ['[{"paper": {', "[", json.dumps([entry(1)])[:-1], json.dumps([entry(1)])[:-2]])
def test_a_file_that_is_cut_off_is_an_error(path: Path, text: str) -> None:
    path.write_text(text)
    found = read(path, "hf-daily")
    assert found.rejects == []
    assert str(found.failure).startswith(f"{path}: breaks off ")
