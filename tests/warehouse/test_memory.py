"""What the database keeps in memory while a run loads, which does not grow with the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.warehouse.samples import Found, batch, dump, found
from warehouse import Warehouse, memory

MEGABYTES = 8
BATCHES = 6  # of some two megabytes each


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound that few papers meet."""
    monkeypatch.setattr(memory, "KEPT", f"{MEGABYTES}MB")


def papers(which: int, texts: str = "word") -> list[Found]:
    """A batch of long texts."""
    return [found(10 * which + number, words=f"{texts} " * 40_000) for number in range(1, 11)]


def kept(store: Warehouse) -> float:
    """Megabytes."""
    row = store._connection.execute("SELECT sum(memory_usage_bytes) / 1e6 FROM duckdb_memory()").fetchone()
    assert row
    return float(row[0])


def load(path: Path) -> tuple[list[float], str]:
    """Load all batches, and half of them again with other texts; the memory after each, and the limit in the end."""
    after = []
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed", "1")
        for which in range(BATCHES):
            store.load(run_id, batch(papers(which)))
            after.append(kept(store))
        store.finish_run(run_id, "completed")
        run_id = store.start_run("feed", "1")
        for which in range(BATCHES // 2):
            store.load(run_id, batch(papers(which, "text")))
            after.append(kept(store))
            store.recognise(run_id, [paper for paper, _ in papers(BATCHES - 1 - which)])
            after.append(kept(store))
        store.finish_run(run_id, "completed")
        return after, memory.limit_of(store._connection)


def timeless(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: [row[:3] for row in rows] for name, rows in dump(path).items() if name not in ("runs", "migrations")
    }


def test_what_is_kept_does_not_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    after, limit = load(tmp_path / "little.duckdb")
    assert max(after) < MEGABYTES + 1
    assert [file.name for file in tmp_path.iterdir()] == ["little.duckdb"]
    monkeypatch.setattr(memory, "KEPT", "1TB")
    much, usual = load(tmp_path / "much.duckdb")
    assert max(much) > 2 * MEGABYTES
    assert limit == usual
    assert timeless(tmp_path / "little.duckdb") == timeless(tmp_path / "much.duckdb")


def test_what_a_killed_writer_had_let_go_of_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    code = (
        "import os, sys; from pathlib import Path\n"
        "from tests.warehouse import test_memory; from warehouse import memory\n"
        f"memory.KEPT = '{MEGABYTES}MB'; test_memory.Warehouse.finish_run = lambda *_: os.kill(os.getpid(), 9)\n"
        "test_memory.load(Path(sys.argv[1]))\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [file for file in tmp_path.iterdir() if file.is_dir() and os.listdir(file)]
    with Warehouse.open(path) as store:
        assert not [file for file in tmp_path.iterdir() if file.is_dir()]
        run_id = store.start_run("feed", "1")
        assert store.load(run_id, batch(papers(0))).papers_unchanged == 10
        store.finish_run(run_id, "completed")
    assert [file.name for file in tmp_path.iterdir()] == ["claims.duckdb"]
