"""The flow from a feed to the warehouse: what it leaves behind, and what it does about everything that goes wrong."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extractors import EXTRACTOR_VERSION, extract_paper
from flows import sample
from flows.progress import Progress, listening
from schemas.records import Extraction
from tests.flows.papers import abstract, title, write
from tests.flows.runner import environment, paperclaims, refused
from tests.warehouse.samples import dump, rows
from warehouse import Warehouse, WarehouseBusyError, WarehouseError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.duckdb"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return write(tmp_path / "feed.jsonl", 3)


class Heard(Progress):
    def __init__(self) -> None:
        self.steps: list[str] = []

    def step(self, what: str) -> None:
        self.steps.append(what)


class Releasing(Heard):
    """Lets another process end as soon as it is waited for, however long the flow takes to start."""

    def __init__(self, holder: subprocess.Popen[bytes]) -> None:
        super().__init__()
        self.holder = holder

    def step(self, what: str) -> None:
        super().step(what)
        if what.startswith("waiting: ") and self.holder.stdin:
            self.holder.stdin.close()


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process in whose hands the warehouse is, until its standard input is closed."""
    code = (
        "import sys; from pathlib import Path; from warehouse import Warehouse\n"
        "with Warehouse.open(Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), **pipes) as holder:  # type: ignore[call-overload]
        assert holder.stdout
        holder.stdout.readline()
        yield holder
        holder.kill()


def test_a_first_run_says_what_it_did(prefect: dict[str, str], feed: Path, path: Path) -> None:
    done = paperclaims("run", feed, "-w", path, env=prefect)
    assert done.code == 0
    said = dict(line.split(maxsplit=1) for line in done.out.splitlines())
    assert said["feed"] == str(feed)
    assert said["papers"] == "3 (3 new, 0 changed, 0 unchanged)"
    assert said["claims"] == "9 (9 new, 0 replaced)"
    assert said["refused"] == "0"
    assert said["extractor"] == EXTRACTOR_VERSION
    assert said["warehouse"] == str(path)
    run_id, status = said["run"].split()
    [row] = rows(path, "SELECT run_id, status, feed, extractor_version, papers_seen, papers_new, claims FROM runs")
    assert row == (run_id, status, str(feed), EXTRACTOR_VERSION, 3, 3, 9)
    assert status == "completed"
    assert rows(path, "SELECT finished_at > started_at FROM runs") == [(True,)]
    assert list(path.parent.glob("*claims*")) == [path]


def test_a_second_run_brings_no_row(prefect: dict[str, str], own: Path) -> None:
    before = dump(own)
    done = paperclaims("run", sample.path(), "-w", own, env=prefect)
    assert done.code == 0
    assert "papers     40 (0 new, 0 changed, 40 unchanged)" in done.out
    assert "(0 new, 0 replaced)" in done.out
    assert dump(own) == before
    assert rows(own, "SELECT status, papers_seen, papers_unchanged FROM runs ORDER BY run_id")[1:] == [
        ("completed", 40, 40)
    ]


def test_every_quote_stands_where_its_row_says(loaded: Path) -> None:
    for relation in ("claims", "hardware_mentions", "links"):
        wrong = (
            f"SELECT quote FROM {relation} JOIN papers USING (paper_id) WHERE quote <> "
            "substr(CASE field WHEN 'title' THEN title ELSE abstract END, start_char + 1, end_char - start_char)"
        )
        assert rows(loaded, wrong) == []
        assert rows(loaded, f"SELECT count(*) > 5 FROM {relation}") == [(True,)]


def test_the_summary_is_an_artifact_of_the_run(prefect: dict[str, str], feed: Path, path: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import ArtifactSort

    assert paperclaims("run", feed, "-w", path, env=prefect).code == 0
    with get_client(sync_client=True) as client:
        made = client.read_artifacts(sort=ArtifactSort.CREATED_DESC)  # other tests' flows have made some as well
        [artifact] = [one for one in made if one.key == "claims-summary" and one.description == f"{feed} into {path}"]
        assert artifact.flow_run_id
        flow_run = client.read_flow_run(artifact.flow_run_id)
    [(run_id,)] = rows(path, "SELECT run_id FROM runs")
    assert f"| run | {run_id} completed |" in str(artifact.data)
    assert "| papers | 3 (3 new, 0 changed, 0 unchanged) |" in str(artifact.data)
    assert flow_run.name.startswith("ingest-")
    assert flow_run.state
    assert flow_run.state.is_completed()


def failing(papers: Iterable[tuple[str, str]]) -> Iterator[Extraction | Exception]:
    """The extractor, which breaks on one title and gives up a step on another."""
    for text, more in papers:
        if text == title(2):
            yield ZeroDivisionError("by a paper")
        elif text == title(3):
            yield Extraction(failures=("links: a pattern took longer than 1 s",))
        else:
            yield extract_paper(text, more)


def test_a_paper_on_which_the_extractor_fails_is_refused_and_the_others_are_loaded(
    prefect: dict[str, str], feed: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import tasks

    task = tasks.extract
    monkeypatch.setattr(tasks, "extract", lambda papers: task(papers, extractor=failing))
    done = paperclaims("run", feed, "-w", path, env=prefect)
    assert done.code == 0
    assert "arxiv:2401.00002: refused: ZeroDivisionError: by a paper" in done.err.splitlines()
    assert "refused    2" in done.out.splitlines()
    # A step that gave up is told of; what the other steps found is kept.
    assert rows(path, "SELECT paper_id FROM papers ORDER BY 1") == [("arxiv:2401.00001",), ("arxiv:2401.00003",)]
    assert rows(path, "SELECT count(*) FROM claims WHERE paper_id = 'arxiv:2401.00001'") == [(3,)]
    assert rows(path, "SELECT stage, locator, reason, payload FROM rejects ORDER BY locator") == [
        ("extract", "arxiv:2401.00002", "ZeroDivisionError: by a paper", f"{title(2)}\n{abstract(2)}"),
        ("extract", "arxiv:2401.00003", "links: a pattern took longer than 1 s", f"{title(3)}\n{abstract(3)}"),
    ]
    monkeypatch.undo()
    done = paperclaims("run", feed, "-w", path, env=prefect)
    assert done.out.splitlines()[2] == "papers     3 (1 new, 1 changed, 1 unchanged)"
    assert rows(path, "SELECT count(*) FROM claims") == [(9,)]


def test_a_warehouse_that_is_let_go_of_is_waited_for(prefect: dict[str, str], feed: Path, path: Path) -> None:
    from flows.pipeline import ingest

    with held(path) as holder, listening(heard := Releasing(holder)):
        summary = ingest(str(feed), str(path), wait=60)
    assert (summary.status, summary.papers_new) == ("completed", 3)
    opening, waiting, *_ = heard.steps
    assert opening == f"opening {path}"
    assert waiting.startswith(f"waiting: {path}: in use by another process (PID {holder.pid}, ")


def test_a_second_run_stops_at_once_and_says_who_writes(prefect: dict[str, str], feed: Path, own: Path) -> None:
    before = dump(own)
    with held(own) as holder:
        refused(
            paperclaims("run", feed, "-w", own, env=prefect), f"{own}: in use by another process (PID {holder.pid}, "
        )
        refused(
            paperclaims("reextract", "-w", own, env=prefect), f"{own}: in use by another process (PID {holder.pid}, "
        )
        assert dump(own) == before
        assert paperclaims("leaderboard", "-w", own).code == 0


def test_a_second_run_waits_no_longer_than_it_is_told(prefect: dict[str, str], feed: Path, own: Path) -> None:
    with held(own) as holder:
        for command in (("run", feed), ("reextract",)):
            done = paperclaims(*command, "--wait", "0.2", "-w", own, env=prefect)
            said = f"{own}: in use by another process (PID {holder.pid}, "
            refused(done, said, is_late=True)
            assert [line for line in done.err.splitlines() if line.startswith(f"waiting: {said}")]


def test_what_a_killed_run_had_loaded_is_taken_up_and_said(prefect: dict[str, str], feed: Path, path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from warehouse import Warehouse\n"
        "Warehouse.open(Path(sys.argv[1])).start_run('feed', '1'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], env=environment(), check=False)
    done = paperclaims("run", feed, "-w", path, env=prefect)
    assert done.code == 0
    assert f"{path}: goes on from what the run of " in done.err


def test_a_full_disk_is_said_recorded_and_known_to_the_next_run(
    prefect: dict[str, str], feed: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = WarehouseError(f"{path}: Could not write file: No space left on device")

    def no_room(*_: object, **__: object) -> None:
        raise full

    with monkeypatch.context() as patched:
        patched.setattr(Warehouse, "load", no_room)
        patched.setattr("warehouse.writer._publish", no_room)
        refused(paperclaims("run", feed, "-w", path, env=prefect), str(full), is_late=True)
    done = paperclaims("run", feed, "-w", path, env=prefect)
    assert done.code == 0
    assert re.search(rf"{path}: goes on from what the run of [-\d]+ [\d:]+ UTC had loaded, which failed\n", done.err)
    assert rows(path, "SELECT status, reason FROM runs ORDER BY run_id") == [
        ("failed", str(full)), ("completed", None),
    ]  # fmt: skip


def test_where_not_even_the_failure_can_be_written_the_user_hears_of_the_first_error(
    prefect: dict[str, str], feed: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(why: str) -> Callable[..., None]:
        def refuse(*_: object, **__: object) -> None:
            raise WarehouseError(f"{path}: {why}")

        return refuse

    monkeypatch.setattr(Warehouse, "load", no_room("no room for rows"))
    monkeypatch.setattr(Warehouse, "finish_run", no_room("no room for the ledger"))
    refused(paperclaims("run", feed, "-w", path, env=prefect), f"{path}: no room for rows", is_late=True)


@pytest.mark.parametrize("error", [WarehouseBusyError("held"), OSError("broken")])
def test_only_what_passes_is_tried_again(
    prefect: dict[str, str], feed: Path, path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    calls = []
    really_open = Warehouse.open

    def open_the_second_time(where: Path) -> Warehouse:
        calls.append(where)
        if len(calls) == 1:
            raise error
        return really_open(where)

    monkeypatch.setattr(Warehouse, "open", open_the_second_time)
    if isinstance(error, WarehouseBusyError):
        assert paperclaims("run", feed, "-w", path, "--wait", "60", env=prefect).code == 0
        assert len(calls) == 2
    else:
        with pytest.raises(OSError, match="broken"):
            paperclaims("run", feed, "-w", path, "--wait", "60", env=prefect)
        assert len(calls) == 1


def test_a_feed_that_breaks_off_keeps_what_came_before_and_its_row_says_failed(
    prefect: dict[str, str], tmp_path: Path, path: Path
) -> None:
    from flows.pipeline import BATCH_SIZE

    feed = tmp_path / "feed.jsonl.gz"
    data = gzip.compress(write(tmp_path / "whole.jsonl", 2 * BATCH_SIZE, "x" * 2000).read_bytes(), compresslevel=0)
    feed.write_bytes(data[: len(data) * 3 // 4])
    done = paperclaims("run", feed, "-w", path, env=prefect)
    refused(done, f"{feed}: the compressed data is damaged after line", is_late=True)
    [(status, seen, reason)] = rows(path, "SELECT status, papers_seen, reason FROM runs")
    assert done.err.splitlines()[-1] == f"paperclaims: {reason}"
    # All that was whole, the last batch being less than full.
    assert (status, seen) == ("failed", int(re.findall(r"after line (\d+)", done.err)[0]))
    assert BATCH_SIZE * 1.4 < seen < BATCH_SIZE * 1.6
    assert rows(path, "SELECT count(*), count(DISTINCT paper_id) FROM claims") == [(3 * seen, seen)]


def test_several_feeds_are_loaded_as_a_run_each(prefect: dict[str, str], feed: Path, path: Path) -> None:
    more = write(feed.with_name("more.jsonl"), 5)
    done = paperclaims("run", feed, more, "-w", path, env=prefect)
    assert "papers     5 (2 new, 0 changed, 3 unchanged)" in done.out
    assert [name for (name,) in rows(path, "SELECT feed FROM runs ORDER BY run_id")] == [str(feed), str(more)]


def test_a_feed_that_fails_does_not_keep_the_others_from_being_loaded(
    prefect: dict[str, str], feed: Path, path: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{no json\n")
    done = paperclaims("run", bad, feed, "-w", path, env=prefect)
    assert done.code == 1
    said = f"paperclaims: {bad}: holds no paper; the first line refused is {bad}:1: not JSON: "
    assert len([line for line in done.err.splitlines() if line.startswith(said)]) == 1
    assert "papers     3 (3 new, 0 changed, 0 unchanged)" in done.out
    assert rows(path, "SELECT feed, status FROM runs ORDER BY run_id") == [
        (str(bad), "failed"), (str(feed), "completed"),
    ]  # fmt: skip
