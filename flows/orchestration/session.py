"""Everything a flow needs, from before Prefect is imported until its last message is delivered."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flows.orchestration.server import Server, prefect_server
from flows.progress import Progress, listening
from flows.stopping import ended_by_signals, stop_is_asked, stop_when_asked

DRAIN = 5.0
"""Seconds for the last logs and events to reach the server."""


@contextmanager
def session(
    listener: Progress, *, verbose: bool = False, meanwhile: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Run flows in the block, on the user's Prefect server, the one of a schedule, or a temporary one.

    ``meanwhile`` is work that needs no server, done while it starts.

    Raises:
        ServerError: there is no server to be had.
    """
    with ended_by_signals(), prefect_server(verbose=verbose) as server, listening(listener):
        wait_for(server, listener, meanwhile)
        with _quiet(own_server=server.is_ours):
            try:
                yield
            finally:
                _deliver()


def wait_for(server: Server, listener: Progress, meanwhile: Callable[[], None]) -> None:
    """Tell ``listener`` that Prefect starts, do what is to be done meanwhile, and return when it answers."""
    began = time.monotonic()
    what = "starting Prefect" + (", and making its database, this once" if server.database_is_new else "")
    listener.step(what)
    # Prefect's import takes an interrupt for a plugin that fails, and logs its traceback.
    logging.getLogger("prefect.plugins").addFilter(_no_stop)
    meanwhile()
    stop_when_asked()
    server.wait(lambda: listener.step(f"{what} ({time.monotonic() - began:.0f} s)"))
    stop_when_asked()


def _no_stop(_: logging.LogRecord) -> bool:
    return not stop_is_asked()


@contextmanager
def _quiet(*, own_server: bool) -> Iterator[None]:
    """On our own server nobody listens for heartbeats, and each flow would wait a second for its last."""
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None} if own_server else {}):
        yield


def _deliver() -> None:
    """Wait for the logs and events that are still on their way, before the server goes."""
    if "prefect.logging.handlers" in sys.modules:
        from prefect.events.worker import EventsWorker
        from prefect.logging.handlers import APILogWorker

        for worker in (APILogWorker, EventsWorker):
            worker.drain_all(timeout=DRAIN)
