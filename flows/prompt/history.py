"""What was asked before, kept in the user's state directory where that can be written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory


def history() -> History:
    """The history of earlier sessions, or one of this session alone where none can be kept."""
    try:
        path = history_file()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with path.open("ab"):
            return _Kept(path)
    except (OSError, RuntimeError):  # RuntimeError: the user has no home
        return InMemoryHistory()


def history_file() -> Path:
    """Where it is kept; see https://specifications.freedesktop.org/basedir-spec/latest/.

    Raises:
        RuntimeError: there is no home directory.
    """
    state = Path(os.environ.get("XDG_STATE_HOME", ""))
    if not state.is_absolute():
        state = Path.home() / ".local" / "state"
    return state / "paperclaims" / "sql_history"


class _Kept(FileHistory):
    """A history whose file may turn out unreadable or the disk full, which is no reason to end the session."""

    def load_history_strings(self) -> Iterable[str]:
        try:
            return list(super().load_history_strings())
        except OSError:
            return []

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)
