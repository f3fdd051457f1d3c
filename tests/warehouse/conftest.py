from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from schemas.records import Reject
from tests.warehouse.samples import Found, batch
from warehouse import RunSummary, Warehouse

Runner = Callable[..., RunSummary]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warehouse") / "empty.duckdb"
    Warehouse.open(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty: Path) -> Path:
    """A warehouse with nothing in it; a copy, since making one takes a while."""
    return Path(shutil.copy(empty, tmp_path / "claims.duckdb"))


@pytest.fixture
def run(path: Path) -> Runner:
    """Load batches in one run, from opening the file to closing it."""

    def run(
        *batches: Iterable[Found], version: str = "1", rejects: Sequence[Reject] = (), from_feed: bool = True
    ) -> RunSummary:
        with Warehouse.open(path) as store:
            run_id = store.start_run("feed.jsonl", version)
            for results in batches:
                store.load(run_id, batch(results, version), rejects, from_feed=from_feed)
            return store.finish_run(run_id, "completed")

    return run
