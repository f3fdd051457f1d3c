"""What goes from the command to the process of a query, as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and how its rows are to be written."""

    warehouse: str
    sql: str
    style: str  # one of flows.rendering.FORMATS
    width: int  # characters of a line of a table
    encoding: str
    memory: int | None  # bytes

    def to_line(self) -> bytes:
        """As the other process reads it."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def of_line(cls, line: bytes) -> Question:
        """What :meth:`to_line` wrote."""
        return cls(**json.loads(line))


READY = b"ready\n"
"""The first line of the process's standard error: from now on it works for the query."""
REFUSED = 10
"""The exit code that says: what follows on standard error is one line for the user."""
