"""What is written is what was there: every style for programs, read again by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import subprocess
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from flows.rendering import render
from tests.flows.runner import COMMAND, environment, paperclaims, refused
from warehouse import query

# A column a kind of value, rows that are plain and rows that are not.
VALUES = """
    SELECT * FROM (VALUES
        (1, 170141183460469231731687303715884105::HUGEINT, 0.1::DOUBLE, 1.10::DECIMAL(5, 2), 'plain', true,
         DATE '2024-02-29', TIMESTAMP '2024-02-29 23:59:59.123456', ['a', 'b'], {'k': 1, 'l': [1.5]}),
        (-9223372036854775808, -1, 'nan', -0.01, 'a "b", c; d|e' || chr(10) || 'é🚀\\', false,
         DATE '0001-01-01', TIMESTAMP '1969-12-31 00:00:00', ['', NULL, 'x, "y"'], {'k': NULL, 'l': []}),
        (0, 0, 'inf', 0, '', NULL, NULL, NULL, [], NULL),
        (NULL, NULL, 1e300, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (NULL, NULL, NULL, NULL, ' NULL ', NULL, NULL, NULL, NULL, NULL)
    ) AS t (i, huge, float, dec, text, bool, day, time, list, struct)
"""
TYPES = {
    "i": "BIGINT", "huge": "HUGEINT", "float": "DOUBLE", "dec": "DECIMAL(5,2)", "text": "VARCHAR", "bool": "BOOLEAN",
    "day": "DATE", "time": "TIMESTAMP", "list": "JSON", "struct": "JSON",
}  # fmt: skip


@pytest.fixture(scope="module")
def expected(loaded: Path) -> list[tuple[Any, ...]]:
    return query(loaded, VALUES).fetchall()


def written(loaded: Path, path: Path, sql: str = VALUES) -> Path:
    """The rows in the style that the file's name ends in."""
    done = paperclaims("sql", sql, "-w", loaded, "-f", path.suffix.removeprefix("."), "-o", path)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert list(path.parent.iterdir()) == [path]
    return path


def same(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, float) and math.isnan(wanted):
        return isinstance(found, float) and math.isnan(found)
    return bool(found == wanted)


def test_parquet(loaded: Path, expected: list[tuple[Any, ...]], tmp_path: Path) -> None:
    path = written(loaded, tmp_path / "rows.parquet")
    found = duckdb.read_parquet(str(path)).fetchall()
    for row, wanted in zip(found, expected, strict=True):
        assert all(map(same, row, wanted)), (row, wanted)
    assert [str(kind) for kind in duckdb.read_parquet(str(path)).types][:4] == [
        "BIGINT", "DECIMAL(38,0)", "DOUBLE", "DECIMAL(12,2)",
    ]  # fmt: skip
    assert pl.read_parquet(path).height == len(expected)


def test_csv(loaded: Path, expected: list[tuple[Any, ...]], tmp_path: Path) -> None:
    path = written(loaded, tmp_path / "rows.csv")
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in TYPES.items())
    found = duckdb.sql(f"FROM read_csv('{path}', columns={{{columns}}}, auto_detect=false, header=true, quote='\"', "
                       "escape='\"', delim=',', nullstr='', allow_quoted_nulls=false)").fetchall()  # fmt: skip
    for row, wanted in zip(found, expected, strict=True):
        assert all(map(same, row[:8], wanted[:8])), (row, wanted)
        assert [None if value is None else json.loads(value) for value in row[8:]] == json_of(wanted[8:])
    with path.open(encoding="utf-8", newline="") as file:
        assert [row[4] for row in csv.reader(file)][1:] == [row[4] or "" for row in expected]


def json_of(values: tuple[Any, ...]) -> list[Any]:
    return [json.loads(json.dumps(value, default=float)) for value in values]


@pytest.mark.parametrize("style", ["json", "jsonl"])
def test_json(loaded: Path, expected: list[tuple[Any, ...]], tmp_path: Path, style: str) -> None:
    text = written(loaded, tmp_path / f"rows.{style}").read_text(encoding="utf-8")
    lines = [json.loads(text, parse_float=Decimal)] if style == "json" else [
        [json.loads(line, parse_float=Decimal) for line in text.split("\n")[:-1]]
    ]  # fmt: skip
    [found] = lines
    assert len(found) == len(expected)
    for row, wanted in zip(found, expected, strict=True):
        i, huge, number, decimal, words, boolean, day, time, items, struct = row.values()
        assert (i, huge, decimal, words, boolean, items) == (*wanted[:2], *wanted[3:6], wanted[8])
        finite = wanted[2] is not None and math.isfinite(wanted[2])
        assert (None if number is None else float(number)) == (wanted[2] if finite else None)
        assert (day and date.fromisoformat(day)) == wanted[6]
        assert (time and datetime.fromisoformat(time)) == wanted[7]
        assert struct == wanted[9]


def test_names_that_come_twice(loaded: Path, tmp_path: Path) -> None:
    sql = "SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS a"
    done = paperclaims("sql", sql, "-w", loaded, "-f", "jsonl")
    assert sorted(json.loads(done.out).values()) == [1, 2, 3, 4]
    assert paperclaims("sql", sql, "-w", loaded, "-f", "csv").out == "a,a,a_1,a\n1,2,3,4\n"


