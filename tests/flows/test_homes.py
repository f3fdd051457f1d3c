"""Directories that Prefect and its server write into: where one can not be made, a line says which variable helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.papers import write
from tests.flows.runner import paperclaims, refused


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"HOME": "{file}", "XDG_CACHE_HOME": "", "PREFECT_HOME": ""}, "PREFECT_HOME names another place for it"),
        ({"HOME": "{file}", "XDG_CACHE_HOME": "", "PREFECT_HOME": "{folder}"}, "XDG_CACHE_HOME names another place"),
        ({"XDG_CACHE_HOME": "{file}"}, "{file}/paperclaims: can not be written (not a directory); XDG_CACHE_HOME"),
    ],
)
def test_a_home_that_can_not_be_written(tmp_path: Path, given: dict[str, str], said: str) -> None:
    file = tmp_path / "file"
    file.touch()
    places = {"file": file, "folder": tmp_path / "prefect"}
    env = {name: value.format(**places) for name, value in given.items()}
    done = paperclaims("run", write(tmp_path / "feed.jsonl", 1), "-w", tmp_path / "claims.duckdb", env=env)
    refused(done, said.format(**places))
    assert not (tmp_path / "claims.duckdb").exists()
