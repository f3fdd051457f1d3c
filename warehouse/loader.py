"""A batch of papers into the warehouse: what is new goes in, what it replaces goes to history.

What counts as a change, so that loading a feed again changes nothing:

- A paper's text, its system, and any row of its claims, mentions or links: what is replaced goes to history. A claim
  that a newer extractor finds again, the same in every other column, only takes the newer ``extractor_version``;
  which version had read its paper before stands in ``readings_history``.
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
import polars as pl

from schemas.tables import PAPERS
from warehouse.children import CHILDREN, Replaced, replace_rows, set_aside
from warehouse.connection import count
from warehouse.incoming import Frames, bring_in
from warehouse.runs import LoadCounts, Run

# What a feed says about a paper beside its text.
_METADATA = ("url", "arxiv_id", "doi", "published", "categories")
_STORED = ", ".join([*PAPERS, "first_seen", "last_seen", "extractor_version", "run_id", "text_digest"])
_DIGEST = "(md5_number_lower(title || chr(31) || abstract) >> 1)::BIGINT AS text_digest"  # as schemas.identity says


def load(connection: duckdb.DuckDBPyConnection, run: Run, frames: Frames, *, from_feed: bool) -> LoadCounts:
    """Load a batch inside the caller's transaction."""
    if not _is_any_known(connection, frames["papers"]):
        return _insert(connection, run, frames)
    bring_in(connection, frames)
    set_aside(connection, "papers", "incoming_papers", "standing_papers")
    _decide(connection, run, from_feed=from_feed)
    before = _counted_before(connection, run)
    replaced = {child.name: replace_rows(connection, run, child) for child in CHILDREN}
    _update_papers(connection, run, from_feed=from_feed)
    _insert_papers(connection, run)
    return _count(connection, before, replaced)


def amend(connection: duckdb.DuckDBPyConnection, run: Run, papers: pl.DataFrame) -> LoadCounts:
    """Papers whose text stands, read by the run's extractor, while their feed says something else of them beside."""
    bring_in(connection, {"papers": papers})
    set_aside(connection, "papers", "incoming_papers", "standing_papers")
    connection.execute(
        "UPDATE incoming_papers i SET system = p.system FROM standing_papers p WHERE p.paper_id = i.paper_id"
    )
    _decide(connection, run, from_feed=True)
    before = _counted_before(connection, run)
    claims = count(connection, "SELECT count(*) FROM claims SEMI JOIN batch USING (paper_id)")
    _update_papers(connection, run, from_feed=True)
    return _count(connection, before, {"claims": Replaced(0, 0, claims)})


def _is_any_known(connection: duckdb.DuckDBPyConnection, papers: pl.DataFrame) -> bool:
    ids = papers.select("paper_id").to_arrow()  # noqa: F841 - DuckDB finds it by its name
    return bool(connection.execute("SELECT 1 FROM papers SEMI JOIN ids USING (paper_id) LIMIT 1").fetchone())


def _insert(connection: duckdb.DuckDBPyConnection, run: Run, frames: Frames) -> LoadCounts:
    """Papers none of which is known: nothing to compare, nothing to replace."""
    seen = {"first_seen": run.started_at, "last_seen": run.started_at, "extractor_version": run.extractor_version}
    for relation, frame in frames.items():
        columns = {"run_id": run.run_id} | (seen if relation == "papers" else {})
        incoming = frame.with_columns(**{name: pl.lit(value) for name, value in columns.items()}).to_arrow()  # noqa: F841
        derived = f", {_DIGEST}" if relation == "papers" else ""
        connection.execute(f"INSERT INTO {relation} BY NAME SELECT *{derived} FROM incoming")
    claims = len(frames["claims"])
    return LoadCounts(len(frames["papers"]), 0, 0, claims=claims, claims_new=claims, claims_replaced=0)


