"""An export becomes the warehouse it came from, or nothing at all."""

from __future__ import annotations

import json
import math
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.records import Device, Reject
from schemas.vocabulary import DeviceClass, Stage
from tests.warehouse.samples import DAY, Found, batch, feed, found, rows
from warehouse import Warehouse, WarehouseError, export, import_, migrations, query

STYLES = ("parquet", "csv")

# What a file of text can mistake for something else, or lose.
NASTY = [
    "",
    " ",
    " in front and behind ",
    "NULL",
    "null",
    "nan",
    "-",
    "#hash",
    "a,b;c\td",
    'a "quoted" word',
    '"',
    '""',
    "'",
    "two\nlines",
    "two\r\nlines",
    "a return\r",
    "\n",
    "\\N \\n \\",
    '["a", "b"]',
    "{}",
    "a\0b",
    "\ufeffmark",
    "\u2028",
    "🚀 é ×",
    "x" * 2_500_000,
]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with something in every table, and its exports ``parquet`` and ``csv`` beside it."""
    path = tmp_path_factory.mktemp("origin") / "claims.duckdb"
    refusals = [Reject(Stage.SPLIT, f"feed.jsonl:{n}", text or "empty", text) for n, text in enumerate(NASTY)]
    devices = [
        Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU, released=2017, memory_gb=0.1 + 0.2),
        Device("X", None, DeviceClass.CPU),
    ]
    with Warehouse.open(path) as store:
        store.replace_devices(devices)
        load(store, feed(3, published=DAY, categories=("cs.DC",)), refusals)
        load(store, feed(2, speed=4, words='In "quotes", with commas:'), refusals[:3])
    with duckdb.connect(str(path)) as connection:  # in columns that no check looks at
        connection.execute("UPDATE papers SET system = '', url = NULL, categories = ?", [NASTY[:-1]])
        connection.execute("UPDATE claims SET baseline = '', setting = NULL, hardware = [] WHERE paper_id LIKE '%1'")
        connection.execute("UPDATE claims SET factor_low = 'nan', factor_high = 'inf' WHERE paper_id LIKE '%2'")
        connection.execute("INSERT INTO readings_history SELECT paper_id, '0', last_seen, run_id FROM papers")
    for table in tables(path):
        assert rows(path, f"SELECT count(*) > 0 FROM {table}") == [(True,)], table
    for style in STYLES:
        export(path, path.with_name(style), style)
    return path


@pytest.fixture
def stored(origin: Path, tmp_path: Path) -> Path:
    """Of the same, with the two exports, a copy to be changed."""
    for style in STYLES:
        shutil.copytree(origin.with_name(style), tmp_path / style)
    return Path(shutil.copy(origin, tmp_path / "claims.duckdb"))


def load(store: Warehouse, papers: list[Found], refusals: Sequence[Reject] = ()) -> None:
    run_id = store.start_run("feed.jsonl", "1")
    store.load(run_id, batch(papers), refusals)
    store.finish_run(run_id, "completed")


def tables(path: Path) -> list[str]:
    return [name for (name,) in rows(path, "SELECT table_name FROM duckdb_tables() ORDER BY 1")]


def everything(path: Path) -> dict[str, tuple[list[Any], str]]:
    """Every row of every table and view, in the order of the table, and the statement that makes it."""
    views = "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal"
    made = dict(rows(path, f"SELECT table_name, sql FROM duckdb_tables() UNION ALL {views}"))
    return {name: ([repr(row) for row in rows(path, f"FROM {name}")], sql) for name, sql in made.items()}


def refusal(directory: Path, target: Path) -> str:
    before = set(target.parent.iterdir())
    with pytest.raises(WarehouseError) as caught:
        import_(directory, target)
    assert set(target.parent.iterdir()) == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("style", STYLES)
def test_it_is_equal_row_by_row(stored: Path, tmp_path: Path, style: str) -> None:
    again = tmp_path / "again.duckdb"
    counts = import_(tmp_path / style, again)
    before, after = everything(stored), everything(again)
    leaderboards = [sorted(of.pop("leaderboard")[0]) for of in (before, after)]
    assert leaderboards[0] == leaderboards[1]
    assert after == before
    assert counts == {name: len(of) for name, (of, _) in before.items() if name in tables(stored)}
    assert sorted(tmp_path.iterdir()) == sorted([stored, again, tmp_path / "csv", tmp_path / "parquet"])


def test_both_formats_give_the_same_and_go_on_giving_it(stored: Path, tmp_path: Path) -> None:
    source = stored
    for step, style in enumerate(("csv", "parquet", "csv")):
        export(source, tmp_path / f"out{step}", style)
        source = tmp_path / f"again{step}.duckdb"
        import_(tmp_path / f"out{step}", source)
    first, last = ((tmp_path / name / "rejects.csv").read_bytes() for name in ("out0", "out2"))
    assert first == last


def test_numbers_that_are_none_come_back(stored: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.duckdb"
    import_(tmp_path / "csv", again)
    [(low, high)] = rows(again, "SELECT factor_low, factor_high FROM claims WHERE paper_id LIKE '%2'")
    assert math.isnan(low)
    assert high == math.inf
    assert rows(again, "SELECT memory_gb FROM hardware ORDER BY name") == [(0.1 + 0.2,), (None,)]


def test_work_goes_on_in_what_was_imported(stored: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.duckdb"
    import_(tmp_path / "parquet", again)
    with Warehouse.open(again) as store:
        load(store, [found(9)])
    assert query(again, "SELECT count(*) FROM papers").fetchall() == [(4,)]


@pytest.mark.parametrize("style", STYLES)
def test_an_older_layout_is_brought_up_to_date(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    step = (migrations.latest() + 1, "0099_notes", "ALTER TABLE claims ADD COLUMN note VARCHAR DEFAULT 'old';")
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, step])
    monkeypatch.setattr("warehouse.importing.STEPS", migrations.STEPS)
    again = tmp_path / "again.duckdb"
    import_(tmp_path / style, again)
    assert rows(again, "SELECT DISTINCT note FROM claims") == [("old",)]
    assert rows(again, "SELECT version, name FROM migrations ORDER BY 1")[-1] == step[:2]
    assert repr(rows(again, "SELECT * EXCLUDE (note) FROM claims")) == repr(rows(stored, "FROM claims"))


def test_a_newer_layout_is_refused(stored: Path, tmp_path: Path) -> None:
    change_manifest(tmp_path / "parquet", layout=migrations.latest() + 1)
    said = refusal(tmp_path / "parquet", tmp_path / "a.duckdb")
    assert f"newer paperclaims (layout {migrations.latest() + 1}, this one" in said


def test_a_layout_that_the_steps_contradict_is_refused(stored: Path, tmp_path: Path) -> None:
    steps = tmp_path / "csv" / "migrations.csv"
    steps.write_text("".join(steps.read_text().splitlines(keepends=True)[:-1]))
    assert "migrations.csv: does not record the steps" in refusal(tmp_path / "csv", tmp_path / "a.duckdb")


def change_manifest(directory: Path, **changes: object) -> None:
    file = directory / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def test_a_place_that_is_taken(stored: Path, tmp_path: Path) -> None:
    before = stored.read_bytes()
    for taken in (stored, tmp_path / "parquet"):
        assert "is there already" in refusal(tmp_path / "parquet", taken)
    (tmp_path / "link").symlink_to("nowhere")
    assert "is there already" in refusal(tmp_path / "parquet", tmp_path / "link")
    assert stored.read_bytes() == before
    with pytest.raises(WarehouseError, match="does not exist"):
        import_(tmp_path / "parquet", tmp_path / "none" / "a.duckdb")


def test_what_is_no_export(tmp_path: Path) -> None:
    target = tmp_path / "a.duckdb"
    assert refusal(tmp_path / "none", target) == f"{tmp_path}/none: there is no such directory"
    (tmp_path / "out").mkdir()
    assert "manifest.json: there is no such file" in refusal(tmp_path / "out", target)
    for text in ("", "[]", "{}", '{"layout": 1, "format": "xml", "relations": {}}', "[" * 100_000, "\xff"):
        (tmp_path / "out" / "manifest.json").write_text(text, "latin-1")
        assert "manifest.json: is not the manifest" in refusal(tmp_path / "out", target)


@pytest.mark.parametrize("style", STYLES)
def test_a_file_that_is_missing_is_named(stored: Path, tmp_path: Path, style: str) -> None:
    for table in tables(stored):
        file = tmp_path / style / f"{table}.{style}"
        content = file.read_bytes()
        file.unlink()
        assert refusal(tmp_path / style, tmp_path / "a.duckdb") == f"{file}: there is no such file"
        file.write_bytes(content)
    (tmp_path / style / f"leaderboard.{style}").unlink()  # which follows from the tables
    import_(tmp_path / style, tmp_path / "a.duckdb")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "half": lambda content: content[: len(content) // 2],
    "something else": lambda _: b"something else\n" * 40,
    "not UTF-8": lambda content: content.replace(b"orter", b"\xffrter"),
    "other bytes": lambda content: content[:-200] + bytes(reversed(content[-200:])),
    "a line less": lambda content: content[: content.rindex(b"\n", 0, -1) + 1],
    "another header": lambda content: b"x" + content,
    "another word": lambda content: content.replace(b"orter", b"order"),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("table", ["papers", "claims", "papers_history"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_file_that_is_damaged_is_named(stored: Path, tmp_path: Path, style: str, table: str, damage: str) -> None:
    file = tmp_path / style / f"{table}.{style}"
    content = DAMAGE[damage](file.read_bytes())
    assert content != file.read_bytes()
    file.write_bytes(content)
    assert refusal(tmp_path / style, tmp_path / "a.duckdb").startswith(str(tmp_path / style))


def tamper(directory: Path, table: str, change: str) -> None:
    """Change the Parquet file of a table by SQL."""
    file = directory / f"{table}.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE t AS FROM read_parquet('{file}')")
        connection.execute(change)
        connection.execute(f"COPY t TO '{file}' (FORMAT parquet)")


TAMPERED = [
    ("claims", "UPDATE t SET quote = '9x'", r"claims.parquet: arxiv:2401.00003 abstract\[13:15\] is not '9x'"),
    ("claims", "UPDATE t SET start_char = 0 WHERE paper_id LIKE '%2'", r"claims.parquet: arxiv:2401.00002 abstract"),
    ("claims", "UPDATE t SET end_char = 100000", r"claims.parquet: arxiv:2401.00003 abstract\[13:100000\]"),
    ("claims", "UPDATE t SET paper_id = 'doi:10.1/x' WHERE paper_id LIKE '%1'", r"claims.parquet: doi:10.1/x"),
    ("claims", "UPDATE t SET field = 'body'", r"claims.parquet: arxiv:2401.00003 body"),
    ("claims", "INSERT INTO t FROM t", r"claims.parquet: more than one row for [0-9a-f]{16}$"),
    ("links", "UPDATE t SET quote = upper(quote)", r"links.parquet: arxiv:2401.00003 abstract"),
    ("links", "INSERT INTO t FROM t", r"links.parquet: more than one row for arxiv:2401.0000\d, abstract, "),
    ("hardware_mentions", "UPDATE t SET end_char = end_char - 1", r"hardware_mentions.parquet: arxiv:2401.00003"),
    ("claims_history", "UPDATE t SET quote = '9x'", r"claims_history.parquet: arxiv:2401.0000\d abstract\[\d+:\d+\]"),
    ("papers", "UPDATE t SET abstract = 'x' || abstract", r"claims.parquet: arxiv:2401.00003"),
    ("papers", "DELETE FROM t WHERE paper_id LIKE '%3'", r"claims.parquet: arxiv:2401.00003"),
    ("papers", "INSERT INTO t FROM t", r"papers.parquet: more than one row for arxiv:2401.0000\d$"),
    ("papers", "UPDATE t SET title = title || '.'", r"papers.parquet: is not what was exported"),
    ("runs", "DELETE FROM t", r"runs.parquet: has 0 rows, but 2 were exported"),
    ("runs", "INSERT INTO t FROM t", r"runs.parquet: more than one row for "),
    ("runs", "UPDATE t SET feed = NULL", r"runs.parquet: NOT NULL constraint failed: runs.feed"),
    ("claims", "ALTER TABLE t DROP COLUMN unit", r"claims.parquet: lacks the column unit"),
    ("claims", "ALTER TABLE t ADD COLUMN more INT", r"claims.parquet: has other columns than the table"),
    ("claims", "ALTER TABLE t ALTER low TYPE VARCHAR", r"claims.parquet: column low is VARCHAR, not DOUBLE"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "change", "said"), TAMPERED, ids=[f"{t} {c[:40]}" for t, c, _ in TAMPERED])
def test_a_row_that_the_loader_would_refuse_is_named(
    stored: Path, tmp_path: Path, table: str, change: str, said: str
) -> None:
    tamper(tmp_path / "parquet", table, change)
    assert re.search(said, refusal(tmp_path / "parquet", tmp_path / "a.duckdb"))


def test_what_a_killed_import_left_is_cleared_away(stored: Path, tmp_path: Path) -> None:
    litter = tmp_path / ".a.duckdb.99999999.import"
    shutil.copy(stored, litter)
    import_(tmp_path / "parquet", tmp_path / "a.duckdb")
    assert not litter.exists()


def test_an_export_in_the_other_format_takes_the_place_of_the_first(stored: Path, tmp_path: Path) -> None:
    export(stored, tmp_path / "out", "parquet")
    with Warehouse.open(stored) as store:
        store.replace_devices([])
    export(stored, tmp_path / "out", "csv")
    import_(tmp_path / "out", tmp_path / "a.duckdb")
    assert rows(tmp_path / "a.duckdb", "FROM hardware") == []
