from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import pytest

from tests.flows.runner import paperclaims, refused
from tests.warehouse.layouts import make
from tests.warehouse.samples import rows
from warehouse import Warehouse, migrations


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.duckdb"
    path.write_bytes(gzip.decompress((make.FOLDER / "layout2.duckdb.gz").read_bytes()))
    return path


def test_an_older_warehouse_is_brought_up_to_date(old: Path) -> None:
    refused(paperclaims("leaderboard", "-w", old), "of an older layout, which paperclaims upgrade brings up to date")
    latest = migrations.latest()
    assert paperclaims("upgrade", "-w", old).out == f"{old}: is of layout {latest}, it was of 2\n"
    assert paperclaims("leaderboard", "-w", old).code == 0
    done = paperclaims("upgrade", "-w", old)
    assert (done.code, done.out, done.err) == (0, f"{old}: is of layout {latest}, the present one\n", "")


def test_what_can_not_be_upgraded_is_one_line(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = tmp_path / "none.duckdb"
    refused(paperclaims("upgrade", "-w", missing), f"{missing}: there is no such warehouse")
    assert not missing.exists()
    refused(paperclaims("upgrade", "-w", __file__), "is not a DuckDB file")
    newer = tmp_path / "newer.duckdb"
    Warehouse.open(newer).close()
    with duckdb.connect(str(newer)) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'later', now())")
    refused(paperclaims("upgrade", "-w", newer), "was made by a newer paperclaims (layout 99")
    bad = (98, "0098_bad", "ALTER TABLE nowhere ADD COLUMN a INT")
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, bad])
    refused(paperclaims("upgrade", "-w", old), f"{old}: the upgrade by 0098_bad failed and was undone: ", "nowhere")
    monkeypatch.undo()
    assert rows(old, "SELECT max(version) FROM migrations") == [(2,)]  # nothing of the steps before it either
