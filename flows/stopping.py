"""Signals that ask a run to stop, said again where a library caught what they raised and went on."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_asked: list[BaseException] = []


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let a SIGTERM end the block as Ctrl-C does, so that the run's row and the server are seen to."""

    def end(number: int, _: FrameType | None) -> None:
        _asked.append(KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number))
        raise _asked[-1]

    numbers = [signal.SIGTERM]
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # nohup's children ignore it, and so do we
        numbers.append(signal.SIGINT)
    before = {number: signal.signal(number, end) for number in numbers}
    _asked.clear()
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stop_when_asked() -> None:
    """Raise again what a signal raised in the block: KeyboardInterrupt, or SystemExit with 128 and its number."""
    if _asked:
        raise _asked[-1]