def test_types_that_parquet_lacks_are_text(loaded: Path, tmp_path: Path) -> None:
    largest = "340282366920938463463374607431768211455"
    sql = f"SELECT INTERVAL 1 DAY AS \"the 'gap'\", {largest}::UHUGEINT AS b, '101'::BIT AS c"
    path = written(loaded, tmp_path / "rows.parquet", sql)
    assert duckdb.read_parquet(str(path)).fetchall() == [("1 day", largest, "101")]
    assert duckdb.read_parquet(str(path)).columns[0] == "the 'gap'"
    done = paperclaims("sql", "SELECT 170141183460469231731687303715884105727::HUGEINT AS a", "-w", loaded, "-f",
                       "parquet", "-o", tmp_path / "huge.parquet")  # fmt: skip
    refused(done, "Conversion Error", "DECIMAL(38,0)")
    assert not (tmp_path / "huge.parquet").exists()


def test_markdown_and_its_short_name(loaded: Path) -> None:
    sql = "SELECT 'a|b' || chr(10) || 'c' AS a, [1, NULL] AS b, 'nan'::DOUBLE AS c, 12345678901234567890::HUGEINT d"
    full, short = (paperclaims("sql", sql, "-w", loaded, "-f", name).out for name in ("markdown", "md"))
    assert full == short
    assert full.splitlines() == [
        "| a | b | c | d |",
        "|---|---|---|---|",
        r"| a\|b c | 1,  | nan | 12345678901234567890 |",
    ]


def test_what_would_command_a_terminal_is_spelled_out(loaded: Path) -> None:
    out = paperclaims("sql", "SELECT chr(27) || '[31mred' || chr(7) AS a", "-w", loaded).out
    assert out.split() == ["a", r"\x1b[31mred\x07"]


def test_rows_without_types() -> None:
    sink = io.BytesIO()
    stream = io.TextIOWrapper(sink)
    render(["a", "b"], [[1, ["x"]], [None, []]], "parquet", stream)
    stream.flush()
    assert pl.read_parquet(sink.getvalue()).rows() == [(1, ["x"]), (None, [])]


@pytest.mark.parametrize("columns", ["1", "20", "40", "60"])
def test_a_narrow_terminal_cuts_nothing(loaded: Path, columns: str) -> None:
    sql = "SELECT 'one two' AS words, 1234567 AS number, repeat('x', 30) AS long, 'last' AS last"
    out = paperclaims("sql", sql, "-w", loaded, env={"COLUMNS": columns}).out
    head, *lines = out.splitlines()
    assert head.split() == ["words", "number", "long", "last"]
    assert "".join(out.split()).count("x") == 30
    assert lines[0].split()[-3::2] == ["1234567", "last"]
    narrow, wide = (paperclaims("runs", "-w", loaded, env={"COLUMNS": width}).out for width in (columns, "100"))
    assert narrow.splitlines()[0].split() == wide.splitlines()[0].split()
    assert narrow.splitlines()[1].split()[:3] == wide.splitlines()[1].split()[:3]


@pytest.mark.parametrize("verb", [("leaderboard", "speed"), ("extract", "A is 2.5x faster than B.")])
@pytest.mark.parametrize("style", ["table", "csv", "json", "jsonl", "markdown", "parquet"])
def test_every_verb_has_every_style(loaded: Path, tmp_path: Path, verb: tuple[str, ...], style: str) -> None:
    more: list[str | Path] = ["-w", loaded] if verb[0] == "leaderboard" else []
    path = tmp_path / "rows"
    done = paperclaims(*verb, *more, "--format", style, "--output", path)
    assert (done.code, done.out, done.err) == (0, "", "")
    if style == "parquet":
        assert pl.read_parquet(path).height > 0
    else:
        assert path.read_text(encoding="utf-8") == paperclaims(*verb, *more, "--format", style).out


def test_parquet_to_a_redirected_stdout(loaded: Path, tmp_path: Path) -> None:
    command = [*COMMAND, "sql", "SELECT 42 AS a", "-w", str(loaded), "-f", "parquet"]
    with (tmp_path / "rows.parquet").open("wb") as file:
        subprocess.run(command, stdout=file, env=environment(), check=True)
    assert pl.read_parquet(tmp_path / "rows.parquet").rows() == [(42,)]


@pytest.mark.parametrize("style", ["table", "csv", "parquet"])
def test_a_file_that_was_there_stays_when_the_query_fails(loaded: Path, tmp_path: Path, style: str) -> None:
    path = tmp_path / "rows"
    path.write_text("kept")
    failing = "SELECT CASE WHEN range > 500000 THEN error('late') ELSE range END AS a FROM range(1000000)"
    refused(paperclaims("sql", failing, "-w", loaded, "-f", style, "-o", path), "late")
    assert path.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_was_there_is_replaced_with_its_mode(loaded: Path, tmp_path: Path) -> None:
    path, link = tmp_path / "rows.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    assert paperclaims("sql", "SELECT 1 AS a", "-w", loaded, "-f", "csv", "-o", link).code == 0
    assert link.is_symlink()
    assert path.read_text() == "a\n1\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_places_that_take_no_file(loaded: Path, tmp_path: Path) -> None:
    for place, said in ((tmp_path, "is a directory"), (tmp_path / "none" / "rows", "No such file or directory")):
        refused(paperclaims("sql", "SELECT 1", "-w", loaded, "-o", place), f"{place}: {said}")
    assert paperclaims("sql", "SELECT 1", "-w", loaded, "-o", os.devnull).code == 0
    assert Path(os.devnull).is_char_device()
