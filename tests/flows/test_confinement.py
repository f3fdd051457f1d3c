"""Nothing that a query does outlives its limits, and whatever ends it is said in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from flows.confinement.limits import LEAST_MEMORY, default_memory, memory_of, sized
from flows.confinement.question import Question
from flows.confinement.supervisor import Worker
from tests.flows.runner import COMMAND, environment, paperclaims, refused
from warehouse import QueryError

# Of the first, the engine looks at its clock; of the others it does not, or its rows are what takes so long.
ENDLESS = [
    "SELECT count(*) FROM range(10000000) a, range(10000000) b",
    "WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t) SELECT count(*) FROM t",
    "SELECT levenshtein(repeat('ab', 300000), repeat('ba', 300000))",
    "SELECT regexp_replace(repeat('ab', 50000000), '(a|b)*?c', 'x', 'g')",
    "FROM range(1000000000000)",
]
GREEDY = [
    "SELECT length(repeat('x', 4000000000))",
    "SELECT length(list_transform(range(1000000000), x -> x + 1))",
    "SELECT list(range || 'x') FROM range(1000000000)",
    "SELECT * FROM range(100000000) a ORDER BY hash(a.range)",
    "SELECT a.range FROM range(30000) a JOIN range(30000) b ON true ORDER BY hash(a.range + b.range)",
    "WITH RECURSIVE t AS (SELECT 'x' AS b UNION ALL SELECT b || b FROM t) SELECT max(length(b)) FROM t",
    "SELECT repeat('x', 1000000) FROM range(1000000)",  # as rows of a table
]


@pytest.mark.parametrize("query", ENDLESS)
def test_a_query_that_takes_too_long(loaded: Path, query: str) -> None:
    began = time.monotonic()
    refused(paperclaims("sql", query, "-w", loaded, "--timeout", "0.5"), "stopped after 0.5 s", "--timeout")
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("query", GREEDY)
def test_a_query_that_takes_too_much_memory(loaded: Path, query: str) -> None:
    done = paperclaims("sql", query, "-w", loaded, "--memory", "300MB", "--timeout", "120")
    refused(done, "Out of Memory Error", "300MB", "see --memory")


def test_memory_that_is_enough(loaded: Path) -> None:
    for style in ("table", "parquet"):
        assert paperclaims("sql", "FROM claims", "-w", loaded, "--memory", "300MB", "-f", style).code == 0


def test_no_limits(loaded: Path) -> None:
    done = paperclaims("sql", "SELECT 1 AS a", "-w", loaded, "--timeout", "0", "--memory", "0", "-f", "csv")
    assert (done.code, done.out) == (0, "a\n1\n")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT " + "(" * 50_000 + "1" + ")" * 50_000,
        "SELECT " + "+".join(["1"] * 100_000),
        "SELECT " + "-" + " -" * 100_000 + "1",
        "SELECT " + "[" * 5_000 + "]" * 5_000,
    ],
    ids=["brackets", "sum", "signs", "lists"],
)
def test_a_query_too_deep_to_read(loaded: Path, query: str) -> None:
    done = paperclaims("sql", "-w", loaded, stdin=query.encode())
    assert done.code == 1
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("query", ENDLESS)
def test_ctrl_c_ends_any_query(loaded: Path, query: str) -> None:
    command = [*COMMAND, "sql", query, "-w", str(loaded)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "paperclaims: interrupted\n")
    assert time.monotonic() - began < 10


def test_the_query_ends_with_the_command(loaded: Path) -> None:
    """Even when the command is killed, and can do nothing about it."""
    command = [*COMMAND, "sql", ENDLESS[2], "-w", str(loaded), "--timeout", "0"]
    with subprocess.Popen(command, env=environment()) as process:
        below = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        end = time.monotonic() + 30
        while not below.read_text() and time.monotonic() < end:
            time.sleep(0.05)
        [child] = map(int, below.read_text().split())
        process.kill()
    end = time.monotonic() + 30
    while Path(f"/proc/{child}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists()


def ask(warehouse: Path, sql: str) -> Question:
    return Question(str(warehouse), sql, "csv", 100, "utf-8", default_memory())


def test_a_reader_who_takes_his_time_is_not_stopped(loaded: Path) -> None:
    with Worker() as worker:
        pieces = worker.answer(ask(loaded, "FROM range(100000)"), 2)
        first = next(pieces)
        time.sleep(2.5)
        assert (first + b"".join(pieces)).endswith(b"\n99999\n")


@pytest.mark.parametrize(
    ("number", "said"), [(signal.SIGKILL, "no memory left"), (signal.SIGSEGV, r"brought the engine down \(SIGSEGV\)")]
)
def test_a_process_that_dies_is_said(loaded: Path, number: signal.Signals, said: str) -> None:
    with Worker() as worker:
        pieces = worker.answer(ask(loaded, "FROM range(100000000)"), None)
        next(pieces)
        os.kill(worker._process.pid, number)
        with pytest.raises(QueryError, match=said):
            list(pieces)


def test_the_process_can_write_no_file(loaded: Path) -> None:
    with Worker() as worker:
        next(worker.answer(ask(loaded, "FROM range(100000000)"), None))
        limits = Path(f"/proc/{worker._process.pid}/limits").read_text()
    [line] = [line for line in limits.splitlines() if line.startswith("Max file size")]
    assert line.split()[3:5] == ["0", "0"]


def test_sizes() -> None:
    assert [memory_of(text) for text in ("2GB", "512MiB", "1.5 gb", "300000KB")] == [
        2_000_000_000, 536_870_912, 1_500_000_000, 300_000_000,
    ]  # fmt: skip
    for text in ("2", "GB", "-1GB", "2 parsecs", "nanGB"):
        with pytest.raises(ValueError, match=text):
            memory_of(text)
    assert sized(memory_of("1.5GB")) == "1.5GB"
    assert sized(LEAST_MEMORY) == "300MB"
    assert LEAST_MEMORY <= default_memory() <= 2_000_000_000
