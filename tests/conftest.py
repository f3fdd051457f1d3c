from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows import sample
from tests.flows.runner import Done, spawned


@dataclass(frozen=True)
class SampleRun:
    """The sample feed, loaded by the command."""

    warehouse: Path
    done: Done


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> SampleRun:
    """``paperclaims run`` on the sample feed, once for all tests; nobody writes into its warehouse."""
    warehouse = tmp_path_factory.mktemp("sample") / "claims.duckdb"
    return SampleRun(warehouse, spawned("run", sample.path(), "--warehouse", warehouse))


@pytest.fixture(scope="session")
def loaded(sample_run: SampleRun) -> Path:
    """The warehouse of the sample feed, to be read."""
    assert sample_run.done.code == 0, sample_run.done
    return sample_run.warehouse


@pytest.fixture
def own(loaded: Path, tmp_path: Path) -> Path:
    """A copy of the warehouse of the sample feed, to be written."""
    return Path(shutil.copy(loaded, tmp_path / "claims.duckdb"))
