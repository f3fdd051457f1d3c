"""Each relation as a file that anybody can read, and its manifest."""

from __future__ import annotations

import csv
import datetime as dt
import json
from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl
import pytest

from schemas.records import Device, Reject
from schemas.vocabulary import DeviceClass, Stage
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import DAY, feed, rows
from warehouse import Warehouse, WarehouseError, export, migrations

RELATIONS = {"papers", "claims", "hardware_mentions", "hardware", "links", "runs", "rejects", "leaderboard"}


def test_every_relation_is_written_whole(path: Path, run: Runner, tmp_path: Path) -> None:
    run(feed(3, published=DAY, categories=("cs.DC",)), rejects=[Reject(Stage.SPLIT, "feed.jsonl:4", "no abstract")])
    run(feed(2, speed=4))
    with Warehouse.open(path) as store:
        store.replace_devices([Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU)])
    target = tmp_path / "a b" / "it's"
    files = export(path, target)
    assert sorted(target.iterdir()) == sorted(files)
    assert {file.stem for file in files} >= RELATIONS | {"claims_history", "papers_history"}
    assert files[-1].name == "manifest.json"
    for file in files[:-1]:
        stored = rows(path, f"FROM {file.stem}")
        again = duckdb.read_parquet(str(file)).fetchall()
        assert sorted(again, key=repr) == sorted(stored, key=repr)
        assert pl.read_parquet(file).height == len(stored)
    assert duckdb.read_parquet(str(target / "claims_history.parquet")).fetchall()


def test_an_export_takes_the_place_of_the_one_before(path: Path, run: Runner, tmp_path: Path) -> None:
    target = tmp_path / "out"
    run(feed(1))
    first = export(path, target)
    run(feed(4))
    assert export(path, target) == first
    assert pl.read_parquet(target / "papers.parquet").height == 4
    assert sorted(target.iterdir()) == sorted(first)


def test_a_directory_that_can_not_be_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WarehouseError, match=r"file: is a file, not a directory$"):
        export(path, tmp_path / "file")
    with pytest.raises(WarehouseError, match=r"sub: Not a directory$"):
        export(path, tmp_path / "file" / "sub")


def test_an_export_that_fails_leaves_the_one_before(path: Path, run: Runner, tmp_path: Path) -> None:
    target = tmp_path / "out"
    run(feed(1))
    files = export(path, target)
    before = {file: file.read_bytes() for file in files}
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE VIEW zero AS SELECT error('broken') AS a")
    with pytest.raises(WarehouseError, match="broken"):
        export(path, target)
    assert {file: file.read_bytes() for file in target.iterdir()} == before


def test_the_manifest_says_what_the_files_hold(path: Path, run: Runner, tmp_path: Path) -> None:
    run(feed(3))
    for style in ("parquet", "csv"):
        files = export(path, tmp_path / style, style)
        said = json.loads(files[-1].read_text())
        assert (said["layout"], said["format"]) == (migrations.latest(), style)
        assert {f"{name}.{style}" for name in said["relations"]} == {file.name for file in files[:-1]}
        for name, of in said["relations"].items():
            assert [(of["rows"],)] == rows(path, f"SELECT count(*) FROM {name}")
            assert of["sha256"] == sha256((tmp_path / style / f"{name}.{style}").read_bytes()).hexdigest()


def test_csv_for_any_reader(path: Path, run: Runner, tmp_path: Path) -> None:
    run(feed(1, categories=("cs.DC", 'with "quotes", and commas'), words='One, "two"'))
    export(path, tmp_path / "out", "csv")
    with (tmp_path / "out" / "papers.csv").open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    [stored] = rows(path, "SELECT abstract, categories, first_seen FROM papers")
    assert row["abstract"] == stored[0]
    assert json.loads(row["categories"]) == stored[1]
    assert dt.datetime.fromisoformat(row["first_seen"]) == stored[2]
    assert row["doi"] == ""


def test_a_format_that_is_none(path: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="'xml' for an export; there are: parquet, csv"):
        export(path, tmp_path / "out", "xml")
    assert not (tmp_path / "out").exists()
