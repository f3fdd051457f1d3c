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
