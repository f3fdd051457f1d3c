"""How the time grows with the length of a text; the best of some tries, since machines do other things as well."""

from __future__ import annotations

import time
from collections.abc import Callable

_TRIES = 3


def assert_linear(read: Callable[[str], object], text: str, limit: float) -> None:
    """Twice the text takes no more than four times as long (and a tenth of a second), and less than ``limit`` s."""
    half, whole = least(lambda: read(text[: len(text) // 2]), lambda: read(text))
    assert whole < 4 * half + 0.1
    assert whole < limit


def least(*works: Callable[[], object]) -> list[float]:
    """CPU seconds of each; they are tried in turn, since a machine is not as fast at one time as at another."""
    times = [[_seconds(work) for work in works] for _ in range(_TRIES)]
    return [min(of_one) for of_one in zip(*times, strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
