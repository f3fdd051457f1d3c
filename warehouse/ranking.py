"""Who reports the most: the relation ``leaderboard``, ranked."""

from __future__ import annotations

from pathlib import Path

from schemas.vocabulary import Metric
from warehouse.errors import WarehouseError
from warehouse.files import connect_reader
from warehouse.sandbox import Result

# A reader wants what to expect, so a paper is ranked by its best typical claim, and by an "up to" or a maximum only
# when it has no other; of a range, by the end that every case reaches.
_RANKED = """
    WITH claims AS (
        SELECT
            claim_id, paper_id, metric, title,
            least(factor_low, factor_high) AS at_least_,
            greatest(factor_low, factor_high) AS at_most_,
            qualifier = 'at_most' OR coalesce(statistic, '') = 'max' AS peak_
        FROM leaderboard
        WHERE metric = coalesce(?, metric)
    ),
    chosen AS (
        FROM claims
        QUALIFY ? OR row_number() OVER (
            PARTITION BY paper_id, metric ORDER BY peak_, at_least_ DESC, at_most_ DESC, claim_id
        ) = 1
    ),
    ranked AS (
        SELECT claim_id, peak_, rank() OVER (ORDER BY at_least_ DESC, at_most_ DESC) AS rank
        FROM chosen
        ORDER BY rank, peak_, title, metric, claim_id
        LIMIT ?
    )
    -- Only now the sentences and all else that is long.
    SELECT r.rank, l.*
    FROM ranked r JOIN leaderboard l USING (claim_id)
    ORDER BY r.rank, r.peak_, l.title, l.metric, l.claim_id
"""


def leaderboard(
    path: Path, metric: str | None = None, limit: int | None = None, *, every_claim: bool = False
) -> Result:
    """The claims of ``leaderboard`` by factor, best first, with a column ``rank`` that equal factors share.

    One row a paper and metric, its best typical claim, unless ``every_claim``. Without a metric, all of them stand in
    one list.

    Raises:
        WarehouseError: there is no such metric, the limit is below 1, or the file can not be read.
    """
    if metric is not None and metric not in list(Metric):
        raise WarehouseError(f"there is no metric {metric!r}; there are: {', '.join(Metric)}")
    if limit is not None and limit < 1:
        raise WarehouseError("a leaderboard has one line at least")
    return Result(connect_reader(path)).execute(_RANKED, [metric, every_claim, limit])
