"""Waiting that a signal ends at once: for work in a thread, for a lock.

A thread, since nothing is heard while the system looks up a host's name. And looks at intervals, since Polars takes
SIGINT over such that a wait for a lock goes on after it.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from threading import Thread
from typing import IO, TypeVar

_T = TypeVar("_T")
_LOOK = 0.1  # seconds between looks


def aside(work: Callable[[], _T], abandon: Callable[[], None]) -> _T:
    """What the work gives, or the error that it raises. When a signal ends the wait, ``abandon`` tells the work."""
    context, outcome = copy_context(), Future[_T]()

    def run() -> None:
        try:
            outcome.set_result(context.run(work))
        except BaseException as error:
            outcome.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        while not outcome.done():
            wait([outcome], _LOOK)
    except BaseException:
        abandon()
        raise
    return outcome.result()


def lock(file: IO[str] | int, waiting: Callable[[], None] = lambda: None) -> None:
    """Lock a file for this process; ``waiting`` is told when another has it."""
    is_told = False
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not is_told:
                waiting()
        is_told = True
        time.sleep(_LOOK)
