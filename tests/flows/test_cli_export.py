"""Every relation as a Parquet file of its name."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tests.flows.runner import paperclaims, refused
from tests.warehouse.samples import rows

RELATIONS = ("papers", "claims", "hardware_mentions", "hardware", "links", "runs", "rejects", "leaderboard")


@pytest.fixture(scope="module")
def exported(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("export") / "some" / "parquet"
    done = paperclaims("export", folder, "-w", loaded)
    assert (done.code, done.err) == (0, "")
    return folder, done.out


def test_what_was_written_is_printed_and_nothing_else_lies_there(exported: tuple[Path, str]) -> None:
    folder, out = exported
    assert out.splitlines() == [str(path) for path in sorted(folder.iterdir())]
    assert {f"{name}.parquet" for name in RELATIONS} <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("name", RELATIONS)
def test_a_file_has_the_rows_and_columns_of_its_relation(loaded: Path, exported: tuple[Path, str], name: str) -> None:
    frame = pl.read_parquet(exported[0] / f"{name}.parquet")
    assert rows(loaded, f"SELECT count(*) FROM {name}") == [(frame.height,)]
    assert [column for column, *_ in rows(loaded, f"DESCRIBE {name}")] == frame.columns


def test_quotes_stand_where_the_files_say(exported: tuple[Path, str]) -> None:
    papers = {row["paper_id"]: row for row in pl.read_parquet(exported[0] / "papers.parquet").to_dicts()}
    claims = pl.read_parquet(exported[0] / "claims.parquet").to_dicts()
    assert len(claims) > 40
    for claim in claims:
        text = papers[claim["paper_id"]][claim["field"]]
        assert text[claim["start_char"] : claim["end_char"]] == claim["quote"]


def test_again_replaces_the_files(loaded: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert paperclaims("export", tmp_path, "-w", loaded).code == 0
        assert pl.read_parquet(tmp_path / "papers.parquet").height == 40


def test_a_place_that_takes_no_files(loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("kept")
    refused(paperclaims("export", file, "-w", loaded), f"{file}: ")
    refused(paperclaims("export", file / "below", "-w", loaded), f"{file / 'below'}: ")
    assert file.read_text() == "kept"


def test_no_warehouse(tmp_path: Path) -> None:
    folder = tmp_path / "parquet"
    refused(paperclaims("export", folder, "-w", tmp_path / "claims.duckdb"), "there is no such warehouse")
    assert not folder.exists()


def test_no_directory_is_a_wrong_command_line() -> None:
    done = paperclaims("export")
    assert done.code == 2
    assert (
        done.err == "paperclaims export: the following arguments are required: DIR; see paperclaims export --help\n"
    )


@pytest.mark.parametrize("style", ["parquet", "csv"])
def test_an_import_makes_the_same_warehouse(loaded: Path, tmp_path: Path, style: str) -> None:
    assert paperclaims("export", tmp_path / "out", "-w", loaded, "--format", style).code == 0
    again = tmp_path / "again.duckdb"
    done = paperclaims("import", tmp_path / "out", "--warehouse", again)
    assert (done.code, done.err) == (0, "")
    said = dict(line.split(maxsplit=1) for line in done.out.splitlines())
    assert (said["papers"], said["warehouse"]) == ("40", str(again))
    for name, count in said.items():
        if name != "warehouse":
            assert rows(again, f"FROM {name}") == rows(loaded, f"FROM {name}")
            assert rows(again, f"SELECT count(*) FROM {name}") == [(int(count),)]
    refused(paperclaims("import", tmp_path / "out", "--warehouse", again), f"{again}: is there already")


def test_an_import_that_is_none(loaded: Path, tmp_path: Path) -> None:
    target = tmp_path / "again.duckdb"
    refused(
        paperclaims("import", tmp_path / "none", "-w", target), f"{tmp_path / 'none'}: there is no such directory"
    )
    assert paperclaims("export", tmp_path / "out", "-w", loaded).code == 0
    (tmp_path / "out" / "links.parquet").write_bytes(b"PAR1")
    refused(paperclaims("import", tmp_path / "out", "-w", target), "links.parquet: ")
    assert not target.exists()


def test_a_file_in_the_place_of_the_directory(loaded: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.touch()
    refused(paperclaims("export", path, "-w", loaded), f"{path}: is a file, not a directory")
