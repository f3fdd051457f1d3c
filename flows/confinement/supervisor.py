"""The other side of a query's process: starts it, hands on what it writes, ends it when its time is up."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType

from flows.confinement.question import READY, REFUSED, Question
from warehouse.errors import QueryError

_PIECE = 1 << 16  # bytes: what a pipe holds


class Worker:
    """A process that waits for its one question; use it in a ``with``, so that it is gone afterwards."""

    def __init__(self) -> None:
        # A group of its own: Ctrl-C is for the command, which ends the process by SIGKILL, so that nothing the engine
        # does can hold it up. Nothing is imported from where the user happens to stand (-P) but what is now.
        known = os.environ | {
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "ARROW_DEFAULT_MEMORY_POOL": "system",  # the others take more than they need, in advance
        }
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "flows.confinement.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=known, process_group=0, bufsize=0,
        )  # fmt: skip

    def answer(self, question: Question, seconds: float | None) -> Iterator[bytes]:
        """What the process writes, as it comes; only waiting for it counts as time, not what is done with it.

        Raises:
            QueryError: the query was refused, took more than ``seconds``, or brought its process down.
        """
        process = self._process
        assert process.stdin and process.stdout and process.stderr  # noqa: PT018 (for the type checker)
        with suppress(BrokenPipeError):  # its end says more
            process.stdin.write(question.to_line())
        said = bytearray()
        left = seconds
        with selectors.DefaultSelector() as selector:
            for pipe in (process.stdout, process.stderr):
                selector.register(pipe, selectors.EVENT_READ)
            while selector.get_map():
                is_timed = left is not None and said.startswith(READY)
                began = time.monotonic()
                events = selector.select(left if is_timed else None)
                if is_timed and left is not None:
                    left = max(left - (time.monotonic() - began), 0.0)
                    if not left:
                        raise QueryError(f"stopped after {seconds:g} s; --timeout sets the limit")
                for key, _ in events:
                    piece = os.read(key.fd, _PIECE)
                    if not piece:
                        selector.unregister(key.fileobj)
                    elif key.fileobj is process.stderr:
                        said += piece
                    else:
                        yield piece
        _check(process.wait(), said.removeprefix(READY).decode(errors="replace").strip())

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        with self._process:  # closes the pipes and waits
            pass

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _check(code: int, said: str) -> None:
    """Tell how the process ended, unless all went well.

    Raises:
        QueryError: the query was refused, or the engine went down with it.
        RuntimeError: it failed in a way that no query should bring about.
    """
    if code == 0:
        return
    if code == REFUSED:
        raise QueryError(said)
    if code == -signal.SIGKILL:
        raise QueryError("the system ended the query, most likely because the machine has no memory left")
    if "bad_alloc" in said or "MemoryError" in said or "Cannot allocate" in said:
        raise QueryError("Out of Memory Error: the query ended for want of memory, see --memory")
    if code < 0:
        raise QueryError(f"the query brought the engine down ({signal.Signals(-code).name})")
    raise RuntimeError(f"the process of the query ended with {code}: {said}")
