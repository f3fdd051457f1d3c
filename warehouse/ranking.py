"""Who reports the most: the relation ``leaderboard``, ranked.

What takes a line, and where:

- One line a work and metric, unless every claim is asked for. A paper that one feed gave by its title only and
  another with its identifier is one work (the view ``works``).
- A claim that only repeats another of the same work takes none: the same metric and factor, and nothing more exact
  about it. So "2x faster" in a title gives way to "up to 2x faster than vLLM" in the abstract, and does not pass for
  a typical value; "2x over vLLM" and "2x over PyTorch" are two claims. A generic baseline ("prior work") says no more
  than none.
- A reader wants what to expect, so a work is ranked by its best typical claim, and by an "up to" or a maximum only
  when it has no other; of a range, by the end that every case reaches. By its peak, it is ranked by the largest
  factor that it states for any case: an "up to", a maximum, the far end of a range.
- A factor below 1 says that something got worse: what is below it in every case has no place, unless a least factor
  is asked for.
- Equal factors share a rank. They are compared to nine digits, since a percentage and its equal in times differ in
  the last ones. Among equals, typical stands before peak, then the order is by title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from schemas.vocabulary import Metric
from warehouse.connection import count, told
from warehouse.devicenames import resolve
from warehouse.errors import WarehouseError
from warehouse.files import connect_reader, require_layout
from warehouse.filters import DATE, IS_GAIN, Condition, Filters, conditions, refusal
from warehouse.sandbox import Result

LAYOUT = 4
"""The step of the file's layout that brought the names of baselines, by which claims are ranked and compared."""

_NAMED = 6  # devices that a note names


class Board(Result):
    """The rows of a leaderboard, and ``notes`` on what its filters took a name for or left out, each a line."""

    notes: tuple[str, ...] = ()

    def __enter__(self) -> Board:
        return self


def leaderboard(
    path: Path,
    metric: str | None = None,
    limit: int | None = None,
    *,
    every_claim: bool = False,
    peak: bool = False,
    filters: Filters | None = None,
) -> Board:
    """The claims of ``leaderboard`` by factor, best first, with a column ``rank`` that equal factors share.

    One row a work and metric, its best typical claim, or with ``peak`` its largest; unless ``every_claim``. Filters
    choose among the claims before that. Without a metric, all of them stand in one list.

    Raises:
        WarehouseError: there is no such metric, the limit is below 1, the filters fit no claim, or the file can not
            be read.
    """
    if metric is not None and metric not in list(Metric):
        raise WarehouseError(
            f"there is no metric {metric!r}; there are: {', '.join(m for m in Metric if m.has_factor)}"
        )
    if limit is not None and limit < 1:
        raise WarehouseError("a leaderboard has one line at least")
    asked = filters or Filters()
    connection = connect_reader(path)
    try:
        require_layout(connection, path, LAYOUT)
        with told(path):
            devices = resolve(connection, asked.hardware) if asked.hardware else []
            gather(connection, metric=metric, peak=peak)
            given = list(conditions(asked, devices))
            _rank(connection, given, limit, every_claim=every_claim, peak=peak)
            if asked != Filters() and not count(connection, "SELECT count(*) FROM ranked"):
                raise refusal(connection, given, metric)
            board = Board(connection)
            board.notes = tuple(_notes(connection, asked, devices, given, every_claim=every_claim))
            board.execute("SELECT * EXCLUDE (place) FROM ranked ORDER BY place")
    except BaseException:
        connection.close()
        raise
    return board


def gather(
    connection: duckdb.DuckDBPyConnection,
    *,
    metric: str | None = None,
    works: Sequence[str] | None = None,
    peak: bool = False,
) -> None:
    """Make the temporary table ``board``: the claims of ``leaderboard`` that repeat no other, and what they rank by.

    Of all metrics and works, or of those given. ``worth`` is the end that ranks a claim, ``other_end`` the other;
    ``is_peak``: an "up to" or a maximum; ``place``: of claims that say the same, the least speaks.
    """
    values: dict[str, Any] = {"peak": peak}
    values |= {"metric": metric} if metric else {}
    values |= {"works": list(works)} if works else {}
    which = ["true"]
    which += ["metric = $metric"] if metric else []
    which += ["list_contains($works, work_id)"] if works else []
    connection.execute(_CLAIMS + " AND ".join(which), values)
    connection.execute(_BOARD)


def _rounded(factor: str) -> str:
    return f"if({factor} > 0, round({factor}, 8 - floor(log10({factor}))::INTEGER), {factor})"


