"""A query, from the words of its user to the rows on a stream."""

from __future__ import annotations

from io import TextIOWrapper
from pathlib import Path

from flows.confinement.limits import Limits
from flows.confinement.question import Question
from flows.confinement.supervisor import Worker
from flows.rendering import width


def answer(
    warehouse: Path, sql: str, style: str, limits: Limits, stream: TextIOWrapper, worker: Worker | None = None
) -> None:
    """Ask in a process of its own, which ``worker`` may have started already, and write the rows to the stream.

    Raises:
        QueryError: the query is wrong, not allowed, or took more than its limits; the warehouse can not be read.
    """
    question = Question(str(warehouse), sql, style, width(stream), stream.encoding, limits.memory)
    stream.flush()
    with worker or Worker() as worker:
        for piece in worker.answer(question, limits.seconds):
            stream.buffer.write(piece)
            stream.buffer.flush()
