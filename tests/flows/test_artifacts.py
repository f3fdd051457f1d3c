"""What Prefect shows of a run, and how it counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.artifacts import ROWS, paper_cell
from tests.flows.papers import write
from tests.flows.runner import paperclaims
from tests.warehouse.samples import rows

Shown = dict[str, Any]


@pytest.fixture(scope="module")
def stories(prefect: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[Shown]]]:
    """A warehouse, and the artifacts of three runs into it: of 3 papers, of the same, of 40 and a bad line."""
    folder = tmp_path_factory.mktemp("shown")
    path, feed = folder / "My claims.duckdb", write(folder / "feed.jsonl", 3)
    shown = []
    for count in (3, 3, 40):
        write(feed, count)
        if count == 40:
            with feed.open("a") as more:
                more.write('{"title": "Nothing [else]"}\n')
        assert paperclaims("run", feed, "-w", path, env=prefect).code == 0
        [(run_id,)] = rows(path, "SELECT max(run_id) FROM runs")
        shown.append(list(artifacts_of(run_id)))
    return path, shown


def artifacts_of(run_id: str) -> Iterator[Shown]:
    """Those of the flow run whose summary names this run, in the order in which they were made."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import ArtifactSort

    with get_client(sync_client=True) as client:
        made = client.read_artifacts(sort=ArtifactSort.CREATED_DESC)
    [summary] = [one for one in made if one.key == "my-claims-summary" and run_id in str(one.data)]
    for one in reversed(made):
        if one.flow_run_id == summary.flow_run_id:
            yield {"key": one.key, "description": one.description, "data": one.data}


def test_a_run_shows_its_summary_the_new_claims_and_the_moves(stories: tuple[Path, list[list[Shown]]]) -> None:
    path, [first, *_] = stories
    feed = path.with_name("feed.jsonl")
    assert [(one["key"], one["description"]) for one in first] == [
        ("my-claims-summary", f"{feed} into {path}"),
        ("my-claims-new-claims", f"9 new claims: {feed} into {path}"),
        ("my-claims-leaderboard", f"3 moves in the first 10 places: {feed} into {path}"),
    ]
    assert "| papers | 3 (3 new, 0 changed, 0 unchanged) |" in first[0]["data"]
    assert json.loads(first[1]["data"])[0] == {
        "metric": "speed",
        "factor": "5.5",
        "quote": "5.5x",
        "baseline": "QuickTool",
        "paper": "[Sorter3: Sorting at Speed](https://arxiv.org/abs/2401.00003)",
        "claimed by": "own",
    }
    assert [(row["metric"], row["place"], row["before"], row["factor"]) for row in json.loads(first[2]["data"])] == [
        ("speed", 1, "", "5.5"),
        ("speed", 2, "", "4.5"),
        ("speed", 3, "", "3.5"),
    ]


def test_a_run_that_changes_nothing_shows_its_summary_only(stories: tuple[Path, list[list[Shown]]]) -> None:
    _, [_, second, _] = stories
    assert [one["key"] for one in second] == ["my-claims-summary"]


def test_tables_are_bounded_and_refusals_have_their_reason(stories: tuple[Path, list[list[Shown]]]) -> None:
    _, [*_, last] = stories
    _, claims, board, refused = last
    assert len(json.loads(claims["data"])) == ROWS
    assert claims["description"].startswith(f"the first {ROWS} of 111 new claims: ")
    assert {row["before"] for row in json.loads(board["data"])} >= {"", 1}
    [row] = json.loads(refused["data"])
    assert row["where"].endswith("feed.jsonl:41")
    assert row["stage"] == "split"
    assert row["why"]


@pytest.mark.parametrize(
    ("title", "url", "cell"),
    [
        ("A [new] sorter", "https://a.example/1", "[A (new) sorter](https://a.example/1)"),
        ("A sorter", None, "A sorter"),
        ("A sorter", "https://a.example/(1)", "A sorter"),
        ("A sorter", "javascript:alert(1)", "A sorter"),
        ("Sorting " * 20, "https://a.example/1", "[" + "Sorting " * 7 + "...](https://a.example/1)"),
    ],
)
def test_a_paper_is_a_link_of_its_title(title: str, url: str | None, cell: str) -> None:
    assert paper_cell({"title": title, "url": url}) == cell
