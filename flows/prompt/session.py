"""The conversation: read a statement, answer it in a process of its own, again until the user leaves."""

from __future__ import annotations

import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from flows.confinement.answering import answer
from flows.confinement.limits import Limits
from flows.confinement.supervisor import Worker
from flows.prompt.completion import SqlCompleter
from flows.prompt.dots import obey
from flows.prompt.history import history
from flows.rendering import is_binary
from flows.usererror import UserError
from warehouse import WarehouseError
from warehouse.catalogue import Catalogue, catalogue
from warehouse.statements import is_complete

_PROMPT = "paperclaims> "
_MORE = f"{'...> ':>{len(_PROMPT)}}"


def converse(warehouse: Path, style: str, limits: Limits) -> int:
    """Talk until the user leaves; the exit code.

    Raises:
        WarehouseError: the warehouse can not be read when the conversation begins.
        UserError: rows in that style are not for a terminal.
    """
    if is_binary(style):
        raise UserError(f"{style} is binary, not for a prompt: give a query and --output FILE")
    known = Known(warehouse)
    print(f"{warehouse}: {len(known().relations)} relations; .help says what there is, Ctrl-D ends")
    session: PromptSession[str] = PromptSession(
        _PROMPT,
        prompt_continuation=_MORE,
        multiline=True,
        history=history(),
        completer=SqlCompleter(known),
        complete_while_typing=False,
        key_bindings=_keys(),
    )
    conversation = Conversation(warehouse, style, limits, known)
    try:
        while True:
            with suppress(KeyboardInterrupt):  # gives up the line
                conversation.hear(session.prompt().strip())
    except EOFError:
        return 0
    finally:
        conversation.close()


class Known:
    """What the warehouse has, looked up again when its file is another one than before."""

    def __init__(self, warehouse: Path) -> None:
        self._warehouse = warehouse
        self._catalogue = catalogue(warehouse)
        self._state = self._file_state()

    def __call__(self) -> Catalogue:
        """The catalogue, as new as it can be had."""
        if (state := self._file_state()) != self._state:
            with suppress(WarehouseError):
                self._catalogue = catalogue(self._warehouse)
                self._state = state
        return self._catalogue

    def _file_state(self) -> tuple[int, int] | None:
        try:
            status = self._warehouse.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns


class Conversation:
    """What lasts from line to line: the style of rows, and a process that is ready for the next query."""

    def __init__(self, warehouse: Path, style: str, limits: Limits, known: Known) -> None:
        self.style = style
        self._warehouse, self._limits, self._known = warehouse, limits, known
        self._worker = Worker()

    def hear(self, said: str) -> None:
        """Answer one line or statement; what is wrong with it is said in one line.

        Raises:
            EOFError: the user wants to leave.
        """
        if not said.strip("; \n"):
            return
        try:
            if said.startswith("."):
                self.style = obey(said, self._known(), self.style)
            else:
                self._ask(said)
        except (WarehouseError, UserError) as error:
            print(error, file=sys.stderr)
        except KeyboardInterrupt:
            print("interrupted", file=sys.stderr)

    def close(self) -> None:
        """End the process that waits."""
        self._worker.close()

    def _ask(self, sql: str) -> None:
        worker, stream = self._worker, sys.stdout
        assert isinstance(stream, TextIOWrapper)
        try:
            answer(self._warehouse, sql, self.style, self._limits, stream, worker)
        finally:
            worker.close()
            self._worker = Worker()


def _keys() -> KeyBindings:
    """Enter hands over what is complete, and begins a new line of what is not."""
    keys = KeyBindings()

    @Condition
    def is_unfinished() -> bool:
        from prompt_toolkit.application import get_app

        text = get_app().current_buffer.text.strip()
        return bool(text) and not text.startswith(".") and not is_complete(text)

    @keys.add("enter", filter=~is_unfinished)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return keys
