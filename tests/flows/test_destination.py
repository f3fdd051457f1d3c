"""Where rows go: nothing of worth is written over, and what can not be written is one line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.flows.runner import COMMAND, environment, paperclaims, refused

WRITERS = (["sql", "FROM papers"], ["leaderboard", "speed"], ["runs"])


@pytest.fixture
def stored(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(loaded, tmp_path / "claims.duckdb"))


@pytest.mark.parametrize("verb", WRITERS, ids=lambda verb: verb[0])
def test_a_warehouse_is_not_written_over(stored: Path, tmp_path: Path, verb: list[str]) -> None:
    before = stored.read_bytes()
    link = tmp_path / "link"
    link.symlink_to(stored)
    for target in (stored, link):
        done = paperclaims(*verb, "-w", stored, "--output", target)
        refused(done, f"{target}: is a DuckDB file, which is not written over")
    assert stored.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("verb", [*WRITERS, ["extract", "It is 2x faster."]], ids=lambda verb: verb[0])
def test_no_room_on_standard_output_is_one_line(stored: Path, verb: list[str]) -> None:
    where = [] if verb[0] == "extract" else ["-w", str(stored)]
    with open("/dev/full", "w") as full:
        command = [*COMMAND, *verb, *where]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (1, "paperclaims: standard output: No space left on device\n")


def test_the_ending_of_the_file_says_the_format(stored: Path, tmp_path: Path) -> None:
    for name in ("rows.json", "rows.jsonl"):
        assert paperclaims("sql", "SELECT 1 AS a", "-w", stored, "-o", tmp_path / name).code == 0
    assert json.loads((tmp_path / "rows.json").read_text()) == [{"a": 1}]
    assert json.loads((tmp_path / "rows.jsonl").read_text()) == {"a": 1}
    paperclaims("sql", "SELECT 1 AS a", "-w", stored, "-f", "csv", "-o", tmp_path / "as-asked.json")
    assert (tmp_path / "as-asked.json").read_text() == "a\n1\n"


@pytest.mark.parametrize("verb", WRITERS, ids=lambda verb: verb[0])
def test_an_ending_that_is_of_no_format_is_said(stored: Path, tmp_path: Path, verb: list[str]) -> None:
    odd, usual = tmp_path / "rows.jsn", tmp_path / "rows.txt"
    for path, said in ((odd, f"{odd}: a table, as .jsn is the ending of no format; see --format\n"), (usual, "")):
        done = paperclaims(*verb, "-w", stored, "-o", path)
        assert (done.code, done.out, done.err) == (0, "", said)
    assert odd.read_text() == usual.read_text()
    assert paperclaims(*verb, "-w", stored, "-o", odd, "-f", "json").err == ""
    assert json.loads(odd.read_text())


def test_a_paper_is_shown_by_its_system(stored: Path) -> None:
    assert paperclaims("show", "zero", "-w", stored).out.startswith("ZeRO: ")


@pytest.mark.parametrize(
    "verb", [*WRITERS, ["show", "zero"], ["leaderboard", "--evidence"], ["compare", "EIE", "DaDianNao"]]
)
def test_a_reader_that_leaves_at_once_is_no_fault(stored: Path, verb: list[str]) -> None:
    command = [*COMMAND, *verb, "-w", str(stored)]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, text=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr
