"""A signal that a library catches is raised again at the next place that asks."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import duckdb
import pytest

from flows.stopping import ended_by_signals, stop_is_asked, stop_when_asked, terminations_noted
from warehouse.connection import interruptible


@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)], ids=["INT", "TERM"]
)
def test_what_was_caught_is_raised_again(number: signal.Signals, raised: type[BaseException]) -> None:
    before = signal.getsignal(number)
    with ended_by_signals():
        stop_when_asked()
        with pytest.raises(raised):
            os.kill(os.getpid(), number)
        with pytest.raises(raised):
            stop_when_asked()
    assert signal.getsignal(number) is before


def test_an_error_that_a_library_made_of_it_is_a_stop() -> None:
    def library() -> None:
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt as error:
            raise ValueError("no run") from error

    with pytest.raises(KeyboardInterrupt), ended_by_signals():
        library()


def test_an_error_of_its_own_stays_one() -> None:
    with pytest.raises(ValueError, match="no run"), ended_by_signals():
        raise ValueError("no run")


def test_a_new_block_starts_unasked() -> None:
    with ended_by_signals(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    with ended_by_signals():
        stop_when_asked()


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ended_by_signals():
            os.kill(os.getpid(), signal.SIGINT)
            stop_when_asked()
    finally:
        signal.signal(signal.SIGINT, before)


class Closing:
    """Raises in its destructor what it was given, or asks for a stop there."""

    def __init__(self, number: signal.Signals | None) -> None:
        self.number = number

    def __del__(self) -> None:
        if self.number is None:
            raise ValueError("its own fault")
        os.kill(os.getpid(), self.number)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_stop_heard_in_a_destructor_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ignored: list[str] = []
    monkeypatch.setattr("sys.unraisablehook", lambda raised: ignored.append(repr(raised.exc_value)))
    with ended_by_signals():
        Closing(None)
        Closing(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            stop_when_asked()
    assert ignored == ["ValueError('its own fault')"]


class Ended(BaseException):
    """What a framework, as Prefect in a flow, raises on a SIGTERM."""


@pytest.fixture
def framework() -> Iterator[None]:
    def end(*_: object) -> None:
        raise Ended

    before = signal.signal(signal.SIGTERM, end)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.mark.usefixtures("framework")
def test_a_query_that_is_terminated_ends_as_the_framework_says() -> None:
    term = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM))

    def ask() -> None:
        with terminations_noted(), interruptible():
            term.start()
            connection.execute("SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range < b.range")

    with duckdb.connect() as connection:
        with pytest.raises(Ended):
            ask()
        connection.interrupt()
    assert not stop_is_asked()


@pytest.mark.usefixtures("framework")
def test_a_termination_that_was_caught_is_raised_again() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with terminations_noted():
        with pytest.raises(Ended):
            os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(Ended):
            stop_when_asked()
    assert signal.getsignal(signal.SIGTERM) is before
    with terminations_noted():
        stop_when_asked()


def test_a_thread_or_a_process_without_a_handler_goes_on() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with terminations_noted():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)
    came: list[bool] = []

    def work() -> None:
        with terminations_noted():
            came.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert came == [True]
