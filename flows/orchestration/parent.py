"""The process that serves a schedule, as its runs see it: they end with it, also when it is killed and says nothing.

A process whose parent has ended gets another one, which it can see. Orphaned, a run would work on for a server that
has gone, and keep the next run from its warehouse.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_VARIABLE = "PAPERCLAIMS_SERVED_BY"
_LOOK = 1.0  # seconds between looks
_GRACE = 5.0  # seconds to tell Prefect of the end, when its server is still there


@contextmanager
def parent_of_runs() -> Iterator[None]:
    """Let the runs that are started in this block end when this process does."""
    os.environ[_VARIABLE] = str(os.getpid())
    try:
        yield
    finally:
        del os.environ[_VARIABLE]


@contextmanager
def ended_with_parent() -> Iterator[None]:
    """Let a SIGTERM come when the process that serves the schedule has ended; soon after the block, so does this one.

    Nothing comes where there is no such process, as in a worker of a work pool.
    """
    parent, over = os.environ.get(_VARIABLE), threading.Event()
    if parent is None:
        yield
        return
    is_orphan = threading.Event()

    def watch() -> None:
        while not over.wait(_LOOK):
            if os.getppid() != int(parent):
                is_orphan.set()
                os.kill(os.getpid(), signal.SIGTERM)
                return

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        over.set()
        if is_orphan.is_set():
            end = threading.Timer(_GRACE, os._exit, [128 + signal.SIGTERM])
            end.daemon = True
            end.start()
