from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from flows.rendering import FORMATS
from tests.flows.runner import paperclaims, refused
from warehouse import leaderboard


@pytest.fixture(scope="module")
def rows(loaded: Path) -> list[dict[str, object]]:
    with leaderboard(loaded, "speed") as result:
        return [dict(zip(result.columns, row, strict=True)) for row in result]


def test_json_has_every_row_and_column(loaded: Path, rows: list[dict[str, object]]) -> None:
    done = paperclaims("leaderboard", "speed", "-w", loaded, "-f", "json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert len(found) == len(rows) > 8
    assert [row["claim_id"] for row in found] == [row["claim_id"] for row in rows]
    assert set(found[0]) == set(rows[0])
    assert {row["metric"] for row in found} == {"speed"}
    factors = [min(row["factor_low"], row["factor_high"]) for row in found]
    assert factors == sorted(factors, reverse=True)


def test_csv(loaded: Path, rows: list[dict[str, object]]) -> None:
    done = paperclaims("leaderboard", "speed", "--limit", "3", "-w", loaded, "--format", "csv")
    found = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["title"] for row in found] == [row["title"] for row in rows[:3]]
    assert list(found[0]) == list(rows[0])


def test_markdown(loaded: Path, rows: list[dict[str, object]]) -> None:
    lines = paperclaims("leaderboard", "speed", "-n", "4", "-w", loaded, "-f", "md").out.splitlines()
    assert lines[0] == "| rank | factor | system | quote | baseline | setting | title |"
    assert lines[1] == "|" + "---|" * 7
    assert len(lines) == 6
    assert lines[2].endswith(f" {rows[0]['title']} |")


def test_all_metrics_are_named(loaded: Path) -> None:
    done = paperclaims("leaderboard", "-w", loaded, "-f", "md")
    assert done.out.startswith("| rank | metric | factor |")
    assert {" speed ", " memory "} <= {line.split("|")[2] for line in done.out.splitlines()}


