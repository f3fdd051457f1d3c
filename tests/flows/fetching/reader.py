"""Fetches as the flow does, quickly, with what it says and what it leaves in the folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.fetching.errors import FetchError
from flows.fetching.harvest import Fetched, fetch
from flows.fetching.pace import Pace
from flows.fetching.policy import Policy, fetching_as
from flows.progress import Progress, listening


class Listener(Progress):
    """What was said."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.notes: list[str] = []

    def step(self, what: str) -> None:
        self.steps.append(what)

    def note(self, message: str) -> None:
        self.notes.append(message)


class Reader:
    """Fetches feeds for one warehouse, without waiting."""

    def __init__(self, folder: Path) -> None:
        self.warehouse = folder / "claims.duckdb"
        self.folder = folder / "claims.duckdb.feeds"
        self.slept: list[float] = []
        self.sleep: Callable[[float], None] = self.slept.append
        self.heard = Listener()
        self.pace: Pace | None = None

    def __call__(self, url: str, format: str | None = None, **policy: Any) -> Fetched:  # noqa: A002
        with fetching_as(Policy(**policy)), listening(self.heard):
            return fetch(url, self.warehouse, format, pace=self.pace, sleep=self.sleep)

    def fails(self, url: str, **policy: Any) -> str:
        with pytest.raises(FetchError) as caught:
            self(url, **policy)
        return str(caught.value)

    def told(self) -> list[dict[str, Any]]:
        """What is said of each copy, the oldest first."""
        return [json.loads(path.read_text()) for path in sorted(self.folder.glob("*/.*.json"))]

    def files(self) -> list[str]:
        """Every file that lies there, without what its folder is called."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())
