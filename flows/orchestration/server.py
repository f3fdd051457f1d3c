"""The Prefect server that lives as long as a command does."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from flows.orchestration.settings import configure, database_path, user_api_url, using
from flows.usererror import UserError

START_LIMIT = 180.0  # seconds; ten are usual, more on a machine that is busy with other things
_STOP_LIMIT = 5.0
_POLL = 0.05
_PATIENCE = 5.0


class ServerError(UserError):
    """Prefect's server did not start; the message is one line."""


@dataclass(frozen=True, slots=True)
class Starting:
    """A server on its way up; the work that needs no server can be done meanwhile."""

    url: str
    is_ours: bool
    database_is_new: bool
    _process: subprocess.Popen[bytes] | None
    _log: IO[bytes]

    def wait(self, tick: Callable[[], None] = lambda: None) -> None:
        """Return when the server answers; ``tick`` is called several times a second until then.

        Raises:
            ServerError: it ended, or did not answer in :data:`START_LIMIT` seconds.
        """
        until = time.monotonic() + START_LIMIT
        while not self._answers():
            if self._process is None:
                raise ServerError(f"Prefect's server at {self.url} does not answer (see PREFECT_API_URL)")
            if self._process.poll() is not None:
                raise ServerError(f"Prefect's server ended at its start: {self._last_words()}")
            if time.monotonic() > until:
                raise ServerError(f"Prefect's server did not answer in {START_LIMIT:.0f} s: {self._last_words()}")
            tick()
            time.sleep(_POLL)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=_PATIENCE) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _last_words(self) -> str:
        self._log.seek(0)
        said = [line for line in self._log.read().decode("utf-8", "replace").splitlines() if line.strip()]
        return said[-1].strip() if said else "it said nothing"


@contextmanager
def prefect_server(*, verbose: bool = False) -> Iterator[Starting]:
    """Start a server for this process, unless the user has one; it is gone when the block is left.

    Enter before Prefect is imported. The server also ends when this process does, however that happens.
    """
    configure(verbose=verbose)
    with tempfile.TemporaryFile() as log:
        if url := user_api_url():
            yield Starting(url, False, False, None, log)
            return
        path = database_path()
        with socket.create_server(("127.0.0.1", 0)) as listener:
            url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
            process = _launch(listener.fileno(), log)
        try:
            with using(url):
                yield Starting(url, True, path is not None and not path.exists(), process, log)
        finally:
            _stop(process)


def _launch(listener: int, log: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "flows.orchestration.serve", str(listener)],
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=log,
        pass_fds=[listener],
        start_new_session=True,  # an interrupt from the keyboard is for us alone: we still have to say how it ended
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()
