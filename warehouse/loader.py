"""A batch of papers into the warehouse: what is new goes in, what it replaces goes to history.

What counts as a change, so that loading a feed again changes nothing:

- A paper's text, its system, and any row of its claims, mentions or links: what is replaced goes to history. A claim
  that a newer extractor finds again, the same in every other column, only takes the newer ``extractor_version``.
- What a feed says about a paper (url, identifiers, date, categories) never replaces something by nothing. The kind of
  feed that brought the paper first (``source``) may correct it; another kind only fills in what is missing, so that
  two feeds that disagree do not take turns.
- When one run sees several texts of a paper, the newest to appear stands; in the next run over the same feed, the
  older ones are known as what that run itself had replaced, and are passed over.
- Papers are told apart by ``paper_id`` alone. A paper that one feed gave by its title only, and another with its
  arXiv id, is two papers: neither is lost, and neither takes the other's place.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from schemas.tables import PAPERS
from warehouse.children import CHILDREN, Replaced, replace_rows
from warehouse.connection import count
from warehouse.incoming import refuse_ungrounded
from warehouse.runs import LoadCounts, Run

# What a feed says about a paper beside its text.
_METADATA = ("url", "arxiv_id", "doi", "published", "categories")
_STORED = ", ".join([*PAPERS, "first_seen", "last_seen", "extractor_version", "run_id"])


def load(connection: duckdb.DuckDBPyConnection, run: Run, *, from_feed: bool) -> LoadCounts:
    """Load the tables ``incoming_*`` inside the caller's transaction.

    Raises:
        WarehouseError: a span does not hold its quote, or a claim is of another extractor than the run's.
    """
    refuse_ungrounded(connection, run.extractor_version)
    _decide(connection, run, from_feed=from_feed)
    before = _counted_before(connection, run)
    connection.execute("CREATE OR REPLACE TEMP TABLE touched (paper_id VARCHAR)")
    replaced = {child.name: replace_rows(connection, run, child) for child in CHILDREN}
    _write_papers(connection, run, from_feed=from_feed)
    counts = _count(connection, before, replaced["claims"])
    for table in ("batch", "touched", "standing_papers"):
        connection.execute(f"DROP TABLE {table}")
    return counts


def _decide(connection: duckdb.DuckDBPyConnection, run: Run, *, from_feed: bool) -> None:
    """Make the table ``batch``: each incoming paper as it should stand, and what that means.

    ``is_new``: never seen. ``is_older``: passed over. ``is_changed``: its own row changes. ``is_counted``: this run
    has counted it before.
    """
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE standing_papers AS FROM papers SEMI JOIN incoming_papers USING (paper_id)"
    )
    merged = ", ".join(f"{_merge(name)} AS {name}" for name in _METADATA)
    says_otherwise = " OR ".join(f"m.{name} IS DISTINCT FROM p.{name}" for name in ("title", "abstract", *_METADATA))
    says_more = " OR ".join(f"({_given('i', name)} AND i.{name} IS DISTINCT FROM h.{name})" for name in _METADATA)
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE batch AS
        WITH merged AS (
            SELECT
                i.paper_id, i.title, i.abstract, i.system, coalesce(p.source, i.source) AS source, {merged},
                p.paper_id IS NULL AS is_new,
                coalesce(p.last_seen = $started AND $from_feed, false) AS is_counted
            FROM incoming_papers i LEFT JOIN standing_papers p USING (paper_id)
        ),
        older AS (
            SELECT i.paper_id
            FROM incoming_papers i
            JOIN standing_papers p USING (paper_id)
            JOIN papers_history h USING (paper_id)
            WHERE h.superseded_by = p.run_id AND h.superseded_at = h.last_seen  -- by a run that saw it as well
                AND h.title = i.title AND h.abstract = i.abstract
                AND NOT (i.source = p.source AND ({says_more}))
        ),
        compared AS (
            SELECT
                m.*,
                NOT m.is_new AND m.paper_id IN (FROM older) AND ({says_otherwise}) AS is_older,
                NOT m.is_new AND (m.system IS DISTINCT FROM p.system OR {says_otherwise}) AS differs
            FROM merged m LEFT JOIN standing_papers p USING (paper_id)
        )
        SELECT * EXCLUDE (differs), differs AND NOT is_older AS is_changed FROM compared
        """,
        {"started": run.started_at, "from_feed": from_feed},
    )


