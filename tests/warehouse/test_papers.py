"""Looking a paper up, and going through those that a newer extractor has yet to read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.warehouse.conftest import Runner
from tests.warehouse.samples import DAY, Found, batch, dump, feed, found, rows
from warehouse import Warehouse, WarehouseError, find_paper


@pytest.mark.parametrize(
    "ref",
    [
        "arxiv:2401.00012",
        "ARXIV:2401.00012",
        "2401.00012",
        "2401.00012v3",
        "https://arxiv.org/abs/2401.00012",
        "10.1234/TWELVE",
        "https://doi.org/10.1234/twelve",
        "Sorter12: Sorting at Speed",
        "sorter12:  sorting AT speed ",
        "Sorter12",
        "orter12: Sort",
    ],
)
def test_one_paper_is_found(path: Path, run: Runner, ref: str) -> None:
    run([*feed(2), found(12, doi="10.1234/twelve")])
    stored = find_paper(path, ref)
    assert stored.paper["paper_id"] == "arxiv:2401.00012"
    assert stored.paper["system"] == "Sorter12"
    assert [claim["quote"] for claim in stored.claims] == ["2x"]
    assert stored.claims[0]["hardware"] == ["NVIDIA V100"]
    assert [mention["name"] for mention in stored.mentions] == ["NVIDIA V100"]
    assert [link["repo"] for link in stored.links] == ["github.com/acme/s12"]
    with Warehouse.open(path) as store:
        assert store.paper(ref) == stored


def test_a_nearer_fit_wins(path: Path, run: Runner) -> None:
    run(feed(12))
    for ref in ("Sorter1: Sorting", "sorter1"):
        assert find_paper(path, ref).paper["paper_id"] == "arxiv:2401.00001"


def test_titles_that_only_contain_it_are_counted(path: Path, run: Runner) -> None:
    def titled(number: int, title: str) -> Found:
        made, seen = found(number)
        return replace(made, title=title), replace(seen, system=title.partition(":")[0])

    run([titled(1, "Ant: Sorting"), titled(2, "Bee: An Ant"), titled(3, "Bat: Wants"), titled(4, "Ox: A Bee")])
    for ref, number, others in (("ant:", 1, 0), ("Ant: s", 1, 0), ("an", 1, 2), ("ANT", 1, 0), ("be", 2, 1)):
        stored = find_paper(path, ref)
        assert (stored.paper["paper_id"][-1], stored.passed_over) == (str(number), others), ref
    assert find_paper(path, "2401.00001").passed_over == 0


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("Quicksilver", "'Quicksilver': no such paper"),
        ("2401.77777", "no such paper"),
        ("  ", "no paper named"),
        ("100%", "no such paper"),
        ("_orter1", "no such paper"),
        ("Sorter3'; DROP TABLE papers; --", "no such paper"),
    ],
)
def test_no_paper_is_found(path: Path, run: Runner, ref: str, words: str) -> None:
    run(feed(3))
    with pytest.raises(WarehouseError, match=words):
        find_paper(path, ref)


def test_several_papers_are_listed(path: Path, run: Runner) -> None:
    run(feed(12))
    with pytest.raises(WarehouseError) as caught:
        find_paper(path, "rter1")
    assert str(caught.value) == (
        "'rter1' fits 4 papers: "
        "arxiv:2401.00001 (Sorter1: Sorting at Speed); arxiv:2401.00010 (Sorter10: Sorting at Speed); "
        "arxiv:2401.00011 (Sorter11: Sorting at Speed); arxiv:2401.00012 (Sorter12: Sorting at Speed)"
    )
    with pytest.raises(WarehouseError, match=r"fits 12 papers: .*; and 2 more$"):
        find_paper(path, "at speed")


def test_a_newer_extractor_goes_through_what_is_stored(path: Path, run: Runner) -> None:
    results = [found(number, published=DAY, categories=("cs.DC",)) for number in range(1, 8)]
    first = run(results)
    with Warehouse.open(path) as store:
        assert list(store.stale_papers("1", 3)) == []
        run_id = store.start_run("stored papers", "2")
        sizes = []
        read = []
        for papers in store.stale_papers("2", 3):
            sizes.append(len(papers))
            read.extend(papers)
            numbers = [int(paper.arxiv_id[-2:]) for paper in papers if paper.arxiv_id]
            again = [found(number, rule="better", published=DAY, categories=("cs.DC",)) for number in numbers]
            store.load(run_id, batch(again, "2"), from_feed=False)
        summary = store.finish_run(run_id, "completed")
        assert list(store.stale_papers("2", 3)) == []
        with pytest.raises(ValueError, match="one paper at least"):
            next(store.stale_papers("3", 0))
    assert sizes == [3, 3, 1]
    assert read == [made for made, _ in results]
    assert (summary.papers_seen, summary.papers_changed, summary.claims_replaced) == (7, 7, 7)
    # Nobody has seen them in a feed again.
    assert set(rows(path, "SELECT last_seen FROM papers")) == {(first.started_at,)}
    assert len(dump(path)["claims_history"]) == 7


def test_an_interrupted_re_extraction_goes_on_where_it_was(path: Path, run: Runner) -> None:
    run(feed(5))
    with Warehouse.open(path) as store:
        run_id = store.start_run("stored papers", "2")
        papers = next(store.stale_papers("2", 2))
        store.load(run_id, batch([found(1), found(2)], "2"), from_feed=False)
    assert [paper.paper_id for paper in papers] == ["arxiv:2401.00001", "arxiv:2401.00002"]
    with Warehouse.open(path) as store:
        left = [paper.paper_id for papers in store.stale_papers("2", 2) for paper in papers]
    assert left == ["arxiv:2401.00003", "arxiv:2401.00004", "arxiv:2401.00005"]
