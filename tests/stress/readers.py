"""Readers beside a writer: python -m tests.stress.readers FEED [--papers N] [--runs N] [--readers N] [--batch N].

Papers are extracted once, or read from ``--prepared FILE``, which is made when it is missing. One process then loads
them in several runs, while others query the same path in a loop and stop at the first thing that is wrong: an error,
a paper without all its claims, mentions and links, a number that the ledger does not know, a number of papers that is
not that of whole runs, or one that is smaller than before.
"""

from __future__ import annotations

import argparse
import pickle
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import duckdb

from schemas.tables import Tables
from tests.stress.work import PROCESSES, VERSION, Found, Work, extracted
from warehouse import Warehouse, find_paper, leaderboard, query

_CHILDREN = ("claims", "hardware_mentions", "links")


@dataclass
class Seen:
    """What one reader saw: how many queries it made, the numbers of papers, and the longest that it waited (s)."""

    queries: int = 0
    papers: list[int] = field(default_factory=list)
    longest: float = 0.0


def watched(path: Path, runs: Sequence[Sequence[Tables]], readers: int) -> tuple[float, list[Seen]]:
    """Load the runs into a warehouse that is not there yet, watched; the seconds it took, and what each reader saw.

    Raises:
        AssertionError: a reader found something wrong; it says what.
    """
    expected = _expected(runs)
    pipes = [PROCESSES.Pipe() for _ in range(readers)]
    processes = [PROCESSES.Process(target=_read, args=(path, expected, theirs), daemon=True) for _, theirs in pipes]
    for process in processes:
        process.start()
    ours = [mine for mine, _ in pipes]
    for connection in ours:
        assert connection.recv() == "ready"
    began = time.monotonic()
    for batches in runs:
        with Warehouse.open(path) as store:
            run_id = store.start_run("feed", VERSION)
            for tables in batches:
                store.load(run_id, tables)
            store.finish_run(run_id, "completed")
    took = time.monotonic() - began
    seen = []
    for connection in ours:
        connection.send("stop")
        said = connection.recv()
        assert isinstance(said, Seen), said
        seen.append(said)
    for process in processes:
        process.join()
    return took, seen


@dataclass(frozen=True)
class _Expected:
    """The rows of each paper by relation, and the numbers of papers that whole runs make."""

    rows: dict[str, tuple[int, ...]]
    totals: list[int]


def _expected(runs: Sequence[Sequence[Tables]]) -> _Expected:
    rows: dict[str, list[int]] = {}
    for tables in (tables for batches in runs for tables in batches):
        rows.update({paper_id: [0] * len(_CHILDREN) for paper_id in tables.papers["paper_id"]})
        for place, name in enumerate(_CHILDREN):
            for paper_id in getattr(tables, name)["paper_id"]:
                rows[paper_id][place] += 1
    sizes = [sum(len(tables.papers) for tables in batches) for batches in runs]
    return _Expected({key: tuple(counts) for key, counts in rows.items()}, [0, *accumulate(sizes)])


def _read(path: Path, expected: _Expected, tell: Connection) -> None:
    """Query until told to stop, and once more after that."""
    seen = Seen()
    tell.send("ready")
    try:
        while not path.exists():
            time.sleep(0.001)
        is_last = False
        while not is_last:
            is_last = tell.poll()
            began = time.monotonic()
            _look(path, expected, seen)
            seen.queries += 1
            seen.longest = max(seen.longest, time.monotonic() - began)
        assert seen.papers[-1] == expected.totals[-1], f"{seen.papers[-1]} papers in the end"
    except Exception as error:
        tell.send(f"{type(error).__name__}: {error}")
    else:
        tell.send(seen)


def _look(path: Path, expected: _Expected, seen: Seen) -> None:
    """One round: any DuckDB client, then the ways of the package."""
    with duckdb.connect(str(path), read_only=True) as connection:
        rows: list[tuple[Any, ...]] = connection.execute(f"""
            SELECT p.paper_id, {", ".join(f"coalesce({name}.n, 0)" for name in _CHILDREN)} FROM papers p
            {" ".join(f"LEFT JOIN (SELECT paper_id, count(*) AS n FROM {name} GROUP BY ALL) {name} USING (paper_id)"
                      for name in _CHILDREN)}
        """).fetchall()  # fmt: skip
        [(papers, claims, running)] = connection.execute(
            "SELECT coalesce(sum(papers_new), 0), coalesce(sum(claims_new), 0), count(*) FILTER (status = 'running') "
            "FROM runs"
        ).fetchall()
    assert len(rows) in expected.totals, f"{len(rows)} papers are no whole runs"
    assert not seen.papers or seen.papers[-1] <= len(rows), f"{len(rows)} papers after {seen.papers[-1]}"
    assert (papers, claims, running) == (len(rows), sum(row[1] for row in rows), 0), "the ledger says otherwise"
    for paper_id, *counts in rows:
        assert expected.rows[paper_id] == tuple(counts), f"{paper_id} has not all its rows"
    if not seen.papers or seen.papers[-1] < len(rows):
        seen.papers.append(len(rows))
    with query(path, "SELECT count(*), (SELECT sum(papers_new) FROM runs) FROM papers") as result:
        [(count, known)] = result.fetchall()
    assert count == (known or 0)
    with leaderboard(path, limit=10) as ranked:
        ranked.fetchall()
    if rows:
        stored = find_paper(path, rows[0][0])
        assert (len(stored.claims), len(stored.mentions), len(stored.links)) == expected.rows[rows[0][0]]


def main() -> None:
    """Say what the readers saw; end with an error when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("feed", type=Path)
    parser.add_argument("--prepared", type=Path, help="where the extracted papers are kept between trials")
    parser.add_argument("--papers", type=int, default=40_000, help="at most so many papers (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--batch", type=int, default=250, help="papers a batch")
    args = parser.parse_args()
    found = prepared(args.feed, args.prepared)[: args.papers]
    batches = [tables for tables, _ in Work.of(found, args.batch).batches]
    share = -(-len(batches) // args.runs)
    runs = [batches[at : at + share] for at in range(0, len(batches), share)]
    with tempfile.TemporaryDirectory() as directory:
        took, seen = watched(Path(directory, "claims.duckdb"), runs, args.readers)
    print(
        f"{sum(len(tables.papers) for tables in batches)} papers in {len(runs)} runs, loaded in {took:.1f} s beside"
    )
    for reader in seen:
        print(f"  {reader.queries} rounds of 5 queries, the longest {reader.longest:.2f} s; papers: {reader.papers}")
    print("no error, no half a paper, only whole runs")


def prepared(feed: Path, kept: Path | None) -> list[Found]:
    """The papers of the feed with what was found in each, from where they are kept, or made and kept there."""
    if kept and kept.exists():
        made: list[Found] = pickle.loads(kept.read_bytes())
        return made
    found, _ = extracted(feed)
    if kept:
        kept.write_bytes(pickle.dumps(found))
    return found


if __name__ == "__main__":
    main()
