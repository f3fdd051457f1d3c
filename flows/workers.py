"""Where batches are extracted: in this process, in processes of their own, or on a Dask cluster.

Whoever extracts returns rows; this process alone loads them, in the order of the feed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol, TypeVar, cast

from prefect.task_runners import ProcessPoolTaskRunner
from prefect.utilities.annotations import quote

from flows import tasks
from flows.stopping import stop_when_asked
from flows.tasks import Batch, Extracted
from flows.usererror import UserError
from flows.warmup import warm_up
from schemas.records import Paper

ALONE = 2
"""Batches that this process extracts itself before it starts others, which takes some seconds of both cores."""

_AHEAD = 2  # batches under way for each process, so that none waits for the next

_PATIENCE = 0.5  # seconds of one wait

_T = TypeVar("_T")


class Pending(Protocol):
    """A batch under way."""

    def result(self, timeout: float) -> Extracted:
        """Wait for it, so many seconds at most; TimeoutError after that."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Others that extract: a batch is given to them, and ``slots`` says how many they take at a time just now."""

    submit: Callable[[Sequence[Paper]], Pending]
    slots: Callable[[], int]


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extracted(
    batches: Iterable[Batch], jobs: int, cluster: str | None = None
) -> Generator[tuple[Batch, Extracted], None, None]:
    """Each batch with what was found in it, in order; a bounded number of them is held at a time.

    ``jobs`` is the number of processes on this machine; the scheduler of a Dask ``cluster`` is asked instead when
    its address is given.

    Raises:
        UserError: a process was killed, or the cluster is not to be had; the message is one line.
    """
    batches = iter(batches)
    first = list(islice(batches, ALONE + 1))
    batches = chain(first, batches)
    if cluster is None and (jobs == 1 or len(first) <= ALONE):
        for batch in batches:
            yield batch, tasks.extract(as_is(batch.papers))
        return
    with _crew(jobs, cluster) as crew:
        under_way: deque[tuple[Batch, Pending]] = deque()
        for batch in batches:
            under_way.append((batch, crew.submit(batch.papers)))
            while len(under_way) > _AHEAD * crew.slots():
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())


def as_is(records: _T) -> _T:
    """Records as an argument of a task; Prefect would look for results of other tasks in every field of each."""
    return cast(_T, quote(records))


def _finished(batch: Batch, pending: Pending) -> tuple[Batch, Extracted]:
    while True:
        stop_when_asked()
        try:
            return batch, pending.result(_PATIENCE)
        except TimeoutError:  # a wait without an end is deaf to Ctrl-C where Polars has taken SIGINT over
            continue
        except BrokenProcessPool as error:
            raise UserError(
                "a process that extracted was killed, perhaps for want of memory; what was loaded is kept "
                "(fewer processes at a time: --jobs)"
            ) from error


def _crew(jobs: int, cluster: str | None) -> AbstractContextManager[Crew]:
    if cluster is None:
        return _processes(jobs)
    from flows.cluster import workers_of  # an extra, which takes long to import

    return workers_of(cluster)


@contextmanager
def _processes(jobs: int) -> Iterator[Crew]:
    runner = ProcessPoolTaskRunner(max_workers=jobs, initializer=_start_process)
    with runner:
        try:
            yield Crew(
                lambda papers: runner.submit(tasks.extract, {"papers": as_is(papers)}),
                lambda: jobs,
            )
        except BaseException:
            for process in multiprocessing.active_children():  # a batch may take a minute yet
                process.terminate()
            raise


def _start_process() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # from the keyboard, it is for the parent, which ends its children
    threading.Thread(target=_end_with_parent, daemon=True).start()
    warm_up()


def _end_with_parent() -> None:
    """A pool's process would wait for ever for a parent that was killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
