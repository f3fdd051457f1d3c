"""Deployments that this process serves: their runs are started here when a schedule, or somebody in Prefect, asks.

One run at a time: whatever else is due waits for it, and of the same deployment one only, as
:mod:`flows.orchestration.skipping` sees to.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from flows.orchestration.settings import cache
from flows.orchestration.skipping import skip_superfluous
from flows.usererror import UsageError, UserError

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Schedule

_WATCH = 0.5  # seconds between looks at the server


@dataclass(frozen=True, slots=True)
class Job:
    """A feed that is loaded into a warehouse whenever the schedule says."""

    name: str
    parameters: dict[str, Any]


def schedule_of(cron: str | None, interval: timedelta | None, timezone: str | None) -> Schedule:
    """The schedule in Prefect's terms; a cron expression without a zone is of this machine's.

    Raises:
        UsageError: the cron expression or the time zone is none to Prefect.
        UserError: this machine's time zone has no name.
    """
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.schedules import Cron, Interval
    from pydantic import ValidationError

    if interval:
        return Interval(interval)
    assert cron is not None
    try:
        CronSchedule(cron=cron, timezone=timezone or _local())
    except ValidationError as error:
        if error.errors()[0]["loc"] == ("cron",):
            raise UsageError(
                f"{cron!r} is no cron expression of five fields: minute, hour, day, month, weekday"
            ) from error
        raise UsageError(f"there is no time zone {timezone!r}; they are named such as Europe/Berlin") from error
    return Cron(cron, timezone=timezone or _local())


def _local() -> str:
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or "UTC"
    except (KeyError, ValueError):  # a zone that has no name, such as TZ=CET-1CEST
        raise UserError("this machine's time zone has no name; --timezone gives one, such as Europe/Berlin") from None


@contextmanager
def reserved(names: Sequence[str]) -> Iterator[None]:
    """The right to serve the deployments of these names, of all processes on this machine.

    Raises:
        UserError: another process serves one of them, or the cache can not be written.
    """
    directory = cache() / "served"
    with ExitStack() as stack:
        for name in names:
            try:
                directory.mkdir(parents=True, exist_ok=True)
                stack.enter_context(_locked(directory / f"{name}.lock"))
            except BlockingIOError:
                raise UserError(
                    f"{name}: is on a schedule in another process already; end that one, or give this one a --name"
                ) from None
            except OSError as error:
                raise UserError(f"{error.filename}: can not be written ({str(error.strerror).lower()})") from error
        yield


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """The lock on a file that is there no longer than somebody has it.

    Raises:
        BlockingIOError: another process has it.
    """
    while True:
        with path.open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not _is_at(path, lock):
                continue  # whoever had it has removed it since it was opened here
            try:
                yield
            finally:
                path.unlink(missing_ok=True)  # before it is let go of
            return


def _is_at(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def deployments(jobs: Sequence[Job], schedule: Schedule) -> list[RunnerDeployment]:
    """The jobs in Prefect's terms."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    from flows.scheduled import ingest

    return [
        RunnerDeployment.from_flow(
            ingest,
            name=job.name,
            schedule=schedule,
            parameters=job.parameters,
            concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE),
            version=version("paperclaims"),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        for job in jobs
    ]


def serve(served: Sequence[RunnerDeployment], is_gone: Callable[[], bool], ready: Callable[[], None]) -> int | None:
    """Serve the deployments until a signal asks to stop, and tell which; null when the server has gone.

    A run under way is asked to stop as well, and waited for. ``ready`` is called when Prefect knows the schedule.
    """
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    heard = [number for number, handler in before.items() if handler != signal.SIG_IGN]  # as nohup's children do
    try:
        # What Prefect prints and warns of when its server goes, we say better.
        with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            return asyncio.run(_serve(served, heard, is_gone, ready))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


async def _serve(
    served: Sequence[RunnerDeployment],
    heard: Sequence[signal.Signals],
    is_gone: Callable[[], bool],
    ready: Callable[[], None],
) -> int | None:
    from prefect.runner import Runner

    runner = Runner(name="paperclaims", limit=1)
    names = {await runner.aadd_deployment(deployment): deployment.name for deployment in served}
    loop = asyncio.get_running_loop()
    asked: asyncio.Future[int] = loop.create_future()
    running: asyncio.Future[None] = asyncio.create_task(runner.start())
    skipping = asyncio.create_task(skip_superfluous(names))
    await asyncio.sleep(0)  # it has set a handler of its own, which ends with 0 in the middle of its work
    for number in heard:
        loop.add_signal_handler(number, _ask, asked, number)
    ready()
    try:
        while not (asked.done() or running.done() or is_gone()):
            waited: list[asyncio.Future[Any]] = [running, asked]
            await asyncio.wait(waited, timeout=_WATCH, return_when=asyncio.FIRST_COMPLETED)
        if asked.done() and runner.started:
            await runner.astop()
    finally:
        for task in (skipping, running):
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
    return asked.result() if asked.done() else None


def _ask(asked: asyncio.Future[int], number: int) -> None:
    if not asked.done():
        asked.set_result(number)