def _decide(connection: duckdb.DuckDBPyConnection, run: Run, *, from_feed: bool) -> None:
    """Make the table ``batch``: each incoming paper as it should stand, and what that means.

    ``is_new``: never seen. ``is_older``: passed over. ``is_changed``: its own row changes. ``is_counted``: this run
    has counted it before.
    """
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE batch AS
        SELECT
            i.paper_id, i.title, i.abstract, i.system, coalesce(p.source, i.source) AS source,
            {", ".join(f"{_merge(name)} AS {name}" for name in _METADATA)},
            i.text_digest,
            p.paper_id IS NULL AS is_new,
            false AS is_older,
            false AS is_changed,
            coalesce(p.last_seen = $started AND $from_feed, false) AS is_counted
        FROM (SELECT *, {_DIGEST} FROM incoming_papers) i LEFT JOIN standing_papers p USING (paper_id)
        """,
        {"started": run.started_at, "from_feed": from_feed},
    )
    differs = " OR ".join(f"b.{name} IS DISTINCT FROM p.{name}" for name in PAPERS)
    changed = (
        f"UPDATE batch b SET is_changed = true FROM standing_papers p WHERE p.paper_id = b.paper_id AND ({differs})"
    )
    if count(connection, changed):
        _pass_over(connection)


def _pass_over(connection: duckdb.DuckDBPyConnection) -> None:
    """Of the changes, those that only bring back what the run that brought the standing row had replaced by it."""
    otherwise = " OR ".join(f"b.{name} IS DISTINCT FROM p.{name}" for name in ("title", "abstract", *_METADATA))
    says_more = " OR ".join(f"({_given('i', name)} AND i.{name} IS DISTINCT FROM h.{name})" for name in _METADATA)
    connection.execute(f"""
        UPDATE batch b SET is_older = true, is_changed = false
        FROM incoming_papers i JOIN standing_papers p USING (paper_id) JOIN papers_history h USING (paper_id)
        WHERE i.paper_id = b.paper_id AND b.is_changed AND ({otherwise})
            AND h.superseded_by = p.run_id AND h.superseded_at = h.last_seen
            AND h.title = i.title AND h.abstract = i.abstract
            AND NOT (i.source = p.source AND ({says_more}))
    """)


def says_otherwise() -> str:
    """SQL: whether what a feed says of a paper beside its text, in the row ``i``, changes the stored row ``p``."""
    return " OR ".join(f"{_merge(name)} IS DISTINCT FROM p.{name}" for name in _METADATA)


def _merge(name: str) -> str:
    theirs, ours = (f"CASE WHEN {_given(row, name)} THEN {row}.{name} END" for row in ("i", "p"))
    merged = f"CASE WHEN i.source = p.source THEN coalesce({theirs}, {ours}) ELSE coalesce({ours}, {theirs}) END"
    return f"coalesce({merged}, [])" if name == "categories" else merged


def _given(row: str, name: str) -> str:
    return f"len({row}.{name}) > 0" if name == "categories" else f"{row}.{name} IS NOT NULL"


def _update_papers(connection: duckdb.DuckDBPyConnection, run: Run, *, from_feed: bool) -> None:
    connection.execute(
        "INSERT INTO readings_history SELECT p.paper_id, p.extractor_version, ?, ? "
        "FROM standing_papers p SEMI JOIN (FROM batch WHERE NOT is_older) USING (paper_id) "
        "WHERE p.extractor_version <> ?",
        [run.started_at, run.run_id, run.extractor_version],
    )
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
    connection.execute(
        """
        UPDATE papers SET
            last_seen = CASE WHEN $from_feed THEN $started ELSE last_seen END,
            extractor_version = CASE WHEN b.is_older THEN extractor_version ELSE $version END,
            text_digest = CASE WHEN b.is_older THEN papers.text_digest ELSE b.text_digest END
        FROM batch b WHERE papers.paper_id = b.paper_id
        """,
        {"from_feed": from_feed, "started": run.started_at, "version": run.extractor_version},
    )


def _insert_papers(connection: duckdb.DuckDBPyConnection, run: Run) -> None:
    columns = ", ".join(PAPERS)
    connection.execute(
        f"INSERT INTO papers ({_STORED}) "
        f"SELECT {columns}, $started, $started, $version, $run, text_digest FROM batch WHERE is_new",
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


def _count(connection: duckdb.DuckDBPyConnection, before: _Before, replaced: dict[str, Replaced]) -> LoadCounts:
    touched = frozenset[str]().union(*(rows.papers for rows in replaced.values()))
    new = changed = unchanged = 0
    flags = connection.execute("SELECT paper_id, is_new, is_counted, is_changed FROM batch").fetchall()
    for paper_id, is_new, is_counted, is_changed in flags:
        if is_new:
            new += 1
        elif is_changed or paper_id in touched:
            changed += not is_counted or paper_id in before.unchanged
            unchanged -= paper_id in before.unchanged
        else:
            unchanged += not is_counted
    claims = replaced["claims"]
    return LoadCounts(
        papers_new=new,
        papers_changed=changed,
        papers_unchanged=unchanged,
        claims=claims.standing - before.claims,
        claims_new=claims.new,
        claims_replaced=claims.gone,
    )
