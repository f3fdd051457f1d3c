"""What a run has brought that readers have not seen: claims, refusals, and who came up in the leaderboards.

Since the last run that was completed, so that what a run brought that was stopped or killed is told by the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connection import count
from warehouse.files import connect_reader
from warehouse.filters import IS_GAIN
from warehouse.migrations import version_of
from warehouse.ranking import LAYOUT, gather

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Move:
    """A work that came into the top of a metric's leaderboard, rose in it, or fell out of it.

    ``row`` is its best claim; a place is null where the work has none.
    """

    row: Row
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class News:
    """What is new; of ``claims`` and ``rejects`` the first rows only, with how many there are."""

    claims: list[Row]
    claims_in_all: int
    rejects: list[Row]
    rejects_in_all: int
    moves: list[Move]


def of_run(connection: duckdb.DuckDBPyConnection, path: Path, run_id: str, rows: int, top: int) -> News:
    """The news of a run that writes the warehouse at ``path``, where readers still find what was there before.

    At most ``rows`` of the claims, comparisons with a factor first, and of the refusals; the first ``top`` places.
    """
    values = {"run": run_id, "since": _last_completed(connection, run_id)}
    claims_in_all = count(connection, f"SELECT count(*) FROM claims c WHERE {_IS_NEW}", values)
    rejects_in_all = count(connection, f"SELECT count(*) FROM rejects c WHERE {_IS_NEW}", values)
    claims = _rows(connection, _CLAIMS, {**values, "rows": rows}) if claims_in_all else []
    rejects = _rows(connection, _REJECTS, {**values, "rows": rows}) if rejects_in_all else []
    metrics = [metric for (metric,) in connection.execute(_METRICS, values).fetchall()]
    moves = list(_moves(connection, path, run_id, values["since"], metrics, top)) if metrics else []
    return News(claims, claims_in_all, rejects, rejects_in_all, moves)


def _last_completed(connection: duckdb.DuckDBPyConnection, run_id: str) -> str:
    row = connection.execute(
        "SELECT coalesce(max(run_id), '') FROM runs WHERE status = 'completed' AND run_id < ?", [run_id]
    ).fetchone()
    assert row is not None
    return str(row[0])


_IS_NEW = "c.run_id > $since AND c.run_id <= $run"
_IS_RANKED = "kind = 'comparison' AND attribution = 'own' AND factor_low IS NOT NULL AND factor_high IS NOT NULL"
_CLAIMS = f"""
    SELECT c.*, p.title, coalesce(p.url, 'https://arxiv.org/abs/' || p.arxiv_id, 'https://doi.org/' || p.doi) AS url
    FROM claims c JOIN papers p USING (paper_id)
    WHERE {_IS_NEW}
    ORDER BY
        NOT ({_IS_RANKED}),
        CASE WHEN {_IS_RANKED} THEN least(factor_low, factor_high) END DESC,
        title, field DESC, start_char, claim_id
    LIMIT $rows
"""
_REJECTS = f"SELECT stage, locator, reason FROM rejects c WHERE {_IS_NEW} ORDER BY locator, reason LIMIT $rows"
_METRICS = f"""
    SELECT DISTINCT metric FROM claims c WHERE {_IS_RANKED} AND {_IS_NEW}
    UNION
    SELECT DISTINCT metric FROM claims_history WHERE {_IS_RANKED} AND superseded_by > $since AND superseded_by <= $run
    ORDER BY metric
"""
# Each work once a metric, by its best claim, as in a leaderboard. What runs have brought that came to no end is news,
# though readers could see it.
_STANDINGS = f"""
    CREATE OR REPLACE TEMP TABLE standings AS
    WITH told AS (
        FROM board ANTI JOIN (FROM claims WHERE run_id > $until) USING (claim_id)
        WHERE list_contains($metrics, metric) AND {IS_GAIN}
    ),
    best AS (
        FROM told
        QUALIFY row_number() OVER (
            PARTITION BY metric, work_id ORDER BY is_peak, worth DESC, other_end DESC, place
        ) = 1
    )
    SELECT
        *,
        rank() OVER (PARTITION BY metric ORDER BY worth DESC, other_end DESC) AS rank,
        row_number() OVER (
            PARTITION BY metric ORDER BY worth DESC, other_end DESC, is_peak, title, claim_id
        ) AS number
    FROM best
"""


def _moves(
    connection: duckdb.DuckDBPyConnection, path: Path, run_id: str, since: str, metrics: Sequence[str], top: int
) -> Iterator[Move]:
    """Metric by metric: who came up, best first, and then who fell out."""
    with closing(connect_reader(path)) as before:
        if (version_of(before) or 0) < LAYOUT:  # nothing was ranked in it that could have moved
            return
        for one, until in ((before, since), (connection, run_id)):
            gather(one)
            one.execute(_STANDINGS, {"until": until, "metrics": metrics})
        old_top, new_top = (_standings(one, "number <= ?", top) for one in (before, connection))
        works = list({work for _, work in (*old_top, *new_top)})
        old, new = (_standings(one, "list_contains(?, work_id)", works) for one in (before, connection))
    for metric in metrics:
        for key, row in new_top.items():
            was = old.get(key)
            if key[0] == metric and (was is None or row["rank"] < was["rank"]):
                yield Move(row, was["rank"] if was else None, row["rank"])
        for key, row in old_top.items():
            now = new.get(key)
            if key[0] == metric and (now is None or now["rank"] > top):
                yield Move(now or row, row["rank"], now["rank"] if now else None)


def _standings(connection: duckdb.DuckDBPyConnection, which: str, value: Any) -> dict[tuple[str, str], Row]:
    """By metric and work, the rows of ``standings`` that are asked for, best first."""
    found = _rows(connection, f"FROM standings WHERE {which} ORDER BY metric, number", [value])
    return {(row["metric"], row["work_id"]): row for row in found}


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, values: Any) -> list[Row]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
