"""A server's process: how it begins, and what it last said."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import IO


def launch(listener: socket.socket, *pipe: str, stdin: int, log: IO[bytes]) -> subprocess.Popen[bytes]:
    """A server that answers on that socket until its input ends; what it says goes to ``log``."""
    return subprocess.Popen(
        [sys.executable, "-m", "flows.orchestration.serve", str(listener.fileno()), *pipe],
        stdin=stdin,
        stdout=log,
        stderr=log,
        pass_fds=[listener.fileno()],
        start_new_session=True,  # an interrupt from the keyboard is for us alone: we still have to say how it ended
    )


def last_words(log: IO[bytes]) -> str:
    """The last line in a server's log."""
    log.seek(0)
    said = [line for line in log.read().decode("utf-8", "replace").splitlines() if line.strip()]
    return said[-1].strip() if said else "it said nothing"
