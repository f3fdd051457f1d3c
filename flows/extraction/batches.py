"""Batches in, what was found in them out, in the same order.

Whoever extracts returns rows; this process alone loads them.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from flows import tasks
from flows.extraction.cluster import workers_of
from flows.extraction.crew import Pending, as_is
from flows.extraction.processes import processes
from flows.stopping import stop_when_asked
from flows.tasks import Batch, Extracted
from flows.usererror import UserError

ALONE = 3
"""Batches that this process extracts itself before it starts others, which takes some seconds of all cores."""

_AHEAD = 2  # batches under way for each process, so that none waits for the next
_PATIENCE = 0.5  # seconds of one wait


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extracted(
    batches: Iterable[Batch], jobs: int, cluster: str | None = None
) -> Generator[tuple[Batch, Extracted], None, None]:
    """Each batch with what was found in it, in order; a bounded number of them is held at a time.

    ``jobs`` is the number of processes on this machine; the scheduler of a Dask ``cluster`` is asked instead when
    its address is given, and before the first batch is.

    Raises:
        UserError: a process was killed, or the cluster is not to be had; the message is one line.
    """
    if not cluster:
        batches = iter(batches)
        first = list(islice(batches, ALONE + 1))
        batches = chain(first, batches)
        if jobs == 1 or len(first) <= ALONE:
            for batch in batches:
                yield batch, tasks.extract(as_is(batch.papers))
            return
    with workers_of(cluster) if cluster else processes(jobs) as crew:
        under_way: deque[tuple[Batch, Pending]] = deque()
        for batch in batches:
            under_way.append((batch, crew.submit(batch.papers)))
            while len(under_way) > _AHEAD * crew.slots():
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())


def _finished(batch: Batch, pending: Pending) -> tuple[Batch, Extracted]:
    gc.collect()  # Prefect's futures refer to themselves, and so keep what the batches before this one brought
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
