"""The README does what it says: its commands, queries and examples run, and its leaderboard is the tool's."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

import extractors
from flows.cli import VERBS, build_parser
from tests.flows.runner import ROOT, paperclaims
from tests.warehouse.samples import rows

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [block for name, block in BLOCKS if name == language]


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]
CONSOLE = [line.partition("#")[0].strip() for block in blocks("console") for line in block.splitlines()]
QUERIES = blocks("sql")
LEADERBOARD = re.search(r"`paperclaims (leaderboard [^`]+)`:\n\n<!-- leaderboard -->\n\n(.*?)\n<!--", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def folder(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a reader who has made the first run stands."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copy(loaded, folder / "claims.duckdb")
    (folder / "flows").symlink_to(ROOT / "flows")
    return folder


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    assert {name for name, _ in BLOCKS} == {"console", "sh", "sql", "python", ""}
    assert len(QUERIES) == 6
    assert len(COMMANDS) >= 6


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(folder: Path, prefect: dict[str, str], monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(folder)
    name, *arguments = shlex.split(command)
    done = paperclaims(*arguments, env=prefect)
    assert name == "paperclaims"
    assert done.code == 0, done
    if "--output" in arguments:
        assert (folder / arguments[arguments.index("--output") + 1]).stat().st_size
    else:
        assert done.out.strip()


@pytest.mark.parametrize("line", [line for line in CONSOLE if line.startswith("make ")])
def test_what_make_is_asked_for_is_there(line: str) -> None:
    done = subprocess.run(
        [*shlex.split(line), "-n"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "paperclaims run" in done.stdout or "pytest" in done.stdout


def test_the_variables_of_make_reach_the_command() -> None:
    [line] = re.findall(r"`(make run [A-Z][^`]+)`", TEXT)
    done = subprocess.run([*shlex.split(line), "-n"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert 'paperclaims run "papers.jsonl" --warehouse "mine.duckdb"' in done.stdout


def test_the_line_for_cron_is_a_command() -> None:
    [line] = [line for line in CONSOLE if "&&" in line]
    when, command = line.partition(" cd ")[0], line.partition("&& ")[2]
    assert len(when.split()) == 5
    args = build_parser().parse_args(shlex.split(command)[1:])
    assert (args.verb, args.feeds, args.warehouse) == ("run", ["today.txt"], Path("claims.duckdb"))


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_something(loaded: Path, query: str) -> None:
    done = paperclaims("sql", query, "-w", loaded, "-f", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)


@pytest.mark.parametrize("example", blocks("python"))
def test_an_example_in_python_holds(example: str) -> None:
    assert "assert" in example
    exec(compile(example, "README.md", "exec"), {})


def test_the_example_in_the_package_holds() -> None:
    found = doctest.testmod(extractors)
    assert found.attempted == 3
    assert found.failed == 0


def test_the_leaderboard_is_what_the_tool_says_now(loaded: Path) -> None:
    assert LEADERBOARD
    done = paperclaims(*LEADERBOARD[1].split(), "-w", loaded)
    assert LEADERBOARD[2].strip() == done.out.strip()


def test_every_relation_in_the_table_is_there(loaded: Path) -> None:
    table = TEXT.partition("## The relations")[2].partition("\n## ")[0]
    names = [
        name for line in table.splitlines() if line.startswith("| `") for name in re.findall(r"`(\w+)`", line[:60])
    ]
    assert len(names) >= 9
    for name in names:
        rows(loaded, f"FROM {name} LIMIT 1")


def test_the_promise_about_spans_holds(loaded: Path) -> None:
    promise = re.search(r"`substr\(title or abstract, (start_char \+ 1, end_char - start_char)\) = quote`", TEXT)
    assert promise
    for relation in ("claims", "hardware_mentions", "links"):
        found = rows(
            loaded,
            f"SELECT bool_and(substr(if(field = 'title', title, abstract), {promise[1]}) = quote) "
            f"FROM {relation} JOIN papers USING (paper_id)",
        )
        assert found == [(True,)]


def test_every_file_and_directory_that_is_named_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", TEXT)
    named = re.findall(r"`([\w.-]+/[\w./-]+|[\w-]+\.(?:txt|toml|md))`", TEXT)
    layout = re.findall(r"^(\w+/) {2,}", "".join(blocks("")), re.MULTILINE)
    assert len(layout) == 5
    for name in (*links, *named, *layout):
        assert (ROOT / name).exists(), name


def test_every_verb_that_is_named_is_one() -> None:
    assert set(re.findall(r"paperclaims ([a-z]+)\b", "\n".join(COMMANDS + re.findall(r"`([^`]+)`", TEXT)))) <= set(
        VERBS
    )
