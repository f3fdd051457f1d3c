"""The command in a terminal: what it shows is read, what a user would type is written."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from tests.flows.runner import COMMAND, environment

READY = "⟦ready⟧"
"""What is shown whenever a prompt begins to listen (it asks the terminal to mark what is pasted)."""

_LISTENS = "\x1b[?2004h"
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Terminal:
    """A command with a pseudo-terminal of its own, which it controls as a shell's foreground job would."""

    def __init__(self, *arguments: str | Path, env: Mapping[str, str] | None = None) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))  # rows, columns
        known = environment({"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"} | dict(env or {}))
        command = [*COMMAND, *map(str, arguments)]
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=known, start_new_session=True
        )
        os.close(theirs)
        self.shown = ""

    def until(self, text: str, seconds: float = 60) -> str:
        """Wait for the text; what was shown up to it, since the last wait, without what moves the cursor."""
        end = time.monotonic() + seconds
        while text not in (plain := _CONTROL.sub("", self.shown.replace(_LISTENS, READY))):
            if not select.select([self._ours], [], [], max(end - time.monotonic(), 0))[0]:
                raise AssertionError(f"{text!r} was not shown, but {plain!r}")
            try:
                piece = os.read(self._ours, 1 << 16)
            except OSError:  # the other side is closed
                piece = b""
            if not piece:
                raise AssertionError(f"{text!r} was not shown before the end, but {plain!r}")
            self.shown += piece.decode(errors="replace")
        before, _, self.shown = plain.partition(text)
        return before

    def enter(self, text: str) -> None:
        """Type it, and Enter at the end."""
        os.write(self._ours, text.encode() + b"\r")

    def press(self, character: str) -> None:
        """Type one character, such as Ctrl-D."""
        os.write(self._ours, character.encode())

    def interrupt(self) -> None:
        """Ctrl-C, as the terminal sends it to the foreground while a query runs."""
        os.killpg(self._process.pid, signal.SIGINT)

    def end(self) -> int:
        """Wait for the exit code."""
        return self._process.wait(60)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)
