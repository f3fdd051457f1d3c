"""What a flow tells whoever waits for it, while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


class Progress:
    """Silent; a command that has a reader passes one that speaks."""

    def step(self, what: str) -> None:
        """What is being done from now on, in a few words."""

    def note(self, message: str) -> None:
        """One line that stays: something was mended or has to be waited for."""

    def refusal(self, message: str) -> None:
        """One line that stays: something was refused."""
        self.note(message)


@dataclass
class Tally:
    """What a run has done so far."""

    papers: int = 0
    claims: int = 0
    rejected: int = 0
    of: int | None = None  # papers, where it is known beforehand

    def __str__(self) -> str:
        of = f"{self.papers:,} of " if self.of is not None else ""
        papers = self.papers if self.of is None else self.of
        refused = f", {self.rejected:,} refused" if self.rejected else ""
        return f"{of}{_counted(papers, 'paper')}, {_counted(self.claims, 'claim')}{refused}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


_current: ContextVar[Progress | None] = ContextVar("progress", default=None)


def progress() -> Progress:
    """Who listens to the flow that is running; a silent one when nobody does."""
    return _current.get() or Progress()


@contextmanager
def listening(listener: Progress) -> Iterator[None]:
    """Let ``listener`` hear of the flows that run in this block."""
    token = _current.set(listener)
    try:
        yield
    finally:
        _current.reset(token)
