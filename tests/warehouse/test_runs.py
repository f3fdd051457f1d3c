"""The ledger, the refusals and the catalogue of devices."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from schemas.records import Device, Reject
from schemas.vocabulary import DeviceClass, Stage
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import batch, dump, feed, found, rows
from warehouse import Warehouse, WarehouseError, runs


def test_a_run_is_opened_counted_and_finished(path: Path) -> None:
    with Warehouse.open(path) as store:
        began = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        run_id = store.start_run("page.txt", "1")
        counts = store.load(run_id, batch(feed(3)), [Reject(Stage.SPLIT, "page.txt:9", "no abstract")])
        assert (counts.papers_new, counts.claims, counts.rejected) == (3, 3, 1)
        store.load(run_id, batch([found(4), found(5)]))
        summary = store.finish_run(run_id, "completed")
    assert re.fullmatch(r"\d{8}T\d{6}\.\d{6}Z-[0-9a-f]{4}", summary.run_id)
    assert (summary.status, summary.feed, summary.extractor_version) == ("completed", "page.txt", "1")
    assert summary.finished_at
    assert began <= summary.started_at <= summary.finished_at
    counted = (
        "papers_seen, papers_new, papers_changed, papers_unchanged, claims, claims_new, claims_replaced, rejected"
    )
    assert rows(path, f"SELECT {counted} FROM runs") == [(5, 5, 0, 0, 5, 5, 0, 1)]


def test_ids_sort_by_start_even_when_the_clock_is_set_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([dt.datetime(2024, 5, 2), dt.datetime(2024, 5, 1), dt.datetime(2024, 5, 1)])
    monkeypatch.setattr(runs, "_now", lambda: next(clock))
    with Warehouse.open(path) as store:
        ids = [store.start_run("page.txt", "1") for _ in range(3)]
    assert ids == sorted(ids)
    assert len(set(rows(path, "SELECT started_at FROM runs"))) == 3


def test_a_run_that_died_is_known_as_such(path: Path) -> None:
    with Warehouse.open(path) as store:
        died = store.start_run("page.txt", "1")
        store.load(died, batch(feed(2)))
    assert rows(path, "SELECT status, finished_at, papers_seen FROM runs") == [("running", None, 2)]
    with Warehouse.open(path) as store:
        lives = store.start_run("page.txt", "1")
        with pytest.raises(WarehouseError, match=f"run {died} is over \\(interrupted\\)"):
            store.load(died, batch(feed(1)))
        store.finish_run(lives, "completed")
        with pytest.raises(WarehouseError, match="is over"):
            store.finish_run(lives, "completed")
        with pytest.raises(WarehouseError, match="there is no run 42"):
            store.load("42", batch(feed(1)))
        with pytest.raises(WarehouseError, match="can not finish as"):
            store.finish_run(lives, "running")
    assert rows(path, "SELECT status, reason FROM runs ORDER BY run_id") == [
        ("interrupted", "it was killed, or its end could not be written"),
        ("completed", None),
    ]


def test_a_run_that_failed_says_why(path: Path) -> None:
    with Warehouse.open(path) as store:
        store.finish_run(store.start_run("page.txt", "1"), "failed", "page.txt: holds no paper")
    assert rows(path, "SELECT status, reason FROM runs") == [("failed", "page.txt: holds no paper")]


def test_the_same_refusal_is_stored_once_and_known_to_every_run(path: Path, run: Runner) -> None:
    one = Reject(Stage.SPLIT, "page.txt:9", "no abstract", "A Title Alone")
    other = Reject(Stage.VALIDATE, "arxiv:2401.00001 claims abstract[3:5]", "low is greater than high", "{}")
    first = run([], rejects=[one, one])
    second = run([], rejects=[one, other])
    third = run([found(1)])
    assert (first.rejected, second.rejected, third.rejected) == (1, 2, 0)
    assert rows(path, "SELECT locator, run_id FROM rejects ORDER BY run_id") == [
        (one.locator, first.run_id),
        (other.locator, second.run_id),
    ]
    with Warehouse.open(path) as store:
        assert store.rejects(first.run_id) == [one]
        assert sorted(store.rejects(second.run_id), key=lambda reject: reject.stage) == [one, other]
        assert store.rejects(third.run_id) == []


def test_text_that_no_database_takes_is_still_refused_legibly(path: Path, run: Runner) -> None:
    run([], rejects=[Reject(Stage.SPLIT, "page.txt:1", "not UTF-8", "caf\udce9 \x00")])
    assert rows(path, "SELECT payload FROM rejects") == [("caf\\udce9 \x00",)]


V100 = Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU, "Volta", 2017, 32, 125, 900, 300, "Volta", ("V100", "V100S"))
FRONTIER = Device("Frontier", None, DeviceClass.SYSTEM, accelerators=37888, accelerator="AMD Instinct MI250X")


def test_the_catalogue_is_replaced_as_a_whole(path: Path) -> None:
    with Warehouse.open(path) as store:
        store.replace_devices([V100, FRONTIER])
        store.replace_devices([FRONTIER, V100])
    before = dump(path)
    assert before["hardware"] == [
        ("Frontier", None, "system", *[None] * 7, [], 37888, "AMD Instinct MI250X"),
        (
            "NVIDIA V100",
            "NVIDIA",
            "GPU",
            "Volta",
            2017,
            32.0,
            125.0,
            900.0,
            300.0,
            "Volta",
            ["V100", "V100S"],
            None,
            None,
        ),
    ]
    with Warehouse.open(path) as store:
        with pytest.raises(WarehouseError, match="more than one row for Frontier"):
            store.replace_devices([FRONTIER, FRONTIER])
        store.replace_devices([FRONTIER])
    assert [row[0] for row in dump(path)["hardware"]] == ["Frontier"]
