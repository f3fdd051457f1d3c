"""Every released layout: its file is upgraded without loss and read as it is, and its steps never change."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from hashlib import sha256
from importlib import resources
from pathlib import Path

import duckdb
import pytest

from schemas.identity import text_digest
from tests.warehouse.layouts import make
from tests.warehouse.samples import Dump, Found, batch, columns, dump, found, rows
from warehouse import (
    QueryError,
    RunSummary,
    Warehouse,
    WarehouseError,
    changes,
    export,
    find_paper,
    leaderboard,
    list_runs,
    migrations,
    query,
    upgrade,
)

# The steps of released versions, of which a file is kept in layouts/; whoever releases a step adds it here.
RELEASED = {
    "0001_relations": "ed1c120a8e9c857c6ae9aa410432d0510722eaece0a06777aaa162e1bdb6559f",
    "0002_history": "0b911496af09ad12caa3ff6b748b9e1a4dd475a1c106e3308d132719a5fc16ee",
    "0003_leaderboard": "fe6136645d6dfb0830bf3001c764019fd0fa9087e7253c1ef78d9b44d5b90117",
    "0004_baselines": "3f2e1de6760c81386b810e55a5101dbd0533282ac223c4f10347dde95f7d9823",
    "0005_as_of": "b8cf6229f1283a53fdeba8366014fe300ec0500dfb1898a8a2fb479b7565f252",
    "0006_devices": "4c229a0081a67b83945e242106f47cd567107ca28d70fe5dc46ad45b51f62c9d",
    "0007_text_digest": "3a411a7405d4c8442dcd7a70a40703f6fb1513532f93e4f0c87466d2194abc93",
}
# Of the steps that came at once, as 4 to 6 did, users have a file of the last.
LAYOUTS = {layout: make.FOLDER / f"layout{layout}.duckdb.gz" for layout in (1, 2, 3, 6, 7)}
KEPT = {  # rows of each: what an upgrade may not lose
    1: {"papers": 6, "claims": 6, "hardware_mentions": 5, "links": 5, "rejects": 2, "runs": 3, "hardware": 2},
    2: {"papers": 6, "claims": 5, "hardware_mentions": 5, "links": 5, "rejects": 2, "runs": 6, "hardware": 2}
    | {"papers_history": 3, "claims_history": 5, "hardware_mentions_history": 2, "links_history": 2},
}
KEPT[3] = KEPT[2]
KEPT[6] = KEPT[3] | {"readings_history": 5}
KEPT[7] = KEPT[6]


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def old(layout: int, tmp_path: Path) -> Path:
    """The warehouse of a user of that version."""
    path = tmp_path / "old.duckdb"
    path.write_bytes(gzip.decompress(LAYOUTS[layout].read_bytes()))
    return path


def whole(path: Path) -> Dump:
    """Every row of every table, whole."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {
            name: sorted(connection.execute(f"FROM {name}").fetchall(), key=repr)
            for name in names
            if name != "migrations"
        }


def shape(path: Path) -> list[list[tuple[object, ...]]]:
    """Tables, columns, types, views and macros."""
    return [
        sorted((tuple(_in_order(cell) for cell in row) for row in rows(path, sql)), key=repr)
        for sql in (
            "SELECT table_name, column_name, data_type, is_nullable, column_default, column_index "
            "FROM duckdb_columns() ORDER BY ALL",
            "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
            "SELECT function_name, parameters, macro_definition FROM duckdb_functions() "
            "WHERE NOT internal ORDER BY ALL",
            "SELECT table_name, index_name FROM duckdb_indexes() ORDER BY ALL",
        )
    ]


def _in_order(cell: object) -> object:
    """DuckDB gives the names behind EXCLUDE in no order."""
    if not isinstance(cell, str):
        return cell
    return re.sub(r"EXCLUDE \(([^)]*)\)", lambda m: f"EXCLUDE ({', '.join(sorted(m[1].split(', ')))})", cell)


def load(path: Path, results: list[Found], version: str) -> RunSummary:
    with Warehouse.open(path) as store:
        run_id = store.start_run("again.jsonl", version)
        store.load(run_id, batch(results, version))
        return store.finish_run(run_id, "completed")


def test_a_released_step_never_changes() -> None:
    for name, digest in RELEASED.items():
        step = resources.files("warehouse").joinpath("sql", f"{name}.sql")
        assert sha256(step.read_bytes()).hexdigest() == digest, name


def test_of_every_released_layout_there_is_a_file() -> None:
    assert sorted(make.FOLDER.glob("*.gz")) == sorted(LAYOUTS.values())
    assert [name for _, name, _ in migrations.STEPS][: len(RELEASED)] == list(RELEASED)


def test_the_file_holds_what_that_version_could_store(layout: int, old: Path) -> None:
    assert rows(old, "SELECT max(version) FROM migrations") == [(layout,)]
    held = whole(old)
    assert {name: len(held.get(name, [])) for name in KEPT[layout]} == KEPT[layout]
    assert {status for (status,) in rows(old, "SELECT status FROM runs")} == {"completed", "running"}
    assert ("leaderboard" in [name for (name,) in rows(old, "SELECT view_name FROM duckdb_views()")]) == (layout >= 3)


def test_an_upgrade_keeps_every_row(layout: int, old: Path) -> None:
    before, described = whole(old), {name: columns(old, name) for name in whole(old)}
    assert upgrade(old) == (layout, migrations.latest())
    with duckdb.connect(str(old), read_only=True) as connection:
        for name, kept in before.items():
            known = ", ".join(described[name])
            assert sorted(connection.execute(f"SELECT {known} FROM {name}").fetchall(), key=repr) == kept
    assert upgrade(old) == (migrations.latest(),) * 2


