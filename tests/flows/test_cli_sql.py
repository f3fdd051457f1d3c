from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.flows.runner import COMMAND, environment, paperclaims, refused, spawned

QUERY = "SELECT 'a|b' AS pipe, [1, 2] AS list, NULL AS nothing, 'inf'::DOUBLE AS inf, DATE '2024-02-29' AS day"


def test_json(loaded: Path) -> None:
    done = paperclaims("sql", QUERY, "-w", loaded, "-f", "json")
    assert json.loads(done.out) == [
        {"pipe": "a|b", "list": [1, 2], "nothing": None, "inf": None, "day": "2024-02-29"}
    ]
    assert (done.code, done.err) == (0, "")


def test_csv(loaded: Path) -> None:
    rows = list(csv.reader(io.StringIO(paperclaims("sql", QUERY, "-w", loaded, "-f", "csv").out)))
    assert rows == [["pipe", "list", "nothing", "inf", "day"], ["a|b", "[1, 2]", "", "inf", "2024-02-29"]]


def test_markdown(loaded: Path) -> None:
    lines = paperclaims("sql", QUERY, "-w", loaded, "-f", "md").out.splitlines()
    assert lines[2] == r"| a\|b | 1, 2 |  | inf | 2024-02-29 |"


def test_table(loaded: Path) -> None:
    done = paperclaims("sql", "SELECT '[bold]' AS a, 1.23456::DOUBLE AS b", "-w", loaded)
    assert done.out.split() == ["a", "b", "[bold]", "1.235"]


def test_no_rows(loaded: Path) -> None:
    query = "FROM papers WHERE false"
    assert json.loads(paperclaims("sql", query, "-w", loaded, "-f", "json").out) == []
    assert paperclaims("sql", query, "-w", loaded, "-f", "csv").out.count("\n") == 1


def test_the_relations_that_the_help_names(loaded: Path) -> None:
    from flows.commands.sql import DESCRIPTION

    names = DESCRIPTION.partition("Relations: ")[2].partition(".")[0].split(", ")
    assert len(names) == 8
    union = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS n FROM {name}" for name in names)
    counts = {row["name"]: row["n"] for row in json.loads(paperclaims("sql", union, "-w", loaded, "-f", "json").out)}
    assert counts["papers"] == 40
    assert counts["runs"] == 1
    assert counts["rejects"] == 0
    assert min(counts[name] for name in names if name != "rejects") >= 1
    histories = DESCRIPTION.partition("replaced: ")[2].partition(".")[0].split(", ")
    assert histories == [f"{name}_history" for name in ("papers", "claims", "hardware_mentions", "links")]
    for name in histories:
        assert json.loads(paperclaims("sql", f"FROM {name}", "-w", loaded, "-f", "json").out) == []


def test_standard_input(loaded: Path) -> None:
    done = paperclaims("sql", "-", "-w", loaded, "-f", "csv", stdin="\ufeffSELECT 'é' AS x".encode())
    assert done.out == "x\né\n"


def test_standard_input_that_is_not_utf8(loaded: Path) -> None:
    refused(paperclaims("sql", "-", "-w", loaded, stdin=b"select \xff"), "standard input: not UTF-8 at byte 8")


def test_an_argument_that_is_not_utf8(loaded: Path) -> None:
    refused(paperclaims("sql", "select '\udcff'", "-w", loaded), "argument 2 of the command is not UTF-8")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT bad FROM claims", "bad"),
        ("SELEC", "syntax error"),
        ("", "there is no query"),
        ("-- nothing", "there is no query"),
        ("DROP TABLE papers", "DROP is not allowed"),
        ("SELECT 1; DELETE FROM papers", "DELETE is not allowed"),
        ("SELECT * FROM read_csv('/etc/passwd')", "read_csv is not allowed"),
        ("COPY papers TO 'x.csv'", "COPY is not allowed"),
        ("SET threads = 1", "SET is not allowed"),
        ("SELECT error('one' || chr(10) || 'two')", "one"),
    ],
)
def test_what_is_wrong_or_not_allowed_is_one_line(loaded: Path, query: str, said: str) -> None:
    refused(paperclaims("sql", query, "-w", loaded), said)


def test_a_query_that_takes_too_long(loaded: Path) -> None:
    query = "SELECT count(*) FROM range(10000000) a, range(10000000) b"
    refused(paperclaims("sql", query, "-w", loaded, "--timeout", "0.3"), "0.3")


@pytest.mark.parametrize("seconds", ["-1", "soon", "nan", "inf"])
def test_a_timeout_that_is_none_is_a_wrong_command_line(seconds: str) -> None:
    done = paperclaims("sql", "SELECT 1", "--timeout", seconds)
    assert done.code == 2
    assert "is not a number of seconds, or 0 for no limit" in done.err


@pytest.mark.parametrize("style", ["csv", "json", "jsonl", "md", "parquet", "table"])
def test_a_reader_that_has_seen_enough(loaded: Path, style: str) -> None:
    command = [*COMMAND, "sql", "FROM range(20000)", "-w", str(loaded), "-f", style]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_characters_that_the_terminal_lacks(loaded: Path) -> None:
    done = spawned("sql", "SELECT 'é×'", "-w", loaded, "-f", "json", env={"PYTHONIOENCODING": "ascii"})
    assert done.code == 0
    assert r"\xe9\xd7" in done.out


def test_not_a_warehouse(tmp_path: Path) -> None:
    refused(paperclaims("sql", "SELECT 1", "-w", tmp_path), "is a directory")
    refused(paperclaims("sql", "SELECT 1", "-w", tmp_path / "none"), "no such warehouse")
