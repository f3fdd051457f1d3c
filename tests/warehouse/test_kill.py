"""Killed at any moment, the file opens with whole batches, and the next run completes the work."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.warehouse.samples import Dump, dump, feed, rows
from tests.warehouse.samples import batch as tabulated
from warehouse import Warehouse

BATCH, BATCHES = 20, 3

LOADER = """
import sys
from pathlib import Path
from tests.warehouse.test_kill import load
load(Path(sys.argv[1]), lambda: print(flush=True))
"""


def load(path: Path, loaded: object = lambda: None) -> None:
    results = feed(BATCH * BATCHES)
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", "1")
        for at in range(0, len(results), BATCH):
            store.load(run_id, tabulated(results[at : at + BATCH]))
            loaded()  # type: ignore[operator]
        store.finish_run(run_id, "completed")


def without_runs(rows_of: Dump) -> Dump:
    """The rows without the times and ids of the run that happened to bring them."""
    kept = {}
    for name, found in rows_of.items():
        if name == "papers":
            found = [(*row[:10], row[11]) for row in found]  # from paper_id to categories, and extractor_version
        elif name != "migrations":
            found = [row[:-1] for row in found]
        kept[name] = found
    del kept["migrations"]
    return kept


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Dump:
    path = tmp_path_factory.mktemp("undisturbed") / "claims.duckdb"
    load(path)
    return without_runs(dump(path))


@pytest.mark.parametrize(("batches", "seconds"), [(0, 0.0), (1, 0.03), (BATCHES, 0.0)])
def test_killed_in_the_middle_of_a_run(tmp_path: Path, undisturbed: Dump, batches: int, seconds: float) -> None:
    path = tmp_path / "claims.duckdb"
    with subprocess.Popen([sys.executable, "-c", LOADER, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(batches):
            process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)

    if path.exists():
        # A reader comes first: it finds whole batches, as the ledger counts them.
        [(papers, seen)] = rows(path, "SELECT count(*), (SELECT coalesce(max(papers_seen), 0) FROM runs) FROM papers")
        assert papers == seen
        assert papers % BATCH == 0
        assert papers >= batches * BATCH
        for relation in ("claims", "hardware_mentions", "links"):
            assert rows(path, f"SELECT count(*), count(DISTINCT paper_id) FROM {relation}") == [(papers, papers)]
    else:
        assert batches == 0
    load(path)
    assert without_runs(dump(path)) == undisturbed
    statuses = [status for (status,) in rows(path, "SELECT status FROM runs ORDER BY run_id")]
    assert statuses[-1] == "completed"
    assert set(statuses[:-1]) <= {"interrupted", "completed"}
    assert path.with_name("claims.duckdb.wal").exists() is False


FULL = """
import resource, signal, sys
from pathlib import Path
from tests.warehouse.test_kill import load
from warehouse import WarehouseError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    load(Path(sys.argv[1]))
except WarehouseError as error:
    print(error)
"""


@pytest.mark.parametrize("where", ["log", "file"])
def test_no_room_is_one_line_and_no_loss(path: Path, undisturbed: Dump, where: str) -> None:
    # The first limit stops the log after a batch, the second the file itself when all is folded into it.
    room = 20_000 if where == "log" else path.stat().st_size
    command = [sys.executable, "-c", FULL, str(path), str(room)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"{path}: ")
    assert done.stdout.count("\n") == 1
    assert ("checkpoint" in done.stdout) == (where == "file")
    [(papers,)] = rows(path, "SELECT count(*) FROM papers")
    assert papers % BATCH == 0
    assert papers < BATCH * BATCHES if where == "log" else papers == BATCH * BATCHES
    load(path)
    assert without_runs(dump(path)) == undisturbed
