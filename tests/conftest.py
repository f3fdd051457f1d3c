from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows import sample
from flows.orchestration.session import session
from flows.progress import Progress
from tests.flows.contacts import Contacts
from tests.flows.runner import Done, spawned


def pytest_xdist_auto_num_workers() -> int:
    """Three processes for two cores: many tests wait for processes of their own."""
    return max((os.cpu_count() or 1) * 3 // 2, 1)


@dataclass(frozen=True)
class SampleRun:
    """The sample feed, loaded by the command."""

    warehouse: Path
    done: Done
    contacts: list[str]


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> SampleRun:
    """``paperclaims run`` on the sample feed, once for all tests; nobody writes into its warehouse."""
    folder = tmp_path_factory.mktemp("sample")
    warehouse = folder / "claims.duckdb"
    contacts = Contacts(folder)
    done = spawned("run", sample.path(), "--warehouse", warehouse, env=contacts.environment)
    return SampleRun(warehouse, done, contacts.made())


@pytest.fixture(scope="session")
def loaded(sample_run: SampleRun) -> Path:
    """The warehouse of the sample feed, to be read."""
    assert sample_run.done.code == 0, sample_run.done
    return sample_run.warehouse


@pytest.fixture
def own(loaded: Path, tmp_path: Path) -> Path:
    """A copy of the warehouse of the sample feed, to be written."""
    return Path(shutil.copy(loaded, tmp_path / "claims.duckdb"))


@pytest.fixture(scope="session")
def prefect() -> Iterator[dict[str, str]]:
    """One Prefect server for the flows that tests run in this process, and the environment that names it."""
    with session(Progress()):
        yield {"PREFECT_API_URL": os.environ["PREFECT_API_URL"]}
