"""What changed between two runs, as a reader and as a program gets it; and the list of the runs."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from schemas.vocabulary import Attribution, Metric
from tests.flows.runner import Done, paperclaims, refused
from tests.warehouse.samples import DAY, batch, found
from warehouse import Warehouse


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three runs: two papers; one of them changed and a third; the same again."""
    path = tmp_path_factory.mktemp("diff") / "claims.duckdb"
    changed = [
        found(1, speed=3.5, words="Once more:", published=DAY),
        found(2),
        found(3, url="https://example.org/3"),
    ]
    with Warehouse.open(path) as store:
        for name, papers in (("one.jsonl", [found(1), found(2)]), ("two.jsonl", changed), ("two.jsonl", changed)):
            run_id = store.start_run(name, "1")
            store.load(run_id, batch(papers))
            store.finish_run(run_id, "completed")
    return path


def diff(path: Path, *arguments: str) -> Done:
    done = paperclaims("diff", *arguments, "-w", path)
    assert (done.code, done.err) == (0, ""), done
    return done


def test_a_line_a_change_grouped_by_paper(path: Path) -> None:
    start, end, *lines = diff(path, "-3", "-2").out.splitlines()
    assert re.fullmatch(r"from \S{28}  one\.jsonl  \(extractor 1, completed\)", start)
    assert re.fullmatch(r"to   \S{28}  two\.jsonl  \(extractor 1, completed\)", end)
    assert lines == [
        "",
        "arxiv:2401.00001  Sorter1: Sorting at Speed",
        "  ~ paper       abstract: 'Sorter1 🚀 is 2x faster on a ...' -> "
        "'Once more: Sorter1 🚀 is 3.5x faster on a ...'; published: none -> 2024-01-03",
        "  ~ comparison  3.5x  speed on NVIDIA V100; quote: 2x -> 3.5x; factor: 2 -> 3.5",
        "  > device      NVIDIA V100  from character 28 to 41",
        "  > link        https://github.com/acme/s1  from character 45 to 58",
        "",
        "arxiv:2401.00003  Sorter3: Sorting at Speed",
        "  + paper       new",
        "  + comparison  2x  speed on NVIDIA V100",
        "  + device      NVIDIA V100",
        "  + link        https://github.com/acme/s3  repository",
        "",
        "papers: 1 came, 1 changed; claims: 1 came, 1 changed; devices: 1 came, 1 moved; links: 1 came, 1 moved",
    ]


def test_backwards_what_came_went(path: Path) -> None:
    out = diff(path, "-2", "-3").out
    assert "  - paper       gone\n" in out
    assert "  ~ comparison  2x  speed on NVIDIA V100; quote: 3.5x -> 2x; factor: 3.5 -> 2\n" in out
    assert out.endswith(
        "papers: 1 went, 1 changed; claims: 1 went, 1 changed; devices: 1 went, 1 moved; links: 1 went, 1 moved\n"
    )


