"""What goes in, what stays, what becomes history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from schemas.records import Extraction, Reject
from schemas.tables import SCHEMAS
from schemas.vocabulary import Stage
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import DAY, batch, columns, comparison, dump, feed, found, paper, rows
from warehouse import RunSummary, Warehouse, WarehouseError


def papers_of(summary: RunSummary) -> tuple[int, int, int, int]:
    return summary.papers_seen, summary.papers_new, summary.papers_changed, summary.papers_unchanged


def test_a_new_paper_goes_in_whole(path: Path, run: Runner) -> None:
    summary = run([found(7, published=DAY, categories=("cs.DC",), url="https://example.org/7")])
    assert papers_of(summary) == (1, 1, 0, 0)
    assert (summary.claims, summary.claims_new, summary.claims_replaced) == (1, 1, 0)
    [row] = rows(path, "SELECT paper_id, system, published, categories, run_id, first_seen = last_seen FROM papers")
    assert row == ("arxiv:2401.00007", "Sorter7", DAY, ["cs.DC"], summary.run_id, True)
    assert rows(path, "SELECT first_seen FROM papers") == rows(path, "SELECT started_at FROM runs")
    for relation in ("claims", "hardware_mentions", "links"):
        assert rows(path, f"SELECT paper_id, run_id FROM {relation}") == [("arxiv:2401.00007", summary.run_id)]


def test_every_column_of_the_frames_is_stored(path: Path, run: Runner) -> None:
    results = feed(3)
    run(results)
    tables = batch(results)
    for name, schema in SCHEMAS.items():
        assert set(schema) < set(columns(path, name))
        stored = rows(path, f"SELECT {', '.join(schema)} FROM {name} ORDER BY paper_id")
        assert stored == getattr(tables, name).sort("paper_id").rows()


def test_spans_count_code_points_in_sql_too(path: Path, run: Runner) -> None:
    accent = "e\N{COMBINING ACUTE ACCENT}"
    run([found(1, words=f"👩‍👩‍👧 {accent}, "), found(2, words="数字 ")])
    for relation in ("claims", "hardware_mentions", "links"):
        texts = rows(
            path,
            f"SELECT substr(abstract, start_char + 1, end_char - start_char) = quote FROM {relation} JOIN papers "
            "USING (paper_id)",
        )
        assert texts == [(True,)] * 2


def test_loading_a_feed_again_changes_nothing_but_when_it_was_seen(path: Path, run: Runner) -> None:
    refused = [Reject(Stage.SPLIT, "feed.jsonl:4", "no abstract", "A Title Alone")]
    first = run(feed(5), rejects=refused)
    before = dump(path)
    again = run(feed(3), feed(5), rejects=refused)
    assert dump(path) == before
    assert papers_of(again) == (5, 0, 0, 5)
    assert (again.claims, again.claims_new, again.claims_replaced, again.rejected) == (5, 0, 0, 1)
    assert set(rows(path, "SELECT first_seen, last_seen FROM papers")) == {(first.started_at, again.started_at)}


def test_a_changed_abstract_becomes_history_with_its_rows(path: Path, run: Runner) -> None:
    first = run(feed(2))
    old = dump(path)
    second = run([found(1, speed=3.5), found(2)])
    assert papers_of(second) == (2, 0, 1, 1)
    assert (second.claims, second.claims_new, second.claims_replaced) == (2, 1, 1)
    for relation in ("papers", "claims"):
        now = dict(rows(path, f"SELECT paper_id, run_id FROM {relation}"))
        assert now == {"arxiv:2401.00001": second.run_id, "arxiv:2401.00002": first.run_id}
    history = rows(path, "SELECT * EXCLUDE (superseded_at, superseded_by) FROM claims_history")
    assert history == [row for row in old["claims"] if row[1] == "arxiv:2401.00001"]
    assert rows(path, "SELECT abstract, run_id, superseded_by, superseded_at FROM papers_history") == [
        (paper(1).abstract, first.run_id, second.run_id, second.started_at)
    ]
    # The sentence is as long as before: what did not move stands as it stood, what moved is history.
    assert rows(path, "SELECT quote FROM claims WHERE paper_id = 'arxiv:2401.00001'") == [("3.5x",)]
    assert len(rows(path, "FROM hardware_mentions")) == 2
    assert len(rows(path, "FROM hardware_mentions_history")) == 1
    assert len(rows(path, "FROM links_history")) == 1


def test_a_newer_extractor_that_finds_the_same_leaves_no_noise(path: Path, run: Runner) -> None:
    first = run(feed(2))
    second = run(feed(2), version="2")
    assert papers_of(second) == (2, 0, 0, 2)
    for relation in ("papers", "claims"):
        assert set(rows(path, f"SELECT run_id, extractor_version FROM {relation}")) == {(first.run_id, "2")}
        assert rows(path, f"FROM {relation}_history") == []


def test_a_newer_extractor_that_finds_otherwise_replaces(path: Path, run: Runner) -> None:
    first = run(feed(2))
    made, seen = found(1)
    second = run([(made, replace(seen, claims=(), mentions=())), found(2, rule="better")], version="2")
    assert papers_of(second) == (2, 0, 2, 0)
    assert (second.claims, second.claims_new, second.claims_replaced) == (1, 1, 2)
    assert rows(path, "SELECT rule, run_id, extractor_version FROM claims") == [("better", second.run_id, "2")]
    history = rows(path, "SELECT rule, run_id, extractor_version, superseded_by FROM claims_history")
    assert history == [("times", first.run_id, "1", second.run_id)] * 2
    # The papers themselves are what they were, and so are the rows that were found again.
    assert set(rows(path, "SELECT run_id, extractor_version FROM papers")) == {(first.run_id, "2")}
    assert rows(path, "FROM papers_history") == []
    assert rows(path, "SELECT DISTINCT run_id FROM links") == [(first.run_id,)]
    assert len(rows(path, "FROM hardware_mentions_history")) == 1


def test_several_claims_at_one_place_are_all_kept(path: Path, run: Runner) -> None:
    made, seen = found(1)
    both = replace(seen, claims=(*seen.claims, comparison(made, "2x", 2, setting="small inputs")))
    run([(made, both)])
    assert run([(made, both)]).claims_new == 0
    assert len(rows(path, "FROM claims")) == 2


def test_a_later_feed_fills_in_and_never_empties(path: Path, run: Runner) -> None:
    run([found(1, published=DAY)])
    run([found(1, url="https://example.org/1", doi="10.1234/one")])
    run([found(1, categories=("cs.PF",))])
    known = rows(path, "SELECT url, doi, published, categories FROM papers")
    assert known == [("https://example.org/1", "10.1234/one", DAY, ["cs.PF"])]
    assert len(rows(path, "FROM papers_history")) == 2
    assert rows(path, "FROM claims_history") == []


def test_the_feed_that_brought_a_paper_may_correct_it_others_only_fill_in(path: Path, run: Runner) -> None:
    run([found(1, url="https://example.org/a")])
    run([found(1, url="https://example.org/b")])
    assert rows(path, "SELECT url FROM papers") == [("https://example.org/b",)]
    before = dump(path)
    other = run([found(1, url="https://example.org/c", source="trending")])
    assert dump(path) == before
    assert papers_of(other) == (1, 0, 0, 1)
    run([found(1, doi="10.1234/one", source="trending")])
    assert rows(path, "SELECT url, doi, source FROM papers") == [("https://example.org/b", "10.1234/one", "jsonl")]


@pytest.mark.parametrize(
    ("texts", "newest"),
    [
        pytest.param(["One.", "One."], "One.", id="the same twice"),
        pytest.param(["One.", "Two.", "One.", "Three.", "Two."], "Three.", id="texts that come back"),
    ],
)
@pytest.mark.parametrize("known", [False, True])
def test_a_paper_listed_several_times_in_a_feed(
    path: Path, run: Runner, texts: list[str], newest: str, known: bool
) -> None:
    batches = [[found(1, words=words), found(2)] for words in texts]
    if known:
        run(batches[0])
    first = run(*batches)
    assert (first.papers_seen, first.papers_new) == (2, 0 if known else 2)
    assert first.papers_changed == (1 if known and newest != texts[0] else 0)
    assert first.papers_seen == first.papers_new + first.papers_changed + first.papers_unchanged
    assert first.claims == 2
    assert rows(path, "SELECT abstract FROM papers ORDER BY paper_id LIMIT 1") == [(paper(1, words=newest).abstract,)]
    before = dump(path)
    again = run(*batches)
    assert papers_of(again) == (2, 0, 0, 2)
    assert again.claims == 2
    assert dump(path) == before
    assert rows(path, "SELECT DISTINCT last_seen FROM papers") == [(again.started_at,)]


def test_a_text_that_comes_back_in_a_later_run_is_a_change(path: Path, run: Runner) -> None:
    run([found(1)])
    run([found(1, words="A truncated")])
    third = run([found(1)])
    assert papers_of(third) == (1, 0, 1, 0)
    assert rows(path, "SELECT abstract FROM papers") == [(paper(1).abstract,)]
    assert len(rows(path, "FROM papers_history")) == 2


def test_two_feeds_that_disagree_about_a_paper_in_one_run_do_not_take_turns(path: Path, run: Runner) -> None:
    one, other = (
        found(1, url="https://example.org/a"),
        found(1, url="https://example.org/b", words="LaTeX.", source="rss"),
    )
    run([one], [other])
    before = dump(path)
    run([one], [other])
    assert dump(path) == before


def test_a_paper_known_by_title_and_later_by_arxiv_id_is_two_papers_and_none_is_lost(path: Path, run: Runner) -> None:
    by_title = found(1, arxiv_id=None)
    assert by_title[0].paper_id.startswith("title:")
    run([by_title])
    run([found(1)])
    before = dump(path)
    assert [row[0] for row in before["papers"]] == ["arxiv:2401.00001", by_title[0].paper_id]
    run([by_title])
    assert dump(path) == before


def test_a_paper_without_any_claim_is_kept(path: Path, run: Runner) -> None:
    made = paper(3)
    assert papers_of(run([(made, Extraction())])) == (1, 1, 0, 0)
    assert papers_of(run([(made, Extraction())])) == (1, 0, 0, 1)
    assert papers_of(run([found(3)])) == (1, 0, 1, 0)


def test_an_empty_batch_loads(run: Runner) -> None:
    assert papers_of(run([])) == (0, 0, 0, 0)


WRONG: list[dict[str, Any]] = [
    {"quote": "9x"},
    {"start_char": 0},
    {"start_char": -3},
    {"end_char": 100_000},
    {"field": "title"},
    {"field": "body"},
    {"paper_id": "arxiv:2401.99999"},
]


@pytest.mark.parametrize("relation", ["claims", "hardware_mentions", "links"])
def test_what_is_not_grounded_is_refused_with_its_batch(path: Path, run: Runner, relation: str) -> None:
    run([found(1)])
    before = dump(path)
    tables = batch([found(1, speed=5), found(2)])
    frame: pl.DataFrame = getattr(tables, relation)
    first, *others = frame.rows(named=True)
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "1")
        for wrong in WRONG:
            planted = replace(tables, **{relation: pl.DataFrame([first | wrong, *others], schema=frame.schema)})
            with pytest.raises(WarehouseError, match=f"^{relation}: ") as caught:
                store.load(run_id, planted)
            assert "\n" not in str(caught.value)
        assert store.finish_run(run_id, "failed").papers_seen == 0
    assert dump(path) == before


def test_two_rows_for_one_thing_are_refused(path: Path) -> None:
    tables = batch([found(1)])
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "1")
        for name, frame in tables.items():
            with pytest.raises(WarehouseError, match=f"^{name}: more than one row for "):
                store.load(run_id, replace(tables, **{name: pl.concat([frame, frame])}))


def test_claims_of_another_extractor_than_the_runs_are_refused(path: Path) -> None:
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "2")
        with pytest.raises(WarehouseError, match="comes from extractor 1, but the run's is 2"):
            store.load(run_id, batch([found(1)], "1"))


def test_after_a_refused_batch_the_run_goes_on(path: Path) -> None:
    wrong = batch([found(1)])
    wrong = replace(wrong, claims=wrong.claims.with_columns(quote=pl.lit("nothing")))
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "1")
        with pytest.raises(WarehouseError):
            store.load(run_id, wrong)
        assert store.load(run_id, batch([found(1)])).papers_new == 1
        assert store.finish_run(run_id, "completed").papers_seen == 1
