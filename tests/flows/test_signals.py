"""Stopped in the middle: one closing line, whole batches in the warehouse, nothing left behind, and a next run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.flows.papers import write
from tests.flows.processes import MARK, alive
from tests.flows.runner import COMMAND, Done, environment, paperclaims
from tests.warehouse.samples import rows

BATCH, PAPERS = 1000, 1100  # a whole batch and a part


def stopped(
    number: signal.Signals, feed: Path | str, path: Path, is_time: Callable[[str], bool], env: Mapping[str, str]
) -> Done:
    """How a run ended that was sent a signal after the line for which it is time."""
    command = [*COMMAND, "run", str(feed), "-w", str(path)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=environment(env), **pipes) as process:  # type: ignore[call-overload]
        said = []
        for line in process.stderr:
            said.append(line)
            if is_time(line):
                process.send_signal(number)
                break
        out, err = process.communicate(timeout=60)
        return Done(process.returncode, out, "".join(said) + err)


@dataclass(frozen=True)
class Story:
    """A run interrupted, the next one terminated, the last one left alone, all on one warehouse."""

    path: Path
    interrupted: Done
    left_behind: list[int]
    terminated: Done
    undisturbed: Done


@pytest.fixture(scope="module")
def story(prefect: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("stopped")
    feed, path = write(folder / "feed.jsonl", PAPERS), folder / "claims.duckdb"
    mark = uuid.uuid4().hex

    def is_loaded(line: str) -> bool:
        return f": {BATCH:,} papers" in line

    interrupted = stopped(signal.SIGINT, feed, path, is_loaded, {MARK: mark})
    left_behind = alive(mark)
    terminated = stopped(signal.SIGTERM, feed, path, is_loaded, prefect)
    return Story(path, interrupted, left_behind, terminated, paperclaims("run", feed, "-w", path, env=prefect))


def closing_line(done: Done) -> str:
    assert done.out == ""
    assert "Traceback" not in done.err
    *steps, last = done.err.splitlines()
    assert [step for step in steps if step.startswith("paperclaims: ")] == []
    return last


def test_ctrl_c_ends_with_one_line(story: Story) -> None:
    assert story.interrupted.code == 130
    assert closing_line(story.interrupted) == "paperclaims: interrupted"


def test_sigterm_ends_with_one_line(story: Story) -> None:
    assert story.terminated.code == 143
    assert closing_line(story.terminated) == "paperclaims: terminated"


def test_the_server_ends_with_the_run(story: Story) -> None:
    assert story.left_behind == []


def test_the_next_run_completes(story: Story) -> None:
    assert story.undisturbed.code == 0
    assert f"papers     {PAPERS:,} (100 new, 0 changed, {BATCH:,} unchanged)" in story.undisturbed.out
    assert rows(story.path, "SELECT count(*), count(DISTINCT paper_id) FROM claims") == [(3 * PAPERS, PAPERS)]


def test_the_ledger_says_how_each_ended(story: Story) -> None:
    found = rows(story.path, "SELECT status, papers_seen, papers_new, finished_at IS NULL FROM runs ORDER BY run_id")
    assert found == [
        ("interrupted", BATCH, BATCH, False),
        ("interrupted", BATCH, 0, False),
        ("completed", PAPERS, 100, False),
    ]


def test_nothing_lies_beside_the_file(story: Story) -> None:
    assert sorted(path.name for path in story.path.parent.iterdir()) == ["claims.duckdb", "feed.jsonl"]


def test_ctrl_c_while_prefect_makes_its_database(tmp_path: Path) -> None:
    feed, cache = write(tmp_path / "feed.jsonl", 1), tmp_path / "cache"

    def is_being_made(line: str) -> bool:
        assert line == "starting Prefect, and making its database, this once\n"
        until = time.monotonic() + 60
        while not list(cache.rglob("*.new*")) and time.monotonic() < until:
            time.sleep(0.05)
        return True

    done = stopped(signal.SIGINT, feed, tmp_path / "claims.duckdb", is_being_made, {"XDG_CACHE_HOME": str(cache)})
    assert (done.code, closing_line(done)) == (130, "paperclaims: interrupted")
    assert list(cache.rglob("*.new*")) == []
    assert not (tmp_path / "claims.duckdb").exists()


_INTERRUPTED_IN_PREFECT = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "prefect.client.schemas.objects":
            sys.meta_path.remove(self)
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt as error:
                raise RuntimeError("no such class") from error

sys.meta_path.insert(0, Interrupt())
from flows.start import main
sys.exit(main())
"""


def test_what_prefects_import_makes_of_ctrl_c_is_not_told(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _INTERRUPTED_IN_PREFECT, "run", str(write(tmp_path / "feed.jsonl", 1))]
    ended = subprocess.run(
        [*command, "-w", str(tmp_path / "claims.duckdb")],
        capture_output=True, text=True, env=environment({"XDG_CACHE_HOME": str(tmp_path)}), check=False,
    )  # fmt: skip
    done = Done(ended.returncode, ended.stdout, ended.stderr)
    assert (done.code, closing_line(done)) == (130, "paperclaims: interrupted")


def test_a_process_marked_would_be_found() -> None:
    with subprocess.Popen(["sleep", "60"], env=os.environ | {MARK: "here"}) as process:
        time.sleep(0.2)
        assert alive("here") == [process.pid]
        process.kill()
