"""Ad-hoc SQL can ask everything and do nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.conftest import Runner
from tests.warehouse.hostile import HOSTILE
from tests.warehouse.samples import batch, dump, feed
from warehouse import QueryError, Warehouse, query
from warehouse.connection import interruptible
from warehouse.functions import ALLOWED, REFUSED


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sandbox") / "claims.duckdb"
    with Warehouse.open(path) as store:
        store.load(store.start_run("feed.jsonl", "1"), batch(feed(3)))
    return path


def refusal(path: Path, sql: str) -> str:
    with pytest.raises(QueryError) as caught:
        query(path, sql).fetchall()
    message = str(caught.value)
    assert message
    assert "\n" not in message
    assert not message.startswith(f"{path}")
    return message


def test_rows_columns_and_types(stored: Path) -> None:
    with query(stored, "SELECT paper_id, low, hardware, 2 > 1 AS yes FROM claims ORDER BY 1 LIMIT 2") as result:
        assert result.columns == ["paper_id", "low", "hardware", "yes"]
        assert result.types == ["VARCHAR", "DOUBLE", "VARCHAR[]", "BOOLEAN"]
        assert result.fetchall() == [
            ("arxiv:2401.00001", 2.0, ["NVIDIA V100"], True),
            ("arxiv:2401.00002", 2.0, ["NVIDIA V100"], True),
        ]


def test_many_rows_are_read_as_they_are_asked_for(stored: Path) -> None:
    with query(stored, "FROM range(100_000)") as result:
        rows = iter(result)
        assert [next(rows) for _ in range(3)] == [(0,), (1,), (2,)]
    assert sum(number for (number,) in query(stored, "FROM range(10_000)")) == 49_995_000


def test_the_file_is_free_once_the_rows_are_read_or_the_query_failed(stored: Path) -> None:
    query(stored, "FROM papers").fetchall()
    refusal(stored, "FROM nowhere")
    refusal(stored, "DROP TABLE papers")
    with query(stored, "FROM papers") as result:
        next(iter(result))
    Warehouse.open(stored).close()


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT count(*) FROM papers; SELECT count(*) FROM claims;", [(3,)]),
        ("FROM papers SELECT count(*)", [(3,)]),
        ("WITH a AS (SELECT 1 AS b) SELECT b FROM a", [(1,)]),
        ("VALUES (1), (2)", [(1,), (2,)]),
        ("SELECT column_name FROM (DESCRIBE papers) LIMIT 1", [("paper_id",)]),
        ("SELECT name FROM pragma_table_info('papers') LIMIT 1", [("paper_id",)]),
        ("SELECT unnest([1, 2])", [(1,), (2,)]),
        ("FROM unnest([1, 2])", [(1,), (2,)]),
        ("SELECT a.* FROM range(2) a, generate_series(1, 1)", [(0,), (1,)]),
        ("PIVOT (SELECT kind, low FROM claims) ON kind USING max(low)", [(2.0,)]),
        ("SELECT 'DROP TABLE papers; COPY x TO ''y''; read_text(''/etc/passwd'')' != ''", [(True,)]),
        ("SELECT 1 -- checkpoint(", [(1,)]),
        ("SELECT TIMESTAMP '2024-05-01 10:00:00' AS t", None),
        ("SELECT now() = now()", [(True,)]),
        ("SELECT current_setting('TimeZone')", [("UTC",)]),
        ("SHOW TABLES", None),
        ("DESCRIBE claims", None),
        ("SUMMARIZE papers", None),
        ("EXPLAIN SELECT 1", None),
        ("EXPLAIN ANALYZE FROM papers", None),
        ("EXPLAIN (ANALYZE, FORMAT json) SELECT 1", None),
        ("EXPLAIN (FROM papers)", None),
        ("(SELECT 1)", [(1,)]),
        ("SELECT 'set' AS \"drop\"", [("set",)]),
        ("\u00a0SELECT\u20031", [(1,)]),
    ],
)
def test_asking_is_allowed(stored: Path, sql: str, rows: list[tuple[object, ...]] | None) -> None:
    found = query(stored, sql).fetchall()
    assert found
    assert rows is None or found == rows


@pytest.mark.parametrize(("sql", "said"), HOSTILE, ids=[ascii(sql) for sql, _ in HOSTILE])
def test_nothing_else_is(stored: Path, sql: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = stored.read_bytes()
    assert refusal(stored, sql).startswith(said)
    assert stored.read_bytes() == before
    assert list(tmp_path.iterdir()) == []
    assert [file.name for file in stored.parent.iterdir()] == [stored.name]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("", "there is no query"),
        ("  ; -- nothing", "there is no query"),
        ("SELEC 1", 'Parser Error: syntax error at or near "SELEC" (line 1, column 1)'),
        ("SELECT *\nFROM papers\nWHERE", "Parser Error: syntax error at end of input"),
        ("SELECT\n  colour FROM papers", "(line 2, column 3)"),
        ("SELECT 'a' + 'b' FROM papers", "please add explicit type casts. (line 1, column 12)"),
        ("UPDATE EXTENSIONS", "UPDATE EXTENSIONS is not allowed"),
        ("MERGE INTO papers USING papers p ON false WHEN MATCHED THEN DELETE", "MERGE INTO is not allowed"),
        ("FROM nowhere", "Catalog Error: Table with name nowhere does not exist!"),
        ("DROP TABLE claims", "DROP is not allowed: the warehouse can only be asked"),
        (
            "SELECT 1\n, é FROM\n  read_text('a')",
            "read_text is not allowed: the warehouse can only be asked (line 3, column 3)",
        ),
        ("FROM '/etc/passwd'", "/etc/passwd"),
    ],
)
def test_an_error_is_one_line_that_says_where(stored: Path, sql: str, message: str) -> None:
    assert message in refusal(stored, sql)


def test_a_long_line_shows_what_stands_at_the_place(stored: Path) -> None:
    sql = f"SELECT {', '.join(['low'] * 200)}, colour, {', '.join(['high'] * 200)} FROM claims"
    assert "(line 1, at 'colour" in refusal(stored, sql)


@pytest.mark.parametrize(
    "sql", ["SELECT count(*) FROM range(1_000_000_000) a, range(1000) b", "FROM range(1_000_000_000_000)"]
)
def test_a_long_query_is_stopped(stored: Path, sql: str) -> None:
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"^stopped after 0\.2 s$"):
        for _ in query(stored, sql, timeout=0.2):
            pass
    assert time.monotonic() - began < 5
    Warehouse.open(stored).close()


def test_a_slow_reader_is_not_stopped(stored: Path) -> None:
    with query(stored, "FROM range(10_000)", timeout=0.5) as result:
        rows = iter(result)
        next(rows)
        time.sleep(0.6)
        assert sum(1 for _ in rows) == 9_999


def test_a_query_beyond_its_memory_is_stopped(stored: Path) -> None:
    sql = "SELECT list(a.range || b.range) FROM range(3000) a, range(3000) b"
    with pytest.raises(QueryError, match="Out of Memory Error"):
        query(stored, sql, memory_limit="50MB").fetchall()


def test_the_message_about_memory_gives_no_advice_on_settings(stored: Path) -> None:
    with pytest.raises(QueryError, match=r"^Out of Memory Error: [^\n]*\)$"):
        query(stored, "SELECT list(range) FROM range(30000000)", memory_limit="50MB")


def test_a_list_of_at_least_forty() -> None:
    assert len({sql for sql, _ in HOSTILE}) == len(HOSTILE) >= 40


def test_the_list_of_table_functions_is_that_of_duckdb() -> None:
    with duckdb.connect() as connection:
        known = connection.execute("""
            SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type IN ('table', 'pragma')
            EXCEPT
            SELECT function_name FROM duckdb_functions() WHERE function_type NOT IN ('table', 'pragma')
        """).fetchall()
    assert {name for (name,) in known} - ALLOWED == REFUSED
    assert not ALLOWED & REFUSED


def test_what_was_loaded_is_what_stands(path: Path, run: Runner) -> None:
    run(feed(1))
    before = dump(path)
    for sql, _ in HOSTILE[:5]:
        refusal(path, sql)
    assert dump(path) == before


def test_ctrl_c_in_a_query_is_ctrl_c() -> None:
    with pytest.raises(KeyboardInterrupt), interruptible():
        raise RuntimeError("Query interrupted")  # what DuckDB makes of it
    with pytest.raises(RuntimeError, match="else"), interruptible():
        raise RuntimeError("something else")
