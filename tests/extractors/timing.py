"""How the time grows with the length of a text; the best of some tries, since machines do other things as well."""

from __future__ import annotations

import time
from collections.abc import Callable

_TRIES = 3


def assert_linear(read: Callable[[str], object], text: str, limit: float) -> None:
    """Twice the text takes no more than four times as long (and a tenth of a second), and less than ``limit`` s."""
    half, whole = least(lambda: read(text[: len(text) // 2])), least(lambda: read(text))
    assert whole < 4 * half + 0.1
    assert whole < limit


def least(work: Callable[[], object]) -> float:
    """CPU seconds."""
    times = []
    for _ in range(_TRIES):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)
