"""The workers of a Dask cluster, which extract batches for this process to load."""

from __future__ import annotations

import urllib.request
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, cast

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import get_current_settings

from extractors import EXTRACTOR_VERSION
from flows import tasks
from flows.extraction.crew import Crew
from flows.orchestration.session import DRAIN
from flows.progress import progress
from flows.tasks import Extracted
from flows.usererror import UserError
from schemas.records import Paper

if TYPE_CHECKING:
    import distributed

PATIENCE = 20.0
"""Seconds to wait for the scheduler, and then for its first worker."""


class _Opaque:
    """Papers on their way to a worker: Prefect, and Dask after it, would look for futures in each field of each."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.papers = papers


@task(name="extract", cache_policy=NO_CACHE)
def _extract(papers: _Opaque) -> Extracted:
    return tasks.extract.fn(papers.papers)


@contextmanager
def workers_of(address: str) -> Iterator[Crew]:
    """The workers of the scheduler at ``address``, as many as there are at any time.

    Raises:
        UserError: the extra is not installed, the scheduler does not answer, or goes later, it has no workers, or one
            of them has another version of paperclaims than this process or can not reach Prefect's server.
    """
    try:
        from distributed import CancelledError
        from distributed.comm.core import CommClosedError
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise UserError(
            "--cluster needs the extra paperclaims[cluster] (pip install 'paperclaims[cluster]')"
        ) from error
    progress().step(f"asking the scheduler at {address}")
    runner = DaskTaskRunner(address=address, client_kwargs={"timeout": PATIENCE, "name": "paperclaims"})
    with runner:
        try:
            client = runner.client
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            raise UserError(f"{address}: {_why(error)}") from error
        _refuse_unfit(address, client)
        client.run(_deliver, 0.0, on_error="ignore")  # for a server of a run that was killed, and is gone
        try:
            yield Crew(
                lambda papers: runner.submit(_extract, {"papers": _Opaque(papers)}),
                lambda: max(1, sum(_threads(client).values())),
            )
        except (OSError, CancelledError) as error:
            if client.status == "running" and not isinstance(error, CommClosedError):
                raise
            raise UserError(f"{address}: the scheduler has gone; what was loaded is kept") from error
        finally:
            if client.status == "running":
                with suppress(OSError):  # it goes just now
                    client.run(_deliver, DRAIN, on_error="ignore")


def _why(error: Exception) -> str:
    if "worker" in str(error):
        return f"the scheduler has no workers, also after {PATIENCE:.0f} s"
    return f"no Dask scheduler answers there ({str(error).splitlines()[0]})"


def _threads(client: distributed.Client) -> dict[str, int]:
    """How many batches each worker takes at a time, by its address."""
    return cast("dict[str, int]", client.nthreads())  # type: ignore[no-untyped-call]


def _refuse_unfit(address: str, client: distributed.Client) -> None:
    """Refuse workers whose rows could not be told from ours, and those whose tasks could not report to Prefect."""
    api = get_current_settings().api.url or ""
    ours = _versions()
    try:
        found = client.run(_fitness, api)
    except Exception as error:  # whatever a worker that lacks the package makes of the call
        raise UserError(f"{address}: a worker can not run paperclaims ({str(error).splitlines()[0]})") from error
    for worker, (versions, is_reached) in found.items():
        if versions != ours:
            raise UserError(f"{address}: the worker {worker} has {versions}, this process {ours}")
        if not is_reached:
            raise UserError(
                f"{address}: the worker {worker} can not reach Prefect's server at {api}; start one that all "
                "machines reach, and name it by PREFECT_API_URL"
            )


def _fitness(api: str) -> tuple[str, bool]:
    """Of the process that runs this: its versions, and whether it reaches Prefect's server."""
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=PATIENCE / 2) as answer:
            return _versions(), answer.status == HTTPStatus.OK
    except (OSError, ValueError):
        return _versions(), False


async def _deliver(seconds: float) -> None:
    """In a worker: bring the last logs and events to Prefect's server, and let go of it.

    A worker outlives the run, and perhaps the server; it would go on to send there, also what the next run brings.
    """
    for service in (APILogWorker, EventsWorker):
        await cast("Awaitable[object]", service.drain_all(timeout=seconds, at_exit=False))


def _versions() -> str:
    return f"paperclaims {version('paperclaims')} (extractor {EXTRACTOR_VERSION})"
