"""Processes of this machine that extract, in a pool of Prefect's."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from prefect.task_runners import ProcessPoolTaskRunner

from flows import tasks
from flows.extraction.crew import Crew, as_is
from flows.warmup import EXTRACTOR, warm_up


@contextmanager
def processes(number: int) -> Iterator[Crew]:
    """So many processes; they end with the block, and with this process, however it ends."""
    runner = ProcessPoolTaskRunner(max_workers=number, initializer=_start)
    with runner:
        try:
            yield Crew(lambda papers: runner.submit(tasks.extract, {"papers": as_is(papers)}), lambda: number)
        except BaseException:
            for process in multiprocessing.active_children():  # a batch may take a minute yet
                process.terminate()
            raise


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # from the keyboard, it is for the parent, which ends its children
    threading.Thread(target=_end_with_parent, daemon=True).start()
    warm_up(EXTRACTOR)


def _end_with_parent() -> None:
    """A pool's process would wait for ever for a parent that was killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
