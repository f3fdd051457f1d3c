"""Everything a flow needs, from before Prefect is imported until its last message is delivered."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from flows.orchestration.server import prefect_server
from flows.progress import Progress, listening

_DRAIN = 5.0  # seconds for the last logs and events to reach the server


@contextmanager
def session(
    listener: Progress, *, verbose: bool = False, meanwhile: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Run flows in the block, on a temporary Prefect server or the user's own.

    ``meanwhile`` is work that needs no server, done while it starts.

    Raises:
        ServerError: there is no server to be had.
    """
    with _ended_by_signals() as stop_when_asked, prefect_server(verbose=verbose) as starting, listening(listener):
        began = time.monotonic()
        what = "starting Prefect" + (", and making its database, this once" if starting.database_is_new else "")
        listener.step(what)
        meanwhile()
        stop_when_asked()
        starting.wait(lambda: listener.step(f"{what} ({time.monotonic() - began:.0f} s)"))
        stop_when_asked()
        with _quiet(own_server=starting.is_ours):
            try:
                yield
            finally:
                _deliver()


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
            worker.drain_all(timeout=_DRAIN)


@contextmanager
def _ended_by_signals() -> Iterator[Callable[[], None]]:
    """Let a SIGTERM end the block as Ctrl-C does, so that the run's row and the server are seen to.

    What is given raises again what a signal raised before: an import in progress may have caught it and gone on.
    """
    asked: list[BaseException] = []

    def end(number: int, _: FrameType | None) -> None:
        asked.append(KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number))
        raise asked[-1]

    def raise_again() -> None:
        if asked:
            raise asked[-1]

    numbers = [signal.SIGTERM]
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # nohup's children ignore it, and so do we
        numbers.append(signal.SIGINT)
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield raise_again
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
