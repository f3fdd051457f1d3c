"""What a command says while a flow runs: one line that changes, notes that stay, and the summary at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from flows.progress import Progress
from flows.usererror import UsageError, UserError

if TYPE_CHECKING:
    from flows.feeds import FeedError
    from flows.fetching.errors import FetchError
    from warehouse import RunSummary

_USUAL = 80  # columns of a terminal that does not say how many it has
_LINES = 20  # of notes that are printed for a feed, and of refusals, which are all in the relation rejects


class Console(Progress):
    """Progress on standard error: a line that is overwritten in a terminal, a line a step elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._width = 0
        self._last = ""
        self._notes = self._refusals = 0

    def __enter__(self) -> Console:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end_of_feed()

    def step(self, what: str) -> None:
        """Say what is being done; in a log, a wait is said once."""
        if self._live:
            what = fitted(what, _columns() - 1)
            _print(f"\r{what:<{self._width}}", end="")
            self._width = len(what)
        elif (said := what.partition(" (")[0]) != self._last:
            _print(what)
            self._last = said

    def note(self, message: str) -> None:
        """A line that stays, if it is among the first of its feed."""
        self._notes += 1
        if self._notes <= _LINES:
            self._stay(message)

    def refusal(self, message: str) -> None:
        """The same of what was refused."""
        self._refusals += 1
        if self._refusals <= _LINES:
            self._stay(message)

    def end_of_feed(self) -> None:
        """How many lines were left out; the next feed has as many of its own."""
        if self._notes > _LINES:
            self._stay(f"... and {self._notes - _LINES} more of these")
        if self._refusals > _LINES:
            self._stay(f"... and {self._refusals - _LINES} more refused; see the relation rejects")
        self.clear()
        self._notes = self._refusals = 0

    def _stay(self, message: str) -> None:
        self.clear()
        _print(message)

    def fail(self, message: str) -> None:
        """A line that says why a feed could not be loaded."""
        self._stay(f"paperclaims: {message}")

    def clear(self) -> None:
        """Take the changing line away."""
        if self._live and self._width:
            _print(f"\r{'':<{self._width}}\r", end="")
            self._width = 0


def _print(text: str, end: str = "\n") -> None:
    try:
        print(text, end=end, file=sys.stderr, flush=True)
    except OSError:  # nobody reads any more, or there is no room: the run goes on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def fitted(what: str, room: int) -> str:
    """A line for that many characters, without its middle where it has more: a broken line can not be taken away."""
    if len(what) <= room:
        return what
    end = room // 2
    return f"{what[: max(0, room - end - 1)]}…{what[len(what) - end :]}"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL


def unreadable(
    feeds: Sequence[str], kind: str | None, columns: dict[str, str] | None = None
) -> dict[str, FeedError | FetchError]:
    """Open each feed, or look at its URL, so that a wrong one is known at once: by feed, what is wrong with it.

    Raises:
        UsageError: a name is empty, or standard input is given twice.
    """
    from flows.feeds import FeedError, open_feed
    from flows.feeds.source import STANDARD_INPUT
    from flows.fetching.address import check_url, is_url
    from flows.fetching.errors import FetchError

    if list(feeds).count(str(STANDARD_INPUT)) > 1:
        raise UsageError("standard input can be read once only")
    if "" in feeds:  # which as a path is the working directory
        raise UsageError("'' names no feed")
    found: dict[str, FeedError | FetchError] = {}
    for feed in feeds:
        try:
            if is_url(feed):
                check_url(feed)
            else:
                open_feed(Path(feed), kind, columns)
        except (FeedError, FetchError) as error:
            found[feed] = error
    return found


def check_warehouse(path: Path, *, is_made: bool, wait: float) -> None:
    """Look at the warehouse, so that what is wrong is said at once; ``is_made``: a missing one will be made.

    Raises:
        UserError, WarehouseError: it is missing, can not be made, is none, or somebody else writes it and is not to
            be waited for.
    """
    from warehouse import WarehouseBusyError
    from warehouse.files import connect_reader
    from warehouse.lock import refuse_when_held

    if not is_made and not path.exists():
        raise UserError(f"{path}: there is no such warehouse; paperclaims run makes one")
    if not path.absolute().parent.is_dir():
        raise UserError(f"{path}: the directory {path.absolute().parent} does not exist")
    try:
        refuse_when_held(path)
        if path.exists():
            connect_reader(path).close()
    except WarehouseBusyError:
        if not wait:
            raise


def print_summary(summary: RunSummary, warehouse: Path) -> None:
    """The run in a few lines."""
    from flows.summary import rows

    for label, value in rows(summary):
        print(f"{label:<10} {value}")
    print(f"{'warehouse':<10} {warehouse}")