def test_a_claim_among_other_words(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    with Warehouse.open(path) as store:
        for words in ("Now", "So,", "Thus"):
            run_id = store.start_run("feed.jsonl", "1")
            store.load(run_id, batch([found(1, words=words)]))
            store.finish_run(run_id, "completed")
    assert "  > comparison  2x  in a sentence that changed\n" in diff(path, "-3", "-2").out
    assert "  > comparison  2x  from character 17 to 18, in a sentence that changed\n" in diff(path).out


@pytest.mark.parametrize("runs", [(), ("-2", "-1"), ("latest",), ("-3", "-3")])
def test_runs_without_a_difference_say_so(path: Path, runs: tuple[str, ...]) -> None:
    lines = diff(path, *runs).out.splitlines()
    assert len(lines) == 4
    assert lines[-1] == "nothing changed"
    assert diff(path, *runs, "-f", "json").out == "[\n]\n"
    assert diff(path, *runs, "-f", "csv").out.count("\n") == 1


def test_one_run_is_compared_with_the_last(path: Path) -> None:
    assert diff(path, "-3", "-f", "csv").out == diff(path, "-3", "-1", "-f", "csv").out


def test_json_has_what_differs_or_the_whole_row(path: Path) -> None:
    paper, claim, device, link, *new = json.loads(diff(path, "-3", "-2", "-f", "json").out)
    assert (paper["change"], paper["relation"], paper["paper_id"]) == ("changed", "papers", "arxiv:2401.00001")
    assert (paper["old"]["published"], paper["new"]["published"]) == (None, "2024-01-03")
    assert paper["new"].keys() == {"abstract", "published"}
    assert (claim["claim_id"] is None, claim["kind"], claim["metric"], claim["quote"]) == (
        False, "comparison", "speed", "3.5x",
    )  # fmt: skip
    assert (claim["old"]["low"], claim["new"]["low"]) == (2, 3.5)
    assert [row["change"] for row in (device, link)] == ["moved"] * 2
    assert device["new"] == {"start_char": 41, "end_char": 52}
    assert [(row["relation"], row["change"], row["old"]) for row in new] == [
        (name, "came", None) for name in ("papers", "claims", "hardware_mentions", "links")
    ]
    assert new[0]["new"]["url"] == "https://example.org/3"
    assert new[1]["new"]["hardware"] == ["NVIDIA V100"]


def test_csv_has_the_same_rows(path: Path) -> None:
    rows = csv.DictReader(io.StringIO(diff(path, "-3", "-2", "-f", "csv").out))
    read = [
        {name: json.loads(cell) if cell and name in ("old", "new") else cell or None for name, cell in row.items()}
        for row in rows
    ]
    assert read == json.loads(diff(path, "-3", "-2", "-f", "json").out)


def test_markdown(path: Path) -> None:
    lines = diff(path, "-3", "-2", "-f", "md", "--metric", "speed").out.splitlines()
    assert lines[0].startswith("- from ")
    assert lines[3:] == [
        "| paper | title | change | of | what | says |",
        "|---|---|---|---|---|---|",
        "| arxiv:2401.00001 | Sorter1: Sorting at Speed | changed | comparison | 3.5x "
        "| speed on NVIDIA V100; quote: 2x -> 3.5x; factor: 2 -> 3.5 |",
        "| arxiv:2401.00003 | Sorter3: Sorting at Speed | came | comparison | 2x | speed on NVIDIA V100 |",
        "",
        "claims: 1 came, 1 changed",
    ]


def test_a_claim_that_changed_says_what_it_is_still_about(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    made, seen = found(1)
    [claim] = seen.claims
    first = replace(claim, baseline="FooSort", setting="integers")
    second = replace(first, baseline="BarSort")
    third = replace(second, factor_low=3.0, factor_high=4.0)
    states = (first, second, third, replace(second, metric=Metric.LATENCY, attribution=Attribution.BASELINE))
    with Warehouse.open(path) as store:
        for version, state in enumerate(states):
            run_id = store.start_run("feed", str(version))
            store.load(run_id, batch([(made, replace(seen, claims=(state,)))], str(version)))
            store.finish_run(run_id, "completed")
    said = [
        next(line for line in diff(path, str(run - 1), str(run)).out.splitlines() if line.startswith("  ~ comp"))
        for run in (-3, -2, -1)
    ]
    assert said == [
        "  ~ comparison  2x  speed for integers on NVIDIA V100, factor 2; baseline: FooSort -> BarSort",
        "  ~ comparison  2x  speed over BarSort for integers on NVIDIA V100; factor: 2 -> 3 to 4",
        "  ~ comparison  2x  over BarSort for integers on NVIDIA V100; metric: speed -> latency; "
        "attribution: own -> baseline; factor: 3 to 4 -> 2",
    ]


def test_only_a_paper_a_metric_or_a_kind(path: Path) -> None:
    said = diff(path, "-3", "--paper", "sorter3").out
    assert "arxiv:2401.00003" in said
    assert "arxiv:2401.00001" not in said
    assert diff(path, "-3", "--kind", "comparison").out.endswith("\nclaims: 1 came, 1 changed\n")
    assert diff(path, "-3", "--kind", "scale").out.endswith("\nnothing changed\n")
    assert diff(path, "-3", "--metric", "memory").out.endswith("\nnothing changed\n")


def test_other_titles_that_contain_the_part_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    papers = [
        (replace(made, title=title), seen) for title, (made, seen) in (("Ant farms", found(1)), ("Want", found(2)))
    ]
    with Warehouse.open(path) as store:
        for name, batched in (("one.jsonl", papers[1:]), ("two.jsonl", papers)):
            run_id = store.start_run(name, "1")
            store.load(run_id, batch(batched))
            store.finish_run(run_id, "completed")
    done = paperclaims("diff", "--paper", "ant", "-w", path)
    assert (done.code, done.err) == (0, "1 more title contains 'ant'\n")
    assert "Ant farms" in done.out


def test_what_is_wrong_is_one_line(path: Path, tmp_path: Path) -> None:
    refused(
        paperclaims("diff", "yesterday", "-w", path), f"{path}: there is no run 'yesterday'; paperclaims runs lists"
    )
    refused(paperclaims("diff", "-7", "-w", path), "there is no run '-7'")
    refused(paperclaims("diff", "20", "-w", path), "'20' is the beginning of 3 runs")
    refused(
        paperclaims("diff", "--metric", "swiftness", "-w", path),
        "there is no metric 'swiftness'; there are: ",
        code=2,
    )
    refused(paperclaims("diff", "--paper", "Quicksilver", "-w", path), "'Quicksilver': no such paper")
    refused(paperclaims("diff", "-w", tmp_path / "none.duckdb"), "there is no such warehouse")
    empty = tmp_path / "empty.duckdb"
    Warehouse.open(empty).close()
    refused(paperclaims("diff", "-w", empty), "no run has finished, and it takes two to compare")


def test_the_runs_newest_first(path: Path) -> None:
    done = paperclaims("runs", "-w", path)
    assert (done.code, done.err) == (0, "")
    header, *lines = done.out.splitlines()
    assert " ".join(header.split()) == "run id status feed extractor took papers new changed claims came went refused"
    assert [line.split()[0] for line in lines] == ["-1", "-2", "-3"]
    assert [line.split()[3] for line in lines] == ["two.jsonl", "two.jsonl", "one.jsonl"]
    assert [line.split()[-6:] for line in lines][1:] == [
        ["3", "1", "1", "2", "1", "0"],
        ["2", "2", "0", "2", "0", "0"],
    ]
    [row] = json.loads(paperclaims("runs", "-n", "1", "-w", path, "-f", "json").out)
    assert (row["number"], row["papers_seen"], row["papers_unchanged"], row["status"]) == (-1, 3, 3, "completed")
    assert row["seconds"] >= 0


def test_the_runs_in_a_terminal_of_eighty_columns(path: Path) -> None:
    header, *lines = paperclaims("runs", "-w", path, env={"COLUMNS": "80"}).out.splitlines()
    assert " ".join(header.split()) == "run id status feed papers new claims came refused"
    assert [line.split()[3] for line in lines] == ["two.jsonl", "two.jsonl", "one.jsonl"]
    for line in lines:
        number, run_id = line.split()[:2]
        assert re.fullmatch(r"\d{8}T\d{6}", run_id)
        assert diff(path, number, number).out.startswith(f"from {run_id}.")


def test_the_tables_of_then_are_open_to_sql(path: Path) -> None:
    query = "SELECT quote FROM claims_at('{}') ORDER BY 1"
    for run, quotes in (("-3", ["2x", "2x"]), ("latest", ["2x", "2x", "3.5x"])):
        done = paperclaims("sql", query.format(run), "-w", path, "-f", "json")
        assert [row["quote"] for row in json.loads(done.out)] == quotes
    refused(paperclaims("sql", query.format("yesterday"), "-w", path), "there is no run 'yesterday'")
