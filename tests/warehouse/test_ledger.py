"""The runs, as they are listed and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.conftest import Runner
from tests.warehouse.samples import feed, rows
from warehouse import Warehouse, WarehouseError, list_runs


def test_newest_first_with_the_numbers_that_name_them(path: Path, run: Runner) -> None:
    assert list_runs(path).fetchall() == []
    first = run(feed(2)).run_id
    with Warehouse.open(path) as store:
        died = store.start_run("feed.jsonl", "1")
    last = run(feed(3)).run_id
    with list_runs(path) as result:
        listed = [dict(zip(result.columns, row, strict=True)) for row in result]
    assert [(row["number"], row["run_id"], row["status"]) for row in listed] == [
        (-1, last, "completed"),
        (None, died, "interrupted"),
        (-2, first, "completed"),
    ]
    assert [row["papers_new"] for row in listed] == [1, 0, 2]
    assert [row["seconds"] is None for row in listed] == [False, True, False]
    for row in listed:
        if row["number"]:
            number = row["number"]
            assert rows(path, f"SELECT run_named({number}), run_named('{number}')") == [(row["run_id"],) * 2]
    assert rows(path, f"SELECT run_named('latest'), run_named('{died}')") == [(last, died)]


def test_a_beginning_of_an_id_names_the_run(path: Path, run: Runner) -> None:
    first, second = (run(feed(count)).run_id for count in (1, 2))
    same = next(at for at in range(len(first)) if first[at] != second[at])
    assert rows(path, f"SELECT count(*) FROM claims_at('{first[: same + 1]}')") == [(1,)]
    assert rows(path, f"SELECT count(*) FROM claims_at('{second[: same + 1]}')") == [(2,)]


def test_the_last_ones(path: Path, run: Runner) -> None:
    ids = [run(feed(1)).run_id for _ in range(3)]
    with list_runs(path, 2) as result:
        assert [row[1] for row in result] == ids[:0:-1]
    with pytest.raises(WarehouseError, match="one line at least"):
        list_runs(path, 0)
