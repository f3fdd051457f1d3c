"""Killed at any moment, or without room, and beside readers: short forms of what tests/stress does at length."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from schemas.records import Reject
from schemas.vocabulary import Stage
from tests.stress.kills import Trials, full_disks, kills
from tests.stress.readers import watched
from tests.stress.work import Mishap, Work, Writer
from tests.warehouse.samples import feed

PAPERS, BATCH = 30, 10


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Trials:
    rejects = [Reject(Stage.SPLIT, "feed.jsonl:4", "no abstract", "A Title Alone")]
    return Trials.of(feed(PAPERS), BATCH, tmp_path_factory.mktemp("trials"), rejects)


def test_the_trials_have_something_to_lose(trials: Trials) -> None:
    after = trials.after["earlier"]
    assert [len(after[name]) for name in ("papers", "claims", "papers_history", "rejects")] == [PAPERS, PAPERS, 5, 1]
    assert len(trials.before["earlier"]["papers"]) == PAPERS // 2


@pytest.mark.parametrize("phase", ["opening", "loading", "closing"])
def test_killed_at_a_random_moment(trials: Trials, phase: str) -> None:
    before = trials.struck.total()
    kills(trials, 2, random.Random(phase), [phase])
    assert trials.struck.total() >= before + 2


def test_killed_before_or_after_a_call_of_the_system_or_of_duckdb(trials: Trials) -> None:
    # From the making of the lock to its removal; steps ever further apart, as most files are made in the opening.
    step, code = 3, -1
    while code:
        path = trials.begin("earlier")
        code = Writer(trials.work, path, Mishap(step=step)).end()
        trials.check(path, "earlier")
        trials.complete(path, "earlier")
        step *= 3
    assert step > 100


def test_no_room_is_one_line_and_no_loss(trials: Trials) -> None:
    full_disks(trials, 3, random.Random(1))
    assert sum(times for what, times in trials.struck.items() if what.startswith("no room")) == 3


def test_readers_beside_a_writer(tmp_path: Path) -> None:
    batches = [tables for tables, _ in Work.of(feed(PAPERS), BATCH).batches]
    runs = [batches[:1], batches[1:]]
    _, seen = watched(tmp_path / "claims.duckdb", runs, readers=2)
    for reader in seen:
        assert reader.queries >= 2
        assert reader.papers[-1] == PAPERS
        assert set(reader.papers) <= {0, BATCH, PAPERS}
