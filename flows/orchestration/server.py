"""The Prefect server that a command's flows run on: the user's, the one that schedules share, or one of its own."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.orchestration import standing
from flows.orchestration.process import last_words, launch
from flows.orchestration.settings import configure, database_path, make_directories, user_api_url, using
from flows.usererror import UserError

START_LIMIT = 180.0  # seconds; ten are usual, more on a machine that is busy with other things
_STOP_LIMIT = 5.0
_POLL = 0.05
_PATIENCE = 5.0


class ServerError(UserError):
    """Prefect's server is not there; the message is one line."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that may still be on its way up; the work that needs none can be done meanwhile."""

    url: str
    is_ours: bool
    database_is_new: bool
    end: Callable[[], str | None]
    """Why it does not answer and never will; null while it may."""

    def wait(self, tick: Callable[[], None] = lambda: None) -> None:
        """Return when the server answers; ``tick`` is called several times a second until then.

        Raises:
            ServerError: it ended, or did not answer in :data:`START_LIMIT` seconds.
        """
        until = time.monotonic() + START_LIMIT
        while not self.answers():
            if why := self.end():
                raise ServerError(why)
            if time.monotonic() > until:
                raise ServerError(f"Prefect's server did not answer in {START_LIMIT:.0f} s")
            tick()
            time.sleep(_POLL)

    def answers(self) -> bool:
        """Whether it is there."""
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=_PATIENCE) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def prefect_server(*, verbose: bool = False) -> Iterator[Server]:
    """The user's server, the one that schedules share, or one for this process, gone when the block is left.

    Enter before Prefect is imported. A server of our own also ends when this process does, however that happens.
    """
    configure(verbose=verbose)
    make_directories()
    if url := user_api_url():
        yield users(url)
    elif hold := standing.find():
        with _held(hold, is_new=False) as server:
            yield server
    else:
        with _temporary() as server:
            yield server


@contextmanager
def standing_server(port: int | None = None) -> Iterator[Server]:
    """The user's server, or the one that schedules share, with user interface; it is started when there is none.

    Raises:
        UserError: it can not be started on that port.
    """
    configure()
    make_directories()
    if url := user_api_url():
        yield users(url)
        return
    path = database_path()
    is_new = path is not None and not path.exists()
    with _held(standing.start(port), is_new=is_new) as server:
        yield server


def users(url: str) -> Server:
    """The user's own server."""
    return Server(url, False, False, lambda: f"Prefect's server at {url} does not answer (see PREFECT_API_URL)")


@contextmanager
def _held(hold: standing.Hold, *, is_new: bool) -> Iterator[Server]:
    def end() -> str | None:
        return f"Prefect's server at {hold.url} has ended (see {hold.log})" if hold.is_broken() else None

    try:
        with using(hold.url):
            yield Server(hold.url, True, is_new, end)
    finally:
        hold.release()


@contextmanager
def _temporary() -> Iterator[Server]:
    path = database_path()
    is_new = path is not None and not path.exists()
    with tempfile.TemporaryFile() as log:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
            process = launch(listener, stdin=subprocess.PIPE, log=log)

        def end() -> str | None:
            return None if process.poll() is None else f"Prefect's server ended at its start: {last_words(log)}"

        try:
            with using(url):
                yield Server(url, True, is_new, end)
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()
