"""A record of every machine that a command and the processes below it ask for or connect to."""

from __future__ import annotations

import os
from pathlib import Path

from tests.flows.runner import ROOT

# Python reports each of these before it happens (PEP 578). A path instead of a pair is a socket of this machine.
_WATCH = """
import os, sys

AT_HOME = {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", b"127.0.0.1", b"localhost"}
WHERE = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}

def watch(event, arguments):
    if event in WHERE:
        to = arguments[WHERE[event]]
        host = to[0] if isinstance(to, tuple) else to if "get" in event else None
        if host not in AT_HOME:
            with open(os.environ["CONTACTS"], "a") as record:
                record.write(f"{event} {host}\\n")

sys.addaudithook(watch)
"""


class Contacts:
    """The record of the commands that are run in :attr:`environment`."""

    def __init__(self, folder: Path) -> None:
        self._record = folder / "contacts.txt"
        hook = folder / "hook"
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(_WATCH)
        self.environment = {"PYTHONPATH": os.pathsep.join([str(hook), str(ROOT)]), "CONTACTS": str(self._record)}

    def made(self) -> list[str]:
        """What was asked for so far, other than this machine itself."""
        return self._record.read_text().splitlines() if self._record.exists() else []
