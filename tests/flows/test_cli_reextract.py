"""The stored texts read again: what an older extractor read, and nothing else."""

from __future__ import annotations

import dataclasses
import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest

from extractors import EXTRACTOR_VERSION, extract_paper
from schemas.records import Extraction, Paper
from schemas.tables import tabulate
from tests.flows.papers import abstract, title, write
from tests.flows.runner import COMMAND, environment, paperclaims, refused
from tests.warehouse.samples import dump, rows
from warehouse import Warehouse


def make_stale(path: Path, where: str = "true") -> int:
    """As if an older extractor had read these papers."""
    with duckdb.connect(str(path)) as connection:
        for relation in ("papers", "claims"):
            connection.execute(f"UPDATE {relation} SET extractor_version = '0.0.1' WHERE {where}")
        [(count,)] = connection.execute(f"SELECT count(*) FROM papers WHERE {where}").fetchall()
    return int(count)


@pytest.fixture
def path(prefect: dict[str, str], tmp_path: Path) -> Path:
    path = tmp_path / "claims.duckdb"
    assert paperclaims("run", write(tmp_path / "feed.jsonl", 4), "-w", path, env=prefect).code == 0
    return path


def test_nothing_is_stale(prefect: dict[str, str], path: Path) -> None:
    before = dump(path)
    done = paperclaims("reextract", "-w", path, env=prefect)
    assert done.code == 0
    assert done.out.splitlines()[0] == "feed       reextract"
    assert "papers     0 (0 new, 0 changed, 0 unchanged)" in done.out.splitlines()
    assert dump(path) == before
    assert rows(path, "SELECT feed, status FROM runs ORDER BY run_id")[1] == ("reextract", "completed")


def test_stale_papers_are_read_again_without_their_feed(prefect: dict[str, str], path: Path) -> None:
    [(seen,)] = rows(path, "SELECT max(last_seen) FROM papers")
    make_stale(path)
    path.with_name("feed.jsonl").unlink()
    done = paperclaims("reextract", "-w", path, env=prefect)
    assert done.code == 0
    assert "papers     4 (0 new, 0 changed, 4 unchanged)" in done.out.splitlines()
    assert rows(path, "SELECT DISTINCT extractor_version FROM papers") == [(EXTRACTOR_VERSION,)]
    assert rows(path, "SELECT max(last_seen) FROM papers") == [(seen,)]  # no feed has shown them again
    assert rows(path, "SELECT count(*) FROM claims") == [(12,)]


def test_what_the_new_extractor_finds_replaces_what_the_old_one_found(
    prefect: dict[str, str], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import tasks

    assert make_stale(path, "paper_id <> 'arxiv:2401.00003'") == 3
    task = tasks.extract

    def fewer(papers: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        for paper in papers:
            found = extract_paper(*paper)
            yield dataclasses.replace(found, claims=found.claims[:1])

    monkeypatch.setattr(tasks, "extract", lambda papers: task(papers, extractor=fewer))
    done = paperclaims("reextract", "-w", path, env=prefect)
    assert "papers     3 " in done.out
    assert rows(path, "SELECT paper_id, count(*) FROM claims GROUP BY ALL ORDER BY 1") == [
        ("arxiv:2401.00001", 1), ("arxiv:2401.00002", 1), ("arxiv:2401.00003", 3), ("arxiv:2401.00004", 1),
    ]  # fmt: skip
    [(run_id,)] = rows(path, "SELECT max(run_id) FROM runs")
    kept = rows(path, "SELECT paper_id, extractor_version, superseded_by FROM claims_history")
    assert len(kept) >= 6
    assert {(version, by) for _, version, by in kept} == {("0.0.1", run_id)}
    assert paperclaims("reextract", "-w", path, env=prefect).out.splitlines()[2].startswith("papers     0 ")


BATCH, KILLED = 1000, 1100  # papers: a whole batch and a part


def by_an_older_extractor(path: Path) -> Path:
    """A warehouse whose papers were read by an extractor that found nothing in them."""
    results = [
        (Paper.of(title(n), abstract(n), source="jsonl", arxiv_id=f"2401.{n:05}"), Extraction())
        for n in range(1, KILLED + 1)
    ]
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "0.0.1")
        store.load(run_id, tabulate(results, "0.0.1"))
        store.finish_run(run_id, "completed")
    return path


def found_rows(path: Path) -> list[list[tuple[object, ...]]]:
    """What was found and what became history, whichever run it was."""
    by_run = "run_id, first_seen, last_seen, superseded_at, superseded_by"
    return [
        rows(path, f"SELECT COLUMNS(c -> NOT contains('{by_run}', c)) FROM {relation} ORDER BY ALL")
        for relation in ("papers", "claims", "hardware_mentions", "links", "readings_history", "claims_history")
    ]


def test_killed_in_the_middle_and_started_again_it_reads_what_is_left(
    prefect: dict[str, str], tmp_path: Path
) -> None:
    path = by_an_older_extractor(tmp_path / "claims.duckdb")
    undisturbed = Path(shutil.copy(path, tmp_path / "undisturbed.duckdb"))
    command = [*COMMAND, "reextract", "-w", str(path)]
    with subprocess.Popen(command, env=environment(prefect), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for line in process.stderr:
            if line.startswith(f"reextract: {BATCH:,} of {KILLED:,} papers, "):
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL

    done = paperclaims("reextract", "-w", path, env=prefect)
    assert done.code == 0
    ledger = rows(path, "SELECT papers_seen, status FROM runs WHERE feed = 'reextract' ORDER BY run_id")
    (before, interrupted), (left, completed) = ledger
    assert (interrupted, completed) == ("interrupted", "completed")
    assert before + left == KILLED
    assert 0 < left <= KILLED - BATCH
    steps = done.err.splitlines()
    to_read = f"of {KILLED:,} papers to read by extractor {EXTRACTOR_VERSION}"
    assert f"{path}: {left} {to_read}; {before:,} are read already" in steps
    assert [step for step in steps if step.startswith(f"reextract: {left} of {left} papers, ")]
    assert f"papers     {left} (0 new, {left} changed, 0 unchanged)" in done.out.splitlines()

    assert f"{undisturbed}: {KILLED:,} {to_read}" in (
        paperclaims("reextract", "-w", undisturbed, env=prefect).err.splitlines()
    )
    assert found_rows(path) == found_rows(undisturbed)
    assert rows(path, "SELECT count(*) FROM claims") == [(3 * KILLED,)]

    again = paperclaims("reextract", "-w", path, env=prefect)
    assert f"{path}: 0 {to_read}; {KILLED:,} are read already" in (again.err.splitlines())
    assert "papers     0 (0 new, 0 changed, 0 unchanged)" in again.out.splitlines()
    assert found_rows(path) == found_rows(undisturbed)


def test_no_warehouse_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    refused(paperclaims("reextract", "-w", path), f"{path}: there is no such warehouse; paperclaims run makes one")
    assert not path.exists()


def test_not_a_warehouse(tmp_path: Path) -> None:
    refused(paperclaims("reextract", "-w", __file__), "is not a DuckDB file")
    refused(paperclaims("reextract", "-w", tmp_path), "is a directory, not a warehouse")


def test_a_warehouse_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    duckdb.connect(str(path)).close()
    refused(paperclaims("reextract", "-w", path), "not a warehouse of paperclaims")
