"""What a run has brought: since the last one that was completed, and who moved in the leaderboards by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from schemas.records import Reject
from schemas.vocabulary import Stage
from tests.warehouse.samples import Found, batch, feed, found
from warehouse import Move, News, Warehouse

NO_TITLE = Reject(Stage.SPLIT, "feed:3", "no title", "x")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.duckdb"


def run(
    path: Path,
    results: Sequence[Found],
    rejects: Sequence[Reject] = (),
    *,
    rows: int = 10,
    top: int = 2,
    status: str = "completed",
) -> News:
    """A run that loads these papers and tells its news."""
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed", "1")
        store.load(run_id, batch(results), rejects)
        news = store.news(run_id, rows, top)
        store.finish_run(run_id, status)
    return news


def moves(news: News) -> list[tuple[str, int | None, int | None]]:
    return [_told(move) for move in news.moves]


def _told(move: Move) -> tuple[str, int | None, int | None]:
    return move.row["system"], move.old, move.new


def test_a_first_run_brings_all_and_a_second_nothing(path: Path) -> None:
    first = run(path, [found(1, speed=3.0), found(2, speed=2.0)], [NO_TITLE])
    assert [(row["quote"], row["title"]) for row in first.claims] == [
        ("3x", "Sorter1: Sorting at Speed"),
        ("2x", "Sorter2: Sorting at Speed"),
    ]
    assert first.claims[0]["url"] == "https://arxiv.org/abs/2401.00001"
    assert [(row["locator"], row["reason"]) for row in first.rejects] == [("feed:3", "no title")]
    assert (first.claims_in_all, first.rejects_in_all) == (2, 1)
    assert moves(first) == [("Sorter1", None, 1), ("Sorter2", None, 2)]
    assert run(path, [found(1, speed=3.0)], [NO_TITLE]) == News([], 0, [], 0, [])


def test_no_more_rows_than_asked_for_but_how_many_there_are(path: Path) -> None:
    rejects = [Reject(Stage.SPLIT, f"feed:{line}", "no title", "x") for line in range(5)]
    news = run(path, feed(4), rejects, rows=3)
    assert (len(news.claims), news.claims_in_all) == (3, 4)
    assert (len(news.rejects), news.rejects_in_all) == (3, 5)


def test_who_comes_in_pushes_another_out(path: Path) -> None:
    run(path, [found(1, speed=9.0), found(2, speed=8.0), found(3, speed=7.0)])
    news = run(path, [found(4, speed=8.5)])
    assert moves(news) == [("Sorter4", None, 2), ("Sorter2", 2, 3)]


def test_who_rises_and_who_goes(path: Path) -> None:
    run(path, [found(1, speed=9.0), found(2, speed=8.0), found(3, speed=7.0)])
    assert moves(run(path, [found(3, speed=10.0)])) == [("Sorter3", 3, 1), ("Sorter2", 2, 3)]
    made, extraction = found(3, speed=10.0, words="They withdraw it:")
    without = made, type(extraction)((), extraction.mentions, extraction.links)
    assert moves(run(path, [without])) == [("Sorter1", 2, 1), ("Sorter2", 3, 2), ("Sorter3", 1, None)]


def test_who_stays_in_place_is_no_news(path: Path) -> None:
    run(path, [found(1, speed=9.0), found(2, speed=8.0)])
    assert moves(run(path, [found(3, speed=1.5)])) == []


@pytest.mark.parametrize("status", ["failed", "interrupted"])
def test_what_a_run_brought_that_came_to_no_end_is_told_by_the_next(path: Path, status: str) -> None:
    run(path, [found(1, speed=9.0)])
    run(path, [found(2, speed=10.0)], status=status)
    news = run(path, [found(3, speed=5.0)])
    assert [row["quote"] for row in news.claims] == ["10x", "5x"]
    assert moves(news) == [("Sorter2", None, 1)]


def test_what_got_worse_is_no_move(path: Path) -> None:
    news = run(path, [found(1, speed=0.5), found(2, speed=1.5)])
    assert [row["quote"] for row in news.claims] == ["1.5x", "0.5x"]
    assert moves(news) == [("Sorter2", None, 1)]
