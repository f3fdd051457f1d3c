"""The runs, newest first."""

from __future__ import annotations

from pathlib import Path

from warehouse.errors import WarehouseError
from warehouse.files import connect_reader
from warehouse.sandbox import Result

_NEWEST_FIRST = """
    SELECT
        CASE WHEN finished_at IS NOT NULL THEN
            -row_number() OVER (PARTITION BY finished_at IS NULL ORDER BY run_id DESC)
        END AS number,
        *,
        date_diff('millisecond', started_at, finished_at) / 1000 AS seconds
    FROM runs
    ORDER BY run_id DESC
    LIMIT ?
"""


def list_runs(path: Path, limit: int | None = None) -> Result:
    """The rows of ``runs``, with ``number``, -1 of the last that finished, by which it can be named, and ``seconds``.

    Raises:
        WarehouseError: the limit is below 1, or the file can not be read.
    """
    if limit is not None and limit < 1:
        raise WarehouseError("a list of runs has one line at least")
    return Result(connect_reader(path)).execute(_NEWEST_FIRST, [limit])
