from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.fetching.reader import Reader
from tests.flows.fetching.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of its own for a test."""
    with serving() as found:
        yield found


@pytest.fixture(autouse=True)
def _directly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here goes through a proxy, or says who runs the tests."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")] + ["PAPERCLAIMS_CONTACT"]:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Fetches for a warehouse of its own."""
    return Reader(tmp_path)
