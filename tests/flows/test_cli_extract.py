from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractors import engine
from flows.cli import main
from schemas.records import Claim
from tests.flows.runner import environment, paperclaims, refused

TEXT = "The new kernel is up to 2.4x faster than cuBLAS on 8 A100 GPUs."


def test_json_has_every_field() -> None:
    done = paperclaims("extract", TEXT, "--format", "json")
    speed, devices = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert list(speed) == [field.name for field in fields(Claim)]
    assert (speed["low"], speed["unit"], speed["qualifier"], speed["metric"]) == (2.4, "x", "at_most", "speed")
    assert (speed["baseline"], speed["factor_low"]) == ("cuBLAS", 2.4)
    assert (devices["kind"], devices["low"], devices["unit"]) == ("resource", 8, "GPU")
    for claim in (speed, devices):
        assert TEXT[claim["start_char"] : claim["end_char"]] == claim["quote"]


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(paperclaims("extract", TEXT, "-f", "csv").out)))
    assert [row["quote"] for row in rows] == ["2.4x", "8 A100 GPUs"]


@pytest.mark.parametrize("style", ["table", "md"])
def test_for_readers(style: str) -> None:
    out = paperclaims("extract", TEXT, "-f", style, env={"COLUMNS": "200"}).out
    assert "2.4x" in out
    assert "cuBLAS" in out


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(arguments: tuple[str, ...]) -> None:
    done = paperclaims("extract", "-f", "json", *arguments, stdin=b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n")
    assert [claim["start_char"] for claim in json.loads(done.out)] == [TEXT.index("2.4x"), TEXT.index("8 A100")]


def test_explained_for_a_program_a_row_a_number(tmp_path: Path) -> None:
    text = "In 2019, latency drops by 30%."
    claim, year = json.loads(paperclaims("extract", "--explain", "-f", "json", text).out)
    assert (claim["quote"], claim["refused"]) == ("30%", None)
    assert "factor: 1/(1 - p/100) at 30 is 1.429" in claim["steps"]
    assert (year["quote"], year["steps"], year["refused"]) == ("2019", None, "a year")
    page = tmp_path / "page.txt"
    assert paperclaims("extract", "--explain", "-o", str(page), text).out == ""
    assert page.read_text("utf-8") == paperclaims("extract", "--explain", text).out


def test_explained() -> None:
    out = paperclaims("extract", "--explain", "In 2019, latency drops by 30%, from 10 ms to 7 ms.").out
    assert "30%[1]" in out
    assert "1/(1 - p/100) at 30 is 1.429" in out
    assert "latency decrease, better when lower" in out
    refusals = out.partition("\nrefused\n")[2]
    assert "'2019' at 3: " in refusals


def test_why_a_setting_was_chosen_is_said_in_words_and_adds_up() -> None:
    text = "The model is 2x faster than cuBLAS. Latency drops by 30% on 4 nodes for BERT."
    out = paperclaims("extract", "--explain", text).out
    steps = (
        line.removeprefix("    setting      ") for line in out.splitlines() if line.startswith("    setting      ")
    )
    alone, chosen = steps
    assert alone == "no setting: nothing in the sentence could be one"
    assert re.fullmatch(
        r"'4 nodes' [\d.]+ \(its place [+-][\d.]+, its wording [+-][\d.]+, the rule 'after' [+-][\d.]+\), "
        r"ahead of 'BERT' -?[\d.]+, no setting -?[\d.]+",
        chosen,
    )
    total, *parts = (float(number) for number in re.findall(r"[+-]?\d+\.\d", chosen)[:4])
    assert sum(parts) == pytest.approx(total, abs=0.2)
    assert "None" not in out
    out = paperclaims("extract", "--explain", "The sorting benchmark lowers peak memory from 512 MB to 96 MB.").out
    assert re.search(r"'The sorting benchmark' [\d.]+ \(.*the subject of its clause [+-][\d.]+", out)
    out = paperclaims("extract", "--explain", "It reaches an accuracy of 81% (BirdNet).").out
    assert "'BirdNet', not weighed against others: rule in_brackets" in out


@pytest.mark.parametrize("text", ["", "   ", "No number stands here."])
@pytest.mark.parametrize("flags", [("-f", "json"), ("--explain",), ()])
def test_nothing_to_find(text: str, flags: tuple[str, ...]) -> None:
    done = paperclaims("extract", *flags, text)
    assert done.code == 0
    assert done.err == ("" if flags else "no claims; --explain says which numbers were refused, and why\n")
    if "json" in flags:
        assert json.loads(done.out) == []
    if "--explain" in flags:
        assert done.out.endswith("\nno claims\n")


@pytest.mark.parametrize("flags", [("-f", "csv"), ("--explain",), ()])
def test_a_text_of_too_many_numbers(
    flags: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engine, "NUMBERS_READ", 1)
    assert main(["extract", *flags, "It is 2x faster and takes 30% less memory."]) == 1
    out, err = capsys.readouterr()
    assert "2x" in out
    assert err == f"paperclaims: abstract: not read from character 26 on: {engine.TOO_MANY}\n"


def test_a_text_that_a_pattern_takes_too_long_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def out_of_time(view: str) -> None:
        raise TimeoutError("regex timed out")

    monkeypatch.setattr(engine, "find_quantities", out_of_time)
    assert main(["extract", TEXT]) == 1
    assert capsys.readouterr() == ("", "paperclaims: the text: regex timed out\n")


def test_standard_input_that_is_not_utf8() -> None:
    refused(paperclaims("extract", stdin=b"2x \xff"), "standard input: not UTF-8 at byte 4")


def test_an_argument_that_is_not_utf8() -> None:
    refused(paperclaims("extract", "\udcff"), "argument 2 of the command is not UTF-8")


def test_a_text_that_begins_with_a_dash() -> None:
    done = paperclaims("extract", "-f", "json", "--", "-- it is 2x faster")
    assert [claim["start_char"] for claim in json.loads(done.out)] == [9]


def test_imports_no_warehouse_and_no_prefect() -> None:
    code = (
        "import sys, flows.cli; flows.cli.main(['extract', 'It is 2x faster.']);"
        "print([name for name in ('prefect', 'duckdb', 'polars', 'pandera') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_parquet_file_has_the_same_types_whatever_was_found(tmp_path: Path) -> None:
    schemas = set()
    for number, text in enumerate((TEXT, "2x faster", "Nothing is said.")):
        path = tmp_path / f"{number}.parquet"
        assert paperclaims("extract", text, "-o", path, "-f", "parquet").code == 0
        schemas.add(pq.read_schema(path))
    assert len(schemas) == 1
    explained = tmp_path / "explained.parquet"
    assert paperclaims("extract", "--explain", "Nothing but 4D.", "-o", explained, "-f", "parquet").code == 0
    assert str(pq.read_schema(explained).field("steps").type).startswith("list")


def test_the_name_of_a_file_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "abstract.txt"
    path.write_text(TEXT)
    done = paperclaims("extract", path)
    assert f"paperclaims extract - < {path}" in done.err
    assert done.code == 0


def test_a_text_too_long_to_be_a_name_is_a_text() -> None:
    done = paperclaims("extract", "2x" * 3000)
    assert (done.code, "Traceback" in done.err, "is taken for" in done.err) == (0, False, False)
