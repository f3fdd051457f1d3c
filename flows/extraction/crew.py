"""Others that extract, whoever they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from prefect.utilities.annotations import quote

from flows.tasks import Extracted
from schemas.records import Paper

_T = TypeVar("_T")


class Pending(Protocol):
    """A batch under way."""

    def result(self, timeout: float) -> Extracted:
        """Wait for it, so many seconds at most; TimeoutError after that."""


@dataclass(frozen=True, slots=True)
class Crew:
    """A batch is given to them, and ``slots`` says how many they take at a time just now."""

    submit: Callable[[Sequence[Paper]], Pending]
    slots: Callable[[], int]


def as_is(records: _T) -> _T:
    """Records as an argument of a task; Prefect would look for results of other tasks in every field of each."""
    return cast(_T, quote(records))
