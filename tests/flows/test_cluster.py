"""Batches extracted by the workers of a Dask cluster: a real scheduler, workers in processes of their own."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from distributed import Client

from flows import sample
from flows.progress import Progress, listening
from flows.usererror import UserError
from tests.flows.papers import write
from tests.flows.runner import environment, paperclaims, refused
from tests.flows.test_workers import COUNT, SMALL, said
from tests.warehouse.samples import rows


def free_address() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"tcp://127.0.0.1:{listener.getsockname()[1]}"


def dask(stack: ExitStack, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A command of Dask's, which is killed when the stack unwinds."""
    command = [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1", "--no-dashboard"]
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=environment(), stdin=nothing, stdout=nothing, stderr=nothing)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler that has no workers of its own."""
    address = free_address()
    with ExitStack() as stack:
        dask(stack, tmp_path_factory.mktemp("scheduler"), "scheduler", "--port", address.rpartition(":")[2])
        yield address


class Killing(Progress):
    """Kills a worker, or the scheduler, when the first batch is loaded."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def step(self, what: str) -> None:
        if f": {SMALL} papers" in what:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def services() -> int:
    """How many services of Prefect's this process runs, each of which sends to a server."""
    from prefect.events.worker import EventsWorker

    return len(EventsWorker._instances)  # type: ignore[misc]  # of every kind


def test_workers_of_which_one_is_killed_lose_nothing_and_bring_nothing_twice(
    prefect: dict[str, str], own: Path, tmp_path: Path, scheduler: str
) -> None:
    from flows.pipeline import ingest

    path = tmp_path / "cluster.duckdb"
    with ExitStack() as stack:
        first, *_ = (
            dask(stack, tmp_path, "worker", scheduler, "--nthreads", "1", "--no-nanny", "--name", f"worker {number}")
            for number in (1, 2, 3)
        )
        with listening(Killing(first)):
            summary = ingest(str(sample.path()), str(path), batch_size=SMALL, cluster=scheduler)
        assert first.returncode == -signal.SIGKILL
        # The workers outlive the run, and could outlive its server: they let go of it.
        with Client(scheduler) as client:  # type: ignore[no-untyped-call]
            assert list(client.run(services).values()) == [0, 0]
    assert (summary.status, summary.papers_new) == ("completed", COUNT)
    assert said(path) == said(own)
    in_order = "SELECT title FROM papers ORDER BY rowid"
    assert rows(path, in_order) == rows(own, in_order)


def test_a_scheduler_that_goes_is_one_line_and_what_was_loaded_stays(
    prefect: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.extraction import cluster
    from flows.pipeline import ingest

    path, address = tmp_path / "claims.duckdb", free_address()
    with ExitStack() as stack:
        scheduler = dask(stack, tmp_path, "scheduler", "--port", address.rpartition(":")[2])
        dask(stack, tmp_path, "worker", address, "--nthreads", "1", "--no-nanny")
        with Client(address, timeout=60) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(1, timeout=60)
        monkeypatch.setattr(cluster, "PATIENCE", 2.0)
        with (
            listening(Killing(scheduler)),
            pytest.raises(UserError, match=f"^{address}: the scheduler has gone; what was loaded is kept$"),
        ):
            ingest(str(sample.path()), str(path), batch_size=SMALL, cluster=address)
    [(status, seen)] = rows(path, "SELECT status, papers_seen FROM runs")
    assert status == "failed"
    assert SMALL <= seen < COUNT


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.extraction import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 1.0)


def test_a_scheduler_that_is_not_there(prefect: dict[str, str], tmp_path: Path, impatient: None) -> None:
    feed, address = write(tmp_path / "feed.jsonl", 1), free_address()
    done = paperclaims("run", feed, "-w", tmp_path / "claims.duckdb", "--cluster", address, env=prefect)
    refused(done, f"paperclaims: {address}: no Dask scheduler answers there", is_late=True)


def test_the_scheduler_is_asked_before_the_feed_is_read(prefect: dict[str, str], impatient: None) -> None:
    from flows.extraction.batches import extracted
    from flows.tasks import Batch

    read = []

    def batches() -> Iterator[Batch]:
        read.append("a batch")
        yield Batch()

    with pytest.raises(UserError, match="no Dask scheduler answers there"):
        next(extracted(batches(), 1, free_address()))
    assert not read


@pytest.mark.parametrize(
    "address", ["tcp://", "carrier-pigeon://coop:1", "tcp://127.0.0.1:none", "127.0.0.1:8786", ""]
)
def test_an_address_that_is_none(tmp_path: Path, address: str) -> None:
    done = paperclaims("run", write(tmp_path / "feed.jsonl", 1), "--cluster", address)
    assert done.code == 2
    assert f"{address!r} is not the address of a scheduler, such as tcp://" in done.err


def test_a_cluster_without_workers(prefect: dict[str, str], tmp_path: Path, scheduler: str, impatient: None) -> None:
    feed, path = write(tmp_path / "feed.jsonl", 1), tmp_path / "claims.duckdb"
    done = paperclaims("run", feed, "-w", path, "--cluster", scheduler, env=prefect)
    refused(done, f"paperclaims: {scheduler}: the scheduler has no workers, also after 1 s", is_late=True)
    assert rows(path, "SELECT status FROM runs") == [("failed",)]


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.extraction.cluster import workers_of

    monkeypatch.setitem(sys.modules, "prefect_dask.task_runners", None)
    with pytest.raises(UserError, match=r"pip install 'paperclaims\[cluster\]'"), workers_of("tcp://127.0.0.1:1"):
        pass


@pytest.mark.parametrize(
    ("versions", "is_reached", "said"),
    [
        ("paperclaims 0.0.1 (extractor 1)", True, "the worker tcp://10.0.0.3:1 has paperclaims 0.0.1 (extractor 1)"),
        (None, False, "the worker tcp://10.0.0.3:1 can not reach Prefect's server at "),
    ],
)
def test_workers_that_are_unfit_are_refused(versions: str | None, is_reached: bool, said: str) -> None:
    from flows.extraction import cluster

    class Client:
        def run(self, _: object, api: str) -> dict[str, tuple[str, bool]]:
            ours = cluster._versions()
            return {"tcp://10.0.0.2:1": (ours, True), "tcp://10.0.0.3:1": (versions or ours, is_reached)}

    with pytest.raises(UserError) as caught:
        cluster._refuse_unfit("tcp://10.0.0.1:8786", Client())  # type: ignore[arg-type]
    assert said in str(caught.value)


def test_a_worker_knows_whether_it_reaches_the_server(prefect: dict[str, str]) -> None:
    from flows.extraction import cluster

    assert cluster._fitness(prefect["PREFECT_API_URL"]) == (cluster._versions(), True)
    assert cluster._fitness("http://127.0.0.1:9/api") == (cluster._versions(), False)
    assert cluster._fitness("") == (cluster._versions(), False)
