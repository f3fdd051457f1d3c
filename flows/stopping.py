"""Signals that ask a run to stop, said again where a library caught what they raised and went on."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_asked: list[BaseException] = []


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let a SIGTERM end the block as Ctrl-C does, so that the run's row and the server are seen to.

    Raises:
        KeyboardInterrupt: SIGINT came, whatever error a library made of it on its way.
        SystemExit: SIGTERM came; 128 and its number.
    """

    def end(number: int, _: FrameType | None) -> None:
        _asked.append(KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number))
        raise _asked[-1]

    numbers = [signal.SIGTERM]
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # nohup's children ignore it, and so do we
        numbers.append(signal.SIGINT)
    before = {number: signal.signal(number, end) for number in numbers}
    hook = sys.unraisablehook

    def unraisable(raised: sys.UnraisableHookArgs) -> None:
        if raised.exc_value not in _asked:  # one raised inside a destructor is heard by stop_when_asked
            hook(raised)

    sys.unraisablehook = unraisable
    try:
        with _said_again():
            yield
    finally:
        _asked.clear()
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def terminations_noted() -> Iterator[None]:
    """Let the block end by what the handler of SIGTERM raises, such as Prefect's in a flow, whatever becomes of that.

    Nothing changes where there is no such handler, or in a thread, to which no signal comes.
    """
    handler = signal.getsignal(signal.SIGTERM)
    if not callable(handler) or threading.current_thread() is not threading.main_thread():
        yield
        return

    def note(number: int, frame: FrameType | None) -> None:
        try:
            handler(number, frame)
        except BaseException as error:
            if error not in _asked:
                _asked.append(error)
            raise

    earlier = len(_asked)
    signal.signal(signal.SIGTERM, note)
    try:
        with _said_again():
            yield
    finally:
        del _asked[earlier:]
        signal.signal(signal.SIGTERM, handler)


@contextmanager
def _said_again() -> Iterator[None]:
    """Raise what a signal raised in place of what a library made of it."""
    try:
        yield
    except (Exception, KeyboardInterrupt) as error:  # the second: what DuckDB makes of any signal
        if _asked and error is not _asked[-1]:
            raise _asked[-1] from error
        raise


def stop_is_asked() -> bool:
    """Whether a signal has come in the block."""
    return bool(_asked)


def stop_when_asked() -> None:
    """Raise again what a signal raised in the block: KeyboardInterrupt, or SystemExit with 128 and its number."""
    if _asked:
        raise _asked[-1]
