"""The pages in docs/ do what they say: commands and queries run on the sample, names are those of the warehouse."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from flows.cli import build_parser
from tests.flows.runner import ROOT, paperclaims
from tests.warehouse.samples import columns

LEADERBOARDS = (ROOT / "docs" / "leaderboards.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


COMMANDS = [line for block in blocks(LEADERBOARDS, "sh") for line in block.splitlines()]


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    shutil.copy(loaded, tmp_path / "claims.duckdb")
    monkeypatch.chdir(tmp_path)
    name, *arguments = shlex.split(command)
    done = paperclaims(*arguments)
    assert name == "paperclaims"
    assert done.code == 0, done
    assert done.out.strip()


@pytest.mark.parametrize("query", blocks(LEADERBOARDS, "sql"))
def test_a_query_finds_something(loaded: Path, query: str) -> None:
    done = paperclaims("sql", query, "-w", loaded, "-f", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)


def test_the_columns_that_are_named_are_there(loaded: Path) -> None:
    known = set(columns(loaded, "leaderboard"))
    assert {
        "baseline_name",
        "baseline_is_generic",
        "work_id",
        "confidence",
        "hardware",
        "setting",
        "baseline",
    } <= known


PAGES = {page.name: page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md"))}
ASKED = {
    f"{name}: {line}": line
    for name, text in PAGES.items()
    for language in ("sh", "console")
    for block in blocks(text, language)
    for line in block.splitlines()
    if "paperclaims " in line and not line.lstrip().startswith("#")
}


@pytest.mark.parametrize("line", ASKED.values(), ids=ASKED)
def test_a_command_is_one_that_there_is(line: str) -> None:
    *_, given = re.split(r"\bpaperclaims (?=[a-z])", line)
    words = shlex.split(given, comments=True)
    stop = next((i for i, word in enumerate(words) if word in ("|", "<", ">", "&&")), len(words))
    build_parser().parse_args(words[:stop])
