"""The Prefect server that schedules share; it lives while one of them does.

Its standard input is a pipe that has a name. Whoever needs the server holds the other end open, so the server reads
the end of its input when the last of them has ended, however that happened, and ends as well. Opening the pipe tells
whether there is a server at all, and a holder sees it break when the server has gone.
"""

from __future__ import annotations

import fcntl
import os
import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.orchestration.process import launch
from flows.orchestration.settings import cache
from flows.usererror import UserError

PORT = 4200
"""Where Prefect's own documentation looks for a server."""
_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Hold:
    """A server that stays at least as long as the hold."""

    url: str
    log: Path
    _pipe: int

    def is_broken(self) -> bool:
        """Whether the server has ended."""
        poll = select.poll()
        poll.register(self._pipe, 0)
        return any(event & select.POLLERR for _, event in poll.poll(0))

    def release(self) -> None:
        """Let the server go, unless somebody else needs it."""
        os.close(self._pipe)


def find() -> Hold | None:
    """The server that somebody on this machine has started, when there is one."""
    try:
        pipe = os.open(_pipe(), os.O_WRONLY | os.O_NONBLOCK)
    except OSError:  # nobody has made a pipe, or nobody reads it
        return None
    try:
        return Hold(_address().read_text(encoding="utf-8"), _log(), pipe)
    except OSError:
        os.close(pipe)
        return None


def start(port: int | None = None) -> Hold:
    """Start a server on that port, by default on Prefect's own when it is free; or find the one there is.

    Raises:
        UserError: the port is taken, or the directory for its files can not be written.
    """
    try:
        cache().mkdir(parents=True, exist_ok=True)
        with _alone():
            return find() or _started(port)
    except OSError as error:
        raise UserError(f"{error.filename or cache()}: {error.strerror}") from error


def _started(port: int | None) -> Hold:
    with _listener(port) as listener, _log().open("wb") as log:
        url = f"http://{_HOST}:{listener.getsockname()[1]}/api"
        _address().write_text(url, encoding="utf-8")
        _pipe().unlink(missing_ok=True)
        os.mkfifo(_pipe(), 0o600)
        end = os.open(_pipe(), os.O_RDONLY | os.O_NONBLOCK)
        try:
            hold = Hold(url, _log(), os.open(_pipe(), os.O_WRONLY))
            os.set_blocking(end, True)
            launch(listener, str(_pipe()), stdin=end, log=log)
        finally:
            os.close(end)
    return hold


def _listener(port: int | None) -> socket.socket:
    try:
        return socket.create_server((_HOST, PORT if port is None else port))
    except OSError as error:
        if port is not None:
            raise UserError(f"port {port}: {os.strerror(error.errno or 0)}; --port names another") from error
        return socket.create_server((_HOST, 0))


@contextmanager
def _alone() -> Iterator[None]:
    with (cache() / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _pipe() -> Path:
    return cache() / "server.pipe"


def _address() -> Path:
    return cache() / "server.url"


def _log() -> Path:
    return cache() / "server.log"
