"""The file's layout, and what is said of a path at which no warehouse is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.conftest import Runner
from tests.warehouse.samples import batch, columns, dump, feed, found, refusal, rows
from warehouse import (
    Warehouse,
    WarehouseError,
    export,
    find_paper,
    leaderboard,
    migrations,
    query,
)

SPAN = "paper_id field start_char end_char quote"
SUPERSEDED = "paper_id run_id superseded_at superseded_by"
PROMISED = {
    "papers": "paper_id title abstract system source url arxiv_id doi published categories first_seen last_seen "
    "run_id",
    "claims": f"claim_id {SPAN} kind low high unit qualifier statistic metric direction baseline setting hardware "
    "attribution factor_low factor_high sentence rule confidence extractor_version run_id",
    "hardware_mentions": f"{SPAN} name rule run_id",
    "hardware": "name vendor device_class family released memory_gb fp16_tflops bandwidth_gbs tdp_w architecture "
    "aliases accelerators accelerator",
    "clusters": "device count_low count_high unit total_memory_gb total_fp16_pflops total_power_kw paper_id title "
    "published year quote sentence claim_id",
    "links": f"{SPAN} url type repo ref run_id",
    "runs": "run_id started_at finished_at status feed extractor_version papers_seen papers_new papers_changed "
    "papers_unchanged claims rejected",
    "rejects": "run_id stage locator reason payload rejected_at",
    "leaderboard": "metric factor_low factor_high qualifier statistic system title quote baseline setting hardware "
    "repo url published sentence paper_id claim_id",
    "papers_history": SUPERSEDED,
    "claims_history": f"claim_id {SUPERSEDED}",
    "hardware_mentions_history": SUPERSEDED,
    "links_history": SUPERSEDED,
}


@pytest.mark.parametrize("relation", PROMISED)
def test_every_promised_column_is_there(path: Path, relation: str) -> None:
    assert set(PROMISED[relation].split()) <= set(columns(path, relation))


def test_a_history_has_the_columns_of_what_it_is_the_history_of(path: Path) -> None:
    for relation in ("papers", "claims", "hardware_mentions", "links"):
        replaced = {*columns(path, relation), "superseded_at", "superseded_by"}
        assert set(columns(path, f"{relation}_history")) == replaced


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"
    with Warehouse.open(path) as store:
        store.load(store.start_run("feed", "1"), batch(feed(2)))
    assert list(tmp_path.iterdir()) == [path]


def test_each_migration_leaves_its_record(path: Path) -> None:
    assert rows(path, "SELECT version, name FROM migrations ORDER BY version") == [
        (number, name) for number, name, _ in migrations.STEPS
    ]
    numbers = [number for number, _, _ in migrations.STEPS]
    assert numbers == sorted(set(numbers))


def test_an_older_layout_is_upgraded_without_loss(
    path: Path, run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run([found(1)])
    run([found(1, speed=9)])
    before = dump(path)
    step = (
        migrations.latest() + 1,
        "0099_notes",
        "ALTER TABLE claims ADD COLUMN note VARCHAR; CREATE TABLE notes (a INT);",
    )
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, step])
    Warehouse.open(path).close()
    assert rows(path, "SELECT max(version) FROM migrations") == [(step[0],)]
    after = dump(path)
    assert [row[:-1] for row in after["claims"]] == before["claims"]
    assert after["claims_history"] == before["claims_history"]
    run([found(1)])  # and it goes on working


def test_a_migration_that_fails_leaves_the_layout_before_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = (migrations.latest() + 1, "0098_good", "CREATE TABLE good (a INT);")
    bad = (migrations.latest() + 2, "0099_bad", "CREATE TABLE half (a INT); ALTER TABLE nowhere ADD COLUMN a INT;")
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, good, bad])
    with pytest.raises(WarehouseError, match="nowhere"):
        Warehouse.open(path)
    assert rows(path, "SELECT max(version) FROM migrations") == [(good[0] - 1,)]
    assert rows(path, "SELECT table_name FROM duckdb_tables() WHERE table_name IN ('good', 'half')") == []
    assert list(path.parent.iterdir()) == [path]


READERS: list[Callable[[Path], object]] = [
    lambda path: query(path, "SELECT 1"),
    leaderboard,
    lambda path: find_paper(path, "any"),
    lambda path: export(path, path.parent / "out"),
]
OPENERS = [Warehouse.open, *READERS]


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"title and abstract\n" * 4096])
def test_another_kind_of_file(tmp_path: Path, opener: Callable[[Path], object], content: bytes) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(content)
    assert refusal(opener, path) == "is not a DuckDB file"
    assert path.read_bytes() == content


@pytest.mark.parametrize("opener", OPENERS)
def test_a_duckdb_file_of_something_else(tmp_path: Path, opener: Callable[[Path], object]) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE papers (a INT)")
    assert refusal(opener, path) == "is a DuckDB file, but not a warehouse of paperclaims"
    assert rows(path, "SELECT table_name FROM duckdb_tables()") == [("papers",)]


@pytest.mark.parametrize("opener", OPENERS)
def test_a_warehouse_of_a_newer_layout(path: Path, opener: Callable[[Path], object]) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'later', now())")
    known = migrations.latest()
    assert refusal(opener, path) == f"was made by a newer paperclaims (layout 99, this one knows up to {known})"


@pytest.mark.parametrize("opener", OPENERS)
def test_a_directory(tmp_path: Path, opener: Callable[[Path], object]) -> None:
    assert refusal(opener, tmp_path) == "is a directory, not a warehouse"


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="links that lead to themselves are files that are not there")
def test_links_that_lead_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(Warehouse.open, tmp_path / "loop") == "Too many levels of symbolic links"


@pytest.mark.parametrize("opener", OPENERS)
def test_a_pipe_is_not_waited_for(tmp_path: Path, opener: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(opener, tmp_path / "pipe") == "is a pipe, not a warehouse"


@pytest.mark.parametrize("opener", READERS)
def test_no_such_file(tmp_path: Path, opener: Callable[[Path], object]) -> None:
    assert refusal(opener, tmp_path / "none.duckdb") == "there is no such warehouse"
    assert list(tmp_path.iterdir()) == []


def test_no_such_directory(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    assert refusal(Warehouse.open, missing / "new.duckdb") == f"the directory {missing} does not exist"


def test_a_directory_that_takes_no_files() -> None:
    assert refusal(Warehouse.open, Path("/proc/new.duckdb"))


def test_a_name_that_means_something_to_duckdb_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Warehouse.open(Path(":memory:")).close()
    assert [path.name for path in tmp_path.iterdir()] == [":memory:"]


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = "{'duckdb', 'polars', 'pandera', 'pyarrow'}"
    code = f"import sys, warehouse, schemas.validation; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    import warehouse

    for name in warehouse.__all__:
        assert getattr(warehouse, name).__name__ == name
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        getattr(warehouse, "nothing_of_the_kind")  # noqa: B009


def ended() -> int:
    """The id of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        return process.pid


def test_what_a_killed_export_left_is_cleared_away(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parquet"
    folder.mkdir()
    (folder / f".claims.{ended()}.parquet").write_bytes(b"half")
    export(path, folder)
    assert [left for left in folder.iterdir() if left.name.startswith(".")] == []