def test_every_claim_with_all(loaded: Path, rows: list[dict[str, object]]) -> None:
    found = json.loads(paperclaims("leaderboard", "speed", "--all", "-w", loaded, "-f", "json").out)
    assert len(found) > len(rows)
    assert len({row["paper_id"] for row in found}) == len({row["paper_id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_a_table_fits_the_terminal_and_breaks_no_short_word(loaded: Path, columns: int) -> None:
    done = paperclaims("leaderboard", "speed", "-w", loaded, env={"COLUMNS": str(columns)})
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= columns
    assert ("quote" in lines[0].split()) == (columns >= 120)
    assert any("Networks" in line for line in lines[1:])


def test_an_unknown_metric_names_the_known_ones(loaded: Path) -> None:
    refused(paperclaims("leaderboard", "nosuch", "-w", loaded), "no metric 'nosuch'", "speed, throughput", code=2)


def test_no_warehouse(tmp_path: Path) -> None:
    refused(paperclaims("leaderboard", "-w", tmp_path / "claims.duckdb"), "claims.duckdb", "no such warehouse")


def test_not_a_warehouse() -> None:
    refused(paperclaims("leaderboard", "-w", __file__), __file__, "is not a DuckDB file")


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5"])
def test_a_limit_that_is_none_is_a_wrong_command_line(limit: str) -> None:
    done = paperclaims("leaderboard", "--limit", limit)
    assert done.code == 2
    assert f"{limit!r} is not a whole number of 1 or more" in done.err


@pytest.mark.parametrize("metric", ["accuracy", "model_size"])
def test_a_metric_that_has_no_factor_is_said(loaded: Path, metric: str) -> None:
    done = paperclaims("leaderboard", metric, "-w", loaded)
    refused(done, f"a change of {metric} has no factor, so none is ranked", code=2)


@pytest.mark.parametrize("name", ["--baseline", "--setting", "--hardware"])
def test_a_filter_that_is_empty_is_a_wrong_command_line(loaded: Path, name: str) -> None:
    for empty in ("", " "):
        refused(paperclaims("leaderboard", name, empty, "-w", loaded), f"argument {name}: the text is empty", code=2)


def test_bars_stand_in_tables_only(loaded: Path) -> None:
    said = {style: paperclaims("leaderboard", "speed", "-w", loaded, "-f", style).out for style in FORMATS}
    assert [style for style, out in said.items() if set("█░") & set(out)] == ["table"]
    assert "log scale" in said["table"].splitlines()[0]


@pytest.mark.parametrize("columns", ["80", "140"])
def test_a_longer_bar_is_a_larger_factor(loaded: Path, columns: str) -> None:
    out = paperclaims("leaderboard", "speed", "-w", loaded, env={"COLUMNS": columns}).out
    bars = [found[0] for found in re.finditer(r"[▏▎▍▌▋▊▉█░]+", out)]
    ends = [row.count("░") + row.count("█") for row in bars if "░" not in row]
    assert len(bars) > 8
    assert ends == sorted(ends, reverse=True)
    assert ends[0] > ends[-1]


def test_a_terminal_without_blocks_has_others(loaded: Path) -> None:
    out = paperclaims("leaderboard", "speed", "-w", loaded, env={"TERM": "dumb"}).out
    assert "####" in out
    assert not set("█░▏") & set(out)


def test_the_evidence_is_under_each_row(loaded: Path, rows: list[dict[str, object]]) -> None:
    done = paperclaims("leaderboard", "speed", "-n", "5", "--evidence", "-w", loaded, env={"COLUMNS": "80"})
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= 80
    blocks = done.out.rstrip().split("\n\n")[1:]
    assert len(blocks) == 5
    for block, row in zip(blocks, rows[:5], strict=True):
        text = " ".join(block.split())
        assert text.startswith(f"{row['rank']} ")
        for name in ("title", "quote", "sentence"):
            assert " ".join(str(row[name]).split()) in text
        assert text.endswith(f"confidence {row['confidence']:.2f}")


def test_the_evidence_in_markdown_is_three_more_columns(loaded: Path, rows: list[dict[str, object]]) -> None:
    done = paperclaims("leaderboard", "speed", "-n", "2", "-e", "-f", "md", "-w", loaded)
    assert done.out.splitlines()[0].endswith("| title | sentence | url | confidence |")
    assert str(rows[0]["sentence"]) in done.out


def test_filters_combine(loaded: Path) -> None:
    done = paperclaims("leaderboard", "--hardware", "Ampere", "--min-factor", "1.5", "-w", loaded, "-f", "json")
    found = json.loads(done.out)
    assert found
    assert all("NVIDIA A100" in row["hardware"] or "NVIDIA RTX A6000" in row["hardware"] for row in found)
    assert min(row["factor_low"] for row in found) >= 1.5
    assert done.err.startswith("hardware: ")
    assert done.err.count("\n") == 1


def test_only_the_sure_ones(loaded: Path, rows: list[dict[str, object]]) -> None:
    done = paperclaims("leaderboard", "speed", "--min-confidence", "0.99", "-w", loaded, "-f", "json")
    found = json.loads(done.out)
    assert 0 < len(found) < len(rows)
    assert min(row["confidence"] for row in found) >= 0.99


def test_peak_puts_an_up_to_first(loaded: Path) -> None:
    typical, peak = (
        json.loads(paperclaims("leaderboard", "speed", *more, "-w", loaded, "-f", "json").out)
        for more in ((), ("-p",))
    )
    assert len(typical) == len(peak)
    best = [max(row["factor_low"], row["factor_high"]) for row in peak]
    assert best == sorted(best, reverse=True)
    assert [row["claim_id"] for row in typical] != [row["claim_id"] for row in peak]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (("--hardware", "H900"), "'H900' is no known device, vendor, family or class (near: "),
        (("--baseline", "Hadup"), "none fits baseline 'Hadup' (near: Hadoop"),
        (("--setting", "xyzzy"), "none fits setting 'xyzzy' (near: "),
        (("--since", "2999"), "none fits since 2999-01-01 ("),
        (("--min-factor", "1e30"), "none fits a factor of 1e+30 or more (the largest is 1000)"),
    ],
)
def test_filters_that_fit_nothing_are_one_line(loaded: Path, filters: tuple[str, ...], said: str) -> None:
    refused(paperclaims("leaderboard", "speed", *filters, "-w", loaded), said)
