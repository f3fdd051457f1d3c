"""A signal that a library catches is raised again at the next place that asks."""

from __future__ import annotations

import os
import signal

import pytest

from flows.stopping import ended_by_signals, stop_when_asked


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