# The record that has the work's own identifier speaks first, the abstract before the title.
_CLAIMS = f"""
    CREATE OR REPLACE TEMP TABLE gathered AS
    SELECT
        *,
        [{_rounded("factor_low")}, {_rounded("factor_high")}] AS ends,
        CASE WHEN $peak THEN list_max(ends) ELSE list_min(ends) END AS worth,
        CASE WHEN $peak THEN list_min(ends) ELSE list_max(ends) END AS other_end,
        qualifier = 'at_most' OR coalesce(statistic, '') = 'max' AS is_peak,
        row_number() OVER (
            ORDER BY paper_id <> work_id, field = 'title', paper_id, start_char, claim_id
        ) AS place
    FROM leaderboard
    WHERE """


def _says_all_of(one: str, other: str) -> str:
    """SQL: whether the one claim says all that the other does, which has the same metric and factor."""
    return f"""(
        ({other}.qualifier = 'exact' OR {one}.qualifier = {other}.qualifier)
        AND ({other}.statistic IS NULL OR {one}.statistic IS NOT DISTINCT FROM {other}.statistic)
        AND (
            {other}.baseline_name IS NULL OR {other}.baseline_is_generic
            OR {one}.baseline_key IS NOT DISTINCT FROM {other}.baseline_key
        )
        AND ({other}.setting IS NULL OR lower({one}.setting) IS NOT DISTINCT FROM lower({other}.setting))
        AND list_has_all({one}.hardware, {other}.hardware)
    )"""


_BOARD = f"""
    CREATE OR REPLACE TEMP TABLE board AS
    WITH repeats AS (
        SELECT c.claim_id
        FROM gathered c JOIN gathered o ON
            o.work_id = c.work_id AND o.metric = c.metric AND o.worth = c.worth AND o.other_end = c.other_end
            AND o.claim_id <> c.claim_id
        WHERE {_says_all_of("o", "c")} AND (o.place < c.place OR NOT {_says_all_of("c", "o")})
    )
    SELECT * EXCLUDE (ends) FROM gathered ANTI JOIN repeats USING (claim_id)
"""


def _rank(
    connection: duckdb.DuckDBPyConnection,
    given: Sequence[Condition],
    limit: int | None,
    *,
    every_claim: bool,
    peak: bool,
) -> None:
    """Make the temporary table ``ranked``; ``place`` is the order of its rows."""
    values: dict[str, Any] = {"every_claim": every_claim, "peak": peak, "limit": limit}
    for one in given:
        values |= one.values
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE ranked AS
        WITH chosen AS (
            FROM board
            WHERE {" AND ".join(["true", *(one.sql for one in given)])}
            QUALIFY $every_claim OR row_number() OVER (
                PARTITION BY work_id, metric ORDER BY is_peak AND NOT $peak, worth DESC, other_end DESC, place
            ) = 1
        )
        SELECT
            rank() OVER (ORDER BY worth DESC, other_end DESC) AS rank,
            * EXCLUDE (worth, other_end, is_peak, place),
            row_number() OVER (ORDER BY worth DESC, other_end DESC, is_peak, title, metric, claim_id) AS place
        FROM chosen
        ORDER BY place
        LIMIT $limit
        """,
        values,
    )


def _notes(
    connection: duckdb.DuckDBPyConnection,
    asked: Filters,
    devices: Sequence[str],
    given: Sequence[Condition],
    *,
    every_claim: bool,
) -> Iterator[str]:
    if asked.hardware:
        rows = connection.execute("SELECT DISTINCT unnest(hardware) FROM board").fetchall()
        used = {name for (name,) in rows}
        yield f"hardware: {_listed([name for name in devices if name in used])}" + (
            f"; no claim on {_listed(none)}" if (none := [name for name in devices if name not in used]) else ""
        )
    if asked.since:
        undated = count(connection, f"SELECT count(*) FROM board WHERE {DATE} IS NULL")
        if undated:
            who = (
                "1 claim of a paper without a date is"
                if undated == 1
                else f"{undated:,} claims of papers without a date are"
            )
            yield f"since: {who} left out"
    if asked.min_factor is None:
        worse = _worse(connection, given, every_claim=every_claim)
        if worse:
            who = (
                "1 line below 1, where something got worse, is"
                if worse == 1
                else (f"{worse:,} lines below 1, where something got worse, are")
            )
            yield f"factor: {who} left out; a lower --min-factor brings them"


def _worse(connection: duckdb.DuckDBPyConnection, given: Sequence[Condition], *, every_claim: bool) -> int:
    """How many more lines there were if what got worse had a place."""
    others = [one for one in given if one.sql != IS_GAIN]
    values: dict[str, Any] = {}
    for one in others:
        values |= one.values
    return count(
        connection,
        f"""
        SELECT count(*) FROM (
            SELECT 1 FROM board WHERE {" AND ".join(["true", *(one.sql for one in others)])}
            GROUP BY {"claim_id" if every_claim else "work_id, metric"}
            HAVING NOT bool_or({IS_GAIN})
        )
        """,
        values,
    )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
