"""How often a host may be asked, counting every process of this user on this machine."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from flows.fetching.aside import lock

ARXIV = "arxiv.org"
ARXIV_SECONDS = 3.0
"""arXiv asks for one connection at a time and at least three seconds between requests, over all its interfaces and
all machines of a user (https://info.arxiv.org/help/api/tou.html, Rate limits)."""


class Pace:
    """Turns to ask: for arXiv's hosts one at a time, and none sooner than three seconds after the one before.

    The last turn is a time in a file that is locked meanwhile, so that several processes share the rule. Where there
    can be no such file, it holds within this process.
    """

    def __init__(
        self,
        folder: Path | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        *,
        domain: str = ARXIV,
        seconds: float = ARXIV_SECONDS,
    ) -> None:
        self._file = (folder or _cache()) / f"{domain}.turn"
        self._clock = clock
        self._sleep = sleep
        self._domain = domain
        self._seconds = seconds
        self._last = 0.0

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until it is our turn to ask that host; the next one's begins after the block."""
        if host != self._domain and not host.endswith(f".{self._domain}"):
            yield
            return
        with self._locked() as file:
            left = self._seconds - (self._clock() - max(self._last, _read(file)))
            if left > 0:
                self._sleep(min(left, self._seconds))  # more is left only when the clock was set back
            self._note(file)
            try:
                yield
            finally:
                self._note(file)

    def _note(self, file: IO[str] | None) -> None:
        self._last = self._clock()
        if file is not None:
            with suppress(OSError):
                file.truncate(0)
                file.write(f"{self._last:.3f}")
                file.flush()

    @contextmanager
    def _locked(self) -> Iterator[IO[str] | None]:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            file = self._file.open("a+", encoding="ascii")
        except OSError:
            yield None
            return
        with file:
            lock(file)
            yield file


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "paperclaims"


def _read(file: IO[str] | None) -> float:
    if file is None:
        return 0.0
    file.seek(0)
    try:
        return float(file.read(64))
    except ValueError:
        return 0.0
