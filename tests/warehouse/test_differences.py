"""What changed between two runs: any two, in either direction, is what turns the one state into the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.warehouse.conftest import Runner
from tests.warehouse.samples import DAY, batch, comparison, feed, found, rows
from tests.warehouse.stories import RELATIONS, story, tell
from warehouse import Change, Only, Warehouse, WarehouseError, changes
from warehouse.matching import Row, said


def between(path: Path, old: str | None = None, new: str | None = None, only: Only | None = None) -> list[Change]:
    with changes(path, old, new, only) as found_changes:
        return list(found_changes.rows)


def told(found_changes: list[Change]) -> list[tuple[str, str, str]]:
    """The relation, what happened, and the quote or the title."""
    return [(one.relation, one.how, str(one.row.get("quote", one.row.get("title")))) for one in found_changes]


def applied(then: dict[str, list[Row]], found_changes: list[Change]) -> dict[str, list[Row]]:
    """The rows after the changes; fails on one that takes away what is not there."""
    now = {name: list(kept) for name, kept in then.items()}
    for change in found_changes:
        if change.old is not None:
            now[change.relation].remove(change.old)
        if change.new is not None:
            now[change.relation].append(change.new)
    return now


def as_of(path: Path, run: str) -> dict[str, list[Row]]:
    """What the rows said then."""
    names = {name: [*(["claim_id"] if name == "claims" else []), *said(name)] for name in RELATIONS}
    return {
        name: [
            dict(zip(columns, row, strict=True))
            for row in rows(path, f"SELECT {', '.join(columns)} FROM {name}_at('{run}')")
        ]
        for name, columns in names.items()
    }


def in_order(then: dict[str, list[Row]]) -> dict[str, list[str]]:
    return {name: sorted(map(repr, kept)) for name, kept in then.items()}


@pytest.mark.parametrize("seed", [100, 102])
def test_the_changes_turn_the_state_of_any_run_into_that_of_any_other(path: Path, seed: int) -> None:
    runs = [tell(path, chapter) for chapter in story(seed, 4)]
    then = {run: as_of(path, run) for run in runs}
    happened: Counter[str] = Counter()
    for old, new in product(runs, runs):
        forth = between(path, old, new)
        assert in_order(applied(then[old], forth)) == in_order(then[new])
        assert all(one.differences or one.old is None or one.new is None for one in forth)
        happened.update(one.how for one in forth)
    assert set(happened) == {"came", "went", "changed", "moved"}


def test_a_text_that_changed_and_came_back_and_was_read_anew(path: Path, run: Runner) -> None:
    made, seen = found(1)
    more = replace(seen, claims=(*seen.claims, comparison(made, "2x", 2, setting="small inputs")))
    a = run([(made, more), found(2)]).run_id
    b = run([found(1, speed=3.5), found(2)]).run_id
    c = run([(made, more), found(2)]).run_id
    d = run([(made, seen), found(2)], version="2", from_feed=False).run_id
    # The claims that left came back as what they were.
    ids = "SELECT claim_id FROM claims_at('{}') WHERE paper_id = 'arxiv:2401.00001' ORDER BY 1"
    assert rows(path, ids.format(a)) == rows(path, ids.format(c))
    assert between(path, a, c) == []
    title = "Sorter1: Sorting at Speed"
    assert told(between(path, a, b)) == [
        ("papers", "changed", title),
        ("claims", "went", "2x"),
        ("claims", "changed", "3.5x"),
        ("hardware_mentions", "moved", "NVIDIA V100"),
        ("links", "moved", "https://github.com/acme/s1"),
    ]
    backwards = [(one.relation, one.new, one.old) for one in between(path, b, a)]
    assert sorted(map(repr, backwards)) == sorted(
        repr((one.relation, one.old, one.new)) for one in between(path, a, b)
    )
    assert between(path, b, c) == between(path, b, a)
    assert told(between(path, c, d)) == told(between(path, a, d)) == [("claims", "went", "2x")]
    assert told(between(path, d, c)) == [("claims", "came", "2x")]
    [gone] = between(path, c, d)
    assert (gone.row["setting"], gone.title, gone.differences) == ("small inputs", title, {})
    # By default, from the last but one to the last; from one that is named to the last.
    assert between(path) == between(path, c, d)
    assert between(path, b) == between(path, b, d)
    assert between(path, "-4", "latest") == between(path, a, d)


def test_fields_that_differ_are_named_with_what_they_said(path: Path, run: Runner) -> None:
    run([found(1)])
    made, seen = found(1, published=DAY)
    [claim] = seen.claims
    run([(made, replace(seen, claims=(replace(claim, baseline="QuickTool", confidence=0.5),)))])
    paper, changed = between(path)
    assert paper.differences == {"published": (None, DAY)}
    assert changed.differences == {"baseline": (None, "QuickTool"), "confidence": (1.0, 0.5)}
    assert (changed.old or {})["claim_id"] != (changed.new or {})["claim_id"]


def test_what_only_stands_elsewhere_has_moved(path: Path, run: Runner) -> None:
    run([found(1)])
    run([found(1, words="Once more:")])
    assert [one.how for one in between(path)] == ["changed", "moved", "moved", "moved"]
    _, claim, device, _ = between(path)
    assert claim.differences.keys() == {"start_char", "end_char", "sentence"}
    assert device.differences == {"start_char": (28, 39), "end_char": (39, 50)}


def test_a_version_that_confirms_is_no_change(path: Path, run: Runner) -> None:
    run(feed(2))
    run(feed(2), version="2")
    assert between(path) == []
    assert rows(path, "SELECT DISTINCT extractor_version FROM claims_at(-2)") == [("1",)]
    assert rows(path, "SELECT DISTINCT extractor_version FROM papers_at(-1)") == [("2",)]


def test_only_a_paper_a_metric_or_a_kind(path: Path, run: Runner) -> None:
    run([])
    run(feed(3))
    assert {one.row["paper_id"] for one in between(path, only=Only(paper="Sorter2"))} == {"arxiv:2401.00002"}
    assert [one.relation for one in between(path, only=Only(metric="speed"))] == ["claims"] * 3
    assert [one.relation for one in between(path, only=Only(kind="comparison", paper="2401.00003"))] == ["claims"]
    assert between(path, only=Only(metric="memory")) == []
    assert between(path, only=Only(kind="scale")) == []


def test_a_claim_whose_metric_changed_is_found_by_either(path: Path, run: Runner) -> None:
    from schemas.vocabulary import Metric

    made, seen = found(1)
    run([(made, seen)])
    run([(made, replace(seen, claims=(comparison(made, "2x", 2, metric=Metric.THROUGHPUT),)))], version="2")
    for metric in ("speed", "throughput"):
        [change] = between(path, only=Only(metric=metric))
        assert change.differences["metric"] == ("speed", "throughput")


def test_what_is_not_there_is_one_line(path: Path, run: Runner) -> None:
    with pytest.raises(WarehouseError, match=r": no run has finished, and it takes two to compare$"):
        between(path)
    first = run(feed(1)).run_id
    with pytest.raises(WarehouseError, match=r": 1 run has finished, and it takes two to compare$"):
        between(path)
    assert between(path, first) == []
    run(feed(2))
    for name in ("nothing", "-3", "0", "1", "", "latest ", "%", f"{first}0", "9" * 30):
        with pytest.raises(WarehouseError, match=r": there is no run '.*'; paperclaims runs lists them$"):
            between(path, first, name)
    with pytest.raises(WarehouseError, match=r": '20' is the beginning of 2 runs; paperclaims runs lists them$"):
        between(path, "20")
    with pytest.raises(WarehouseError, match="'Quicksilver': no such paper"):
        between(path, only=Only(paper="Quicksilver"))
    with pytest.raises(WarehouseError, match="there is no metric 'swiftness'; there are: speed, "):
        Only(metric="swiftness")
    with pytest.raises(WarehouseError, match="there is no kind 'claim'; there are: comparison, "):
        Only(kind="claim")


def test_a_run_that_died_is_named_by_its_id_alone(path: Path, run: Runner) -> None:
    first = run(feed(1)).run_id
    with Warehouse.open(path) as store:
        died = store.start_run("feed.jsonl", "1")
        store.load(died, batch(feed(2)))
    last = run(feed(3)).run_id
    with changes(path) as found_changes:
        assert (found_changes.old.run_id, found_changes.new.run_id) == (first, last)
    assert {one.row["paper_id"] for one in between(path, first, died)} == {"arxiv:2401.00002"}
    assert {one.row["paper_id"] for one in between(path, died, last)} == {"arxiv:2401.00003"}


def test_the_file_is_free_afterwards_whatever_happened(path: Path, run: Runner) -> None:
    run(feed(1))
    run(feed(2))
    with changes(path) as found_changes:
        next(found_changes.rows)
    Warehouse.open(path).close()
    with pytest.raises(WarehouseError):
        between(path, "nothing")
    Warehouse.open(path).close()
