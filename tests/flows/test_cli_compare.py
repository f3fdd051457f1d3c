from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from flows.commands.compare import CAUTION
from tests.flows.runner import paperclaims, refused
from warehouse import Comparison, compare

PAIR = ("EIE", "DaDianNao")


@pytest.fixture(scope="module")
def found(loaded: Path) -> Comparison:
    return compare(loaded, PAIR)


def test_a_table_of_what_both_report(loaded: Path, found: Comparison) -> None:
    done = paperclaims("compare", *PAIR, "-w", loaded)
    assert (done.code, done.err) == (0, "")
    head, *lines = done.out.splitlines()
    assert head.split()[-2:] == list(PAIR)
    assert len(found.rows) >= 2
    assert [line.split()[0] for line in lines[: len(found.rows)]] == [row.metric for row in found.rows]
    assert done.out.rstrip().endswith(CAUTION)
    assert f"Claims that have no counterpart here: EIE {found.alone[0]}, DaDianNao {found.alone[1]}." in done.out


def test_what_one_reports_over_the_other(loaded: Path, found: Comparison) -> None:
    out = paperclaims("compare", *PAIR, "-w", loaded).out
    assert found.direct
    assert {(one.system.label, one.over.label) for one in found.direct} == {PAIR}
    assert out.count("EIE reports ") == len(found.direct)
    assert "area_efficiency over DaDianNao." in out


@pytest.mark.parametrize("style", ["table", "md"])
def test_the_evidence_has_every_sentence(loaded: Path, found: Comparison, style: str) -> None:
    out = " ".join(paperclaims("compare", *PAIR, "--evidence", "-f", style, "-w", loaded).out.split())
    claims = [claim for row in found.rows for claim in row.cells if claim] + [one.claim for one in found.direct]
    for claim in claims:
        assert " ".join(claim["sentence"].split()) in out


@pytest.mark.parametrize("columns", ["60", "80"])
def test_it_fits_the_terminal(loaded: Path, columns: str) -> None:
    out = paperclaims("compare", "TPU v1", "TPU v4", "EIE", "-e", "-w", loaded, env={"COLUMNS": columns}).out
    assert max(map(len, out.splitlines())) <= int(columns)


def test_json_and_csv_have_a_row_a_claim(loaded: Path, found: Comparison) -> None:
    records = json.loads(paperclaims("compare", *PAIR, "-f", "json", "-w", loaded).out)
    shared = [claim["claim_id"] for row in found.rows for claim in row.cells if claim]
    assert [row["claim_id"] for row in records if row["kind"] == "shared"] == shared
    assert [row["over"] for row in records if row["kind"] == "direct"] == ["DaDianNao"] * len(found.direct)
    rows = list(csv.DictReader(io.StringIO(paperclaims("compare", *PAIR, "-f", "csv", "-w", loaded).out)))
    assert [row["claim_id"] for row in rows] == [row["claim_id"] for row in records]
    assert list(rows[0]) == list(records[0])


def test_nothing_in_common_is_said(loaded: Path) -> None:
    done = paperclaims("compare", "SmoothQuant", "GPTQ", "Spark", "MLIR", "-w", loaded)
    assert done.code == 0
    done = paperclaims("compare", "MLIR", "Spark", "-w", loaded)
    assert "share no metric that has a factor." in done.out
    assert "None reports a number over another." in done.out
    assert done.out.rstrip().endswith(CAUTION)


def test_names_that_name_none_or_the_same(loaded: Path) -> None:
    refused(paperclaims("compare", "EIE", "DaDianNoa", "-w", loaded), "'DaDianNoa' is no system", "near: DaDianNao")
    refused(paperclaims("compare", "EIE", "eie", "-w", loaded), "are the same: title:")
    refused(paperclaims("compare", "EIE", "the", "-w", loaded), "'the' fits ", " papers: title:")


def test_no_warehouse(tmp_path: Path) -> None:
    refused(paperclaims("compare", "a", "b", "-w", tmp_path / "claims.duckdb"), "no such warehouse")