def test_an_upgraded_file_is_laid_out_as_a_new_one(old: Path, path: Path) -> None:
    upgrade(old)
    assert shape(old) == shape(path)
    assert len(shape(path)[0]) > 100
    steps = "SELECT version, name FROM migrations ORDER BY version"
    assert rows(old, steps) == rows(path, steps)


def test_the_promises_hold_after_an_upgrade(layout: int, old: Path) -> None:
    upgrade(old)
    for relation in ("claims", "hardware_mentions", "links"):
        assert rows(
            old,
            "SELECT bool_and(substr(if(field = 'title', title, abstract), start_char + 1, end_char - start_char) "
            f"= quote) FROM {relation} JOIN papers USING (paper_id)",
        ) == [(True,)]
    # What stands in it comes again, and nothing changes.
    before = dump(old)
    standing = [(make.first(), "1") if layout == 1 else (make.later()[-1][2], "2"), ([found(6)], "2")]
    for results, version in standing:
        assert load(old, results, version).papers_unchanged == len(results)
    assert dump(old) == before
    # What changes becomes history.
    run_id = load(old, [found(6, speed=9)], "2").run_id
    assert rows(old, f"SELECT quote FROM claims_history WHERE superseded_by = '{run_id}'") == [("2x",)]
    assert query(old, "SELECT count(*) FROM claims_at(-2)").fetchall() == [(KEPT[layout]["claims"],)]
    with changes(old) as found_changes:
        assert {change.row["paper_id"] for change in found_changes.rows} == {"arxiv:2401.00006"}


def test_texts_that_were_read_before_the_upgrade_are_known(old: Path) -> None:
    upgrade(old)
    for relation in ("papers", "papers_history"):
        for title, abstract, digest in rows(old, f"SELECT title, abstract, text_digest FROM {relation}"):
            assert digest == text_digest(title, abstract)


def test_a_run_before_the_upgrade_can_be_gone_back_to(old: Path, layout: int) -> None:
    upgrade(old)
    first, *_ = [run for (run,) in rows(old, "SELECT run_id FROM runs ORDER BY run_id")]
    said = "paper_id, quote, setting, sentence, rule"
    assert rows(old, f"SELECT {said} FROM claims_at('{first}') ORDER BY ALL") == sorted(
        (
            (made.paper_id, claim.quote, claim.setting, claim.sentence, claim.rule)
            for made, seen in make.first()
            for claim in seen.claims
        ),
        key=lambda row: (*row[:2], row[2] is None, row[2]),
    )


READERS: list[Callable[[Path], object]] = [
    lambda path: query(path, "SELECT title, quote FROM claims JOIN papers USING (paper_id)").fetchall(),
    lambda path: list_runs(path).fetchall(),
    lambda path: find_paper(path, "Sorter3"),
    lambda path: export(path, path.parent / "out"),
]


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_takes_an_older_layout_as_it_is(old: Path, reader: Callable[[Path], object]) -> None:
    before = old.read_bytes()
    assert reader(old)
    assert old.read_bytes() == before


ASKING: list[tuple[int, Callable[[Path], object]]] = [
    (4, lambda path: leaderboard(path).fetchall()),
    (2, lambda path: query(path, "SELECT count(*) FROM claims_history").fetchall()),
    (5, lambda path: query(path, "FROM claims_at(-1)").fetchall()),
    (5, lambda path: changes(path).__enter__()),
]


@pytest.mark.parametrize(("since", "ask"), ASKING)
def test_a_reader_that_misses_something_is_told_how_to_get_it(
    old: Path, layout: int, since: int, ask: Callable[[Path], object]
) -> None:
    if layout >= since:
        assert ask(old)
        return
    with pytest.raises(WarehouseError) as caught:
        ask(old)
    advice = "; the warehouse is of an older layout, which paperclaims upgrade brings up to date"
    assert str(caught.value).endswith(advice)
    assert "\n" not in str(caught.value)
    upgrade(old)
    assert ask(old)


def test_a_reader_of_the_present_layout_is_not_told_so(path: Path) -> None:
    with pytest.raises(QueryError, match=r"nowhere does not exist! .*\(line 1, column 6\)$"):
        query(path, "FROM nowhere")


def test_a_step_that_fails_is_named_and_undone(layout: int, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = whole(old)
    bad = (migrations.latest() + 1, "0099_bad", "DELETE FROM claims; ALTER TABLE nowhere ADD COLUMN a INT;")
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, bad])
    with pytest.raises(WarehouseError) as caught:
        Warehouse.open(old)
    assert str(caught.value).startswith(f"{old}: the upgrade by 0099_bad failed and was undone: ")
    assert "nowhere" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert {name: kept for name, kept in whole(old).items() if name in before} == before
    monkeypatch.undo()
    assert upgrade(old)[1] == migrations.latest()


def test_a_step_that_comes_between_released_ones_is_taken_too(
    old: Path, layout: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when two are written at the same time, and the one of the higher number is there first."""
    steps = [*migrations.STEPS, (98, "0098_between", "CREATE TABLE between_them (a INT);")]
    last = (99, "0099_last", "CREATE TABLE last_of_them (a INT);")
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, last])
    Warehouse.open(old).close()
    monkeypatch.setattr(migrations, "STEPS", [*steps, last])
    Warehouse.open(old).close()
    assert rows(old, "SELECT version FROM migrations WHERE version > 90 ORDER BY applied_at") == [(99,), (98,)]
    assert rows(old, "FROM between_them UNION ALL FROM last_of_them") == []