def _merge(name: str) -> str:
    theirs, ours = (f"CASE WHEN {_given(row, name)} THEN {row}.{name} END" for row in ("i", "p"))
    merged = f"CASE WHEN i.source = p.source THEN coalesce({theirs}, {ours}) ELSE coalesce({ours}, {theirs}) END"
    return f"coalesce({merged}, [])" if name == "categories" else merged


def _given(row: str, name: str) -> str:
    return f"len({row}.{name}) > 0" if name == "categories" else f"{row}.{name} IS NOT NULL"


def _write_papers(connection: duckdb.DuckDBPyConnection, run: Run, *, from_feed: bool) -> None:
    if count(connection, "SELECT count(*) FROM batch WHERE is_changed"):
        connection.execute(
            f"INSERT INTO papers_history ({_STORED}, superseded_at, superseded_by) SELECT {_STORED}, ?, ? "
            "FROM standing_papers SEMI JOIN (FROM batch WHERE is_changed) USING (paper_id)",
            [run.started_at, run.run_id],
        )
        assignments = ", ".join(f"{name} = b.{name}" for name in PAPERS)
        connection.execute(
            f"UPDATE papers SET {assignments}, run_id = ? "
            "FROM batch b WHERE papers.paper_id = b.paper_id AND b.is_changed",
            [run.run_id],
        )
    if count(connection, "SELECT count(*) FROM standing_papers"):
        connection.execute(
            """
            UPDATE papers SET
                last_seen = CASE WHEN $from_feed THEN $started ELSE last_seen END,
                extractor_version = CASE WHEN b.is_older THEN extractor_version ELSE $version END
            FROM batch b WHERE papers.paper_id = b.paper_id
            """,
            {"from_feed": from_feed, "started": run.started_at, "version": run.extractor_version},
        )
    columns = ", ".join(PAPERS)
    connection.execute(
        f"INSERT INTO papers ({_STORED}) "
        f"SELECT {columns}, $started, $started, $version, $run FROM batch WHERE is_new",
        {"started": run.started_at, "version": run.extractor_version, "run": run.run_id},
    )


@dataclass(frozen=True, slots=True)
class _Before:
    """What the run has counted already of papers that are in this batch again."""

    unchanged: frozenset[str] = frozenset()
    claims: int = 0


def _counted_before(connection: duckdb.DuckDBPyConnection, run: Run) -> _Before:
    counted = "(SELECT paper_id FROM batch WHERE is_counted)"
    if not count(connection, f"SELECT count(*) FROM {counted}"):
        return _Before()
    changes = " UNION ALL ".join(
        f"SELECT paper_id FROM {name} WHERE run_id = $run UNION ALL "
        f"SELECT paper_id FROM {name}_history WHERE superseded_by = $run"
        for name in ("papers", *(child.name for child in CHILDREN))
    )
    unchanged = connection.execute(f"FROM {counted} EXCEPT ({changes})", {"run": run.run_id}).fetchall()
    claims = count(connection, f"SELECT count(*) FROM claims SEMI JOIN {counted} USING (paper_id)")
    return _Before(frozenset(row[0] for row in unchanged), claims)


def _count(connection: duckdb.DuckDBPyConnection, before: _Before, claims: Replaced) -> LoadCounts:
    row = connection.execute("""
        SELECT
            count(*) FILTER (is_new),
            count(*) FILTER (NOT is_new AND NOT is_counted AND changed),
            count(*) FILTER (NOT is_new AND NOT is_counted AND NOT changed),
            coalesce(list(paper_id) FILTER (is_counted AND changed), [])
        FROM (SELECT *, is_changed OR paper_id IN (FROM touched) AS changed FROM batch)
    """).fetchone()
    assert row is not None
    new, changed, unchanged, again = row
    late = len(before.unchanged.intersection(again))
    return LoadCounts(
        papers_new=new,
        papers_changed=changed + late,
        papers_unchanged=unchanged - late,
        claims=claims.standing - before.claims,
        claims_new=claims.new,
        claims_replaced=claims.gone,
    )
