"""Batches extracted by several processes: the same rows, and what happens when one of the processes is stopped."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import time
import uuid
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from flows import sample
from flows.progress import Progress, listening
from flows.usererror import UserError
from schemas.tables import tabulate
from schemas.validation import validate
from tests.flows.papers import write
from tests.flows.processes import MARK, alive
from tests.flows.runner import COMMAND, environment, paperclaims
from tests.warehouse.samples import Dump, dump, rows

COUNT = 40  # papers of the sample feed
SMALL = 4  # papers a batch, so that there are more batches than this process reads itself, and than are under way


def said(path: Path) -> Dump:
    """Every row, without the run that brought it and when."""
    timeless = {"run_id", "first_seen", "rejected_at"}
    names = {name for name, _ in dump(path).items()} - {"migrations"}
    return {
        name: rows(path, f"SELECT COLUMNS(c -> c NOT IN {tuple(timeless | {'last_seen'})}) FROM {name} ORDER BY ALL")
        for name in names
    }


def test_several_processes_load_what_one_does_in_the_order_of_the_feed(
    prefect: dict[str, str], own: Path, tmp_path: Path
) -> None:
    from flows.pipeline import ingest

    path = tmp_path / "several.duckdb"
    summary = ingest(str(sample.path()), str(path), batch_size=SMALL, jobs=2)
    assert (summary.status, summary.papers_new) == ("completed", COUNT)
    assert said(path) == said(own)
    in_order = "SELECT title FROM papers ORDER BY rowid"
    assert rows(path, in_order) == rows(own, in_order)
    assert multiprocessing.active_children() == []


class Killing(Progress):
    """Kills one of the processes when the first batch is loaded."""

    def __init__(self) -> None:
        self.killed: list[int | None] = []

    def step(self, what: str) -> None:
        if f": {SMALL} papers" in what and not self.killed:
            process = multiprocessing.active_children()[0]
            self.killed.append(process.pid)
            assert process.pid
            os.kill(process.pid, signal.SIGKILL)


def test_a_process_that_is_killed_ends_the_run_in_one_line_and_the_next_does_the_rest(
    prefect: dict[str, str], own: Path, tmp_path: Path
) -> None:
    from flows.pipeline import ingest

    path, killing = tmp_path / "killed.duckdb", Killing()
    with listening(killing), pytest.raises(UserError, match="was killed, perhaps for want of memory"):
        ingest(str(sample.path()), str(path), batch_size=SMALL, jobs=2)
    assert len(killing.killed) == 1
    [(status, seen)] = rows(path, "SELECT status, papers_seen FROM runs")
    assert status == "failed"
    assert SMALL <= seen < COUNT
    assert rows(path, "SELECT count(*) FROM papers") == [(seen,)]
    assert ingest(str(sample.path()), str(path), batch_size=SMALL, jobs=1).papers_new == COUNT - seen
    assert said(path) == said(own)


@pytest.fixture
def under_way(prefect: dict[str, str], tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """A run of the command whose processes are at work, the mark that they bear, and the warehouse."""
    feed, path, mark = write(tmp_path / "feed.jsonl", 6000), tmp_path / "claims.duckdb", uuid.uuid4().hex
    command = [*COMMAND, "run", str(feed), "-w", str(path), "--jobs", "2"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(  # type: ignore[call-overload]
        command, text=True, env=environment({MARK: mark}), start_new_session=True, **pipes
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if ": 1,000 papers" in line:
                break
        assert len(alive(mark)) >= 4  # itself, Prefect's server, and two that extract
        yield process, mark, path
        process.kill()


def gone(mark: str, seconds: float = 10) -> bool:
    """Whether every process that bears the mark ends in that time."""
    until = time.monotonic() + seconds
    while alive(mark) and time.monotonic() < until:
        time.sleep(0.1)
    return not alive(mark)


def test_ctrl_c_ends_all_processes_in_one_line(under_way: tuple[subprocess.Popen[str], str, Path]) -> None:
    process, mark, path = under_way
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to all that it started
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "paperclaims: interrupted"
    assert "Traceback" not in err
    assert gone(mark)
    [(status, seen)] = rows(path, "SELECT status, papers_seen FROM runs")
    assert status == "interrupted"
    assert rows(path, "SELECT count(*) FROM papers") == [(seen,)]


def test_processes_end_with_a_run_that_is_killed(under_way: tuple[subprocess.Popen[str], str, Path]) -> None:
    process, mark, _ = under_way
    process.kill()
    process.wait()
    assert gone(mark)


def test_a_short_feed_is_extracted_without_further_processes(
    prefect: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.extraction import batches

    monkeypatch.setattr(batches, "processes", None)
    feed = write(tmp_path / "feed.jsonl", 3)
    assert paperclaims("run", feed, "-w", tmp_path / "claims.duckdb", "--jobs", "2", env=prefect).code == 0


class Circle:
    """A batch under way that refers to itself, as Prefect's do."""

    def __init__(self, found: object) -> None:
        self.found, self.circle = found, self

    def result(self, timeout: float) -> Any:
        return self.found


def test_what_a_batch_brought_is_gone_when_the_next_is_loaded(
    prefect: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.extraction import batches
    from flows.extraction.crew import Crew
    from flows.tasks import Batch, Extracted

    @contextmanager
    def circles(jobs: int) -> Iterator[Crew]:
        yield Crew(lambda _: Circle(Extracted(validate(tabulate([], "1")).tables, [])), lambda: jobs)

    monkeypatch.setattr(batches, "processes", circles)
    loaded: list[weakref.ref[Extracted]] = []
    gc.disable()  # it comes once in hundreds of batches
    try:
        for _, found in batches.extracted((Batch() for _ in range(12)), jobs=2):
            loaded.append(weakref.ref(found))
            assert sum(one() is not None for one in loaded) <= 2
    finally:
        gc.enable()


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_jobs_are_a_number(tmp_path: Path, number: str) -> None:
    done = paperclaims("run", tmp_path / "feed", "--jobs", number)
    assert done.code == 2
    assert f"{number!r} is not a whole number of 1 or more" in done.err
