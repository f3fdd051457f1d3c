"""Papers whose text has been read are known again; whatever else is given is handed back to be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from schemas.identity import text_digest
from schemas.records import Paper, Reject
from schemas.vocabulary import Stage
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import DAY, batch, dump, feed, found, paper, rows
from warehouse import LoadCounts, RunSummary, Warehouse, WarehouseError


def recognise(path: Path, listed: list[Paper], version: str = "1") -> tuple[list[Paper], LoadCounts, RunSummary]:
    with Warehouse.open(path) as store:
        run_id = store.start_run("again.jsonl", version)
        unread, counts = store.recognise(run_id, listed)
        return unread, counts, store.finish_run(run_id, "completed")


def test_the_digest_is_the_one_that_the_warehouse_holds(path: Path, run: Runner) -> None:
    run([found(1), found(2, words="数字 👩‍👩‍👧")])
    run([found(1, speed=3)])
    for title, abstract, digest in rows(path, "SELECT title, abstract, text_digest FROM papers"):
        assert digest == text_digest(title, abstract)
    assert rows(path, "SELECT text_digest FROM papers_history") == [(text_digest(paper(1).title, paper(1).abstract),)]


def test_the_ends_of_title_and_abstract_can_not_run_into_one_another() -> None:
    assert text_digest("ab", "c") != text_digest("a", "bc")


def test_a_feed_of_known_papers_leaves_nothing_to_read(path: Path, run: Runner) -> None:
    first = run(feed(5))
    before = dump(path)
    unread, counts, again = recognise(path, [paper(n) for n in range(1, 6)])
    assert unread == []
    assert counts == LoadCounts(0, 0, 5, claims=5, claims_new=0, claims_replaced=0)
    assert (again.papers_seen, again.papers_unchanged, again.claims) == (5, 5, first.claims)
    assert dump(path) == before
    assert rows(path, "SELECT DISTINCT last_seen FROM papers") == [(again.started_at,)]


def test_new_papers_new_texts_and_newer_extractors_have_to_be_read(path: Path, run: Runner) -> None:
    run(feed(3))
    changed, new = paper(2, speed=9), paper(4)
    unread, counts, _ = recognise(path, [paper(1), changed, paper(3), new])
    assert unread == [changed, new]
    assert counts.papers_unchanged == 2
    assert recognise(path, [paper(1)], version="2")[0] == [paper(1)]


def test_the_same_text_under_another_id_is_another_paper(path: Path, run: Runner) -> None:
    run(feed(1))
    other = replace(paper(1), paper_id="arxiv:2401.00099", arxiv_id="2401.00099")
    assert recognise(path, [other])[0] == [other]


def test_what_a_feed_says_beside_the_text_is_brought_up_to_date(path: Path, run: Runner) -> None:
    run(feed(2))
    unread, counts, again = recognise(path, [paper(1, published=DAY, url="https://example.org/1"), paper(2)])
    assert unread == []
    assert (counts.papers_changed, counts.papers_unchanged, counts.claims) == (1, 1, 2)
    assert rows(path, "SELECT published, url, system, run_id FROM papers WHERE arxiv_id = '2401.00001'") == [
        (DAY, "https://example.org/1", "Sorter1", again.run_id)
    ]
    assert rows(path, "SELECT published, system FROM papers_history") == [(None, "Sorter1")]
    assert rows(path, "SELECT count(*) FROM claims") == [(2,)]


def test_another_feed_only_fills_in(path: Path, run: Runner) -> None:
    run([found(1, url="https://example.org/1")])
    recognise(path, [paper(1, source="trending", url="https://example.org/elsewhere", published=DAY)])
    assert rows(path, "SELECT url, published, source FROM papers") == [("https://example.org/1", DAY, "jsonl")]


def test_a_paper_counts_once_however_often_a_run_meets_it(path: Path) -> None:
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "1")
        assert store.recognise(run_id, [paper(1)])[0] == [paper(1)]
        store.load(run_id, batch([found(1)]))
        assert store.recognise(run_id, [paper(1), paper(1)])[0] == []
        summary = store.finish_run(run_id, "completed")
    assert (summary.papers_seen, summary.papers_new, summary.claims) == (1, 1, 1)


def test_two_records_of_a_known_paper_that_disagree_are_both_taken_in(path: Path, run: Runner) -> None:
    run(feed(1))
    dated, placed = paper(1, published=DAY), paper(1, url="https://example.org/1")
    unread, _, _ = recognise(path, [dated, placed])
    assert unread == [dated]
    assert rows(path, "SELECT url FROM papers") == [("https://example.org/1",)]


def test_a_paper_on_which_a_step_gave_up_is_read_again(path: Path) -> None:
    gave_up = Reject(Stage.EXTRACT, paper(1).paper_id, "links: a pattern took longer than 1 s")
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "1")
        store.load(run_id, batch(feed(2)), [gave_up])
        assert store.recognise(run_id, [paper(1), paper(2)])[0] == [paper(1)]
        store.load(run_id, batch([found(1)]))
        assert store.recognise(run_id, [paper(1), paper(2)])[0] == []


def test_nothing_is_recognised_for_a_run_that_is_over(path: Path, run: Runner) -> None:
    summary = run(feed(1))
    with Warehouse.open(path) as store, pytest.raises(WarehouseError, match="is over"):
        store.recognise(summary.run_id, [paper(1)])
