"""What is written takes the place of what was there, as a whole; whatever comes in between, nothing is lost."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.conftest import Runner
from tests.warehouse.samples import batch, dump, feed, found, refusal, rows
from warehouse import (
    Warehouse,
    WarehouseBusyError,
    WarehouseError,
    export,
    find_paper,
    leaderboard,
    query,
    workingcopy,
)

COUNT = "SELECT count(*) FROM papers"


def beside(path: Path) -> list[str]:
    """The names of what lies beside the warehouse."""
    return sorted(file.name for file in path.parent.iterdir() if file != path)


def leave(path: Path, papers: int, *, status: str = "running") -> None:
    """What a writer leaves behind that is killed while it loads, or when its run is over and not yet published."""
    code = (
        "import os, sys; from pathlib import Path; from tests.warehouse.samples import batch, feed\n"
        "from warehouse import Warehouse\n"
        "store = Warehouse.open(Path(sys.argv[1])); run_id = store.start_run('feed', '1')\n"
        "store.load(run_id, batch(feed(int(sys.argv[2]))))\n"
        "if sys.argv[3] != 'running': store.finish_run(run_id, sys.argv[3]); store._connection.close()\n"
        "os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path), str(papers), status], check=False)
    assert done.returncode == 9


def test_readers_see_what_was_there_until_it_is_closed(path: Path, run: Runner, tmp_path: Path) -> None:
    run([found(1)])
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed", "1")
        store.load(run_id, batch([found(2)]))
        assert query(path, COUNT).fetchall() == [(1,)]
        assert len(leaderboard(path).fetchall()) == 1
        assert find_paper(path, "arxiv:2401.00001").paper["system"] == "Sorter1"
        export(path, tmp_path / "parquet")
        store.finish_run(run_id, "completed")
        assert query(path, "SELECT status FROM runs").fetchall() == [("completed",)]
    assert query(path, COUNT).fetchall() == [(2,)]


def test_who_has_the_file_open_reads_on_in_what_was_there(path: Path, run: Runner) -> None:
    run([found(1)])
    with duckdb.connect(str(path), read_only=True) as reader:
        run([found(2)])
        assert reader.execute(COUNT).fetchall() == [(1,)]
    assert rows(path, COUNT) == [(2,)]


def test_beside_the_very_first_run_readers_find_nothing_yet(tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"
    with Warehouse.open(path) as store:
        store.load(store.start_run("feed", "1"), batch([found(1)]))
        assert query(path, COUNT).fetchall() == [(0,)]
        assert leaderboard(path).fetchall() == []
    assert query(path, COUNT).fetchall() == [(1,)]


ENDED = {
    "running": "which was killed, or could not write how it ended",
    "interrupted": "which was interrupted",
    "failed": "which failed",
    "completed": "which was complete and could not be brought in",
    "skipped": "whose status is skipped",
}


@pytest.mark.parametrize("status", ENDED)
def test_what_was_loaded_and_not_brought_in_is_taken_up_and_said(path: Path, status: str) -> None:
    leave(path, 3, status=status)
    assert rows(path, COUNT) == [(0,)]
    with Warehouse.open(path) as store:
        [began] = store._connection.execute("SELECT started_at FROM runs").fetchone() or [None]
        assert began
        what = f"goes on from what the run of {began:%Y-%m-%d %H:%M:%S} UTC had loaded"
        assert store.notes == (f"{path}: {what}, {ENDED[status]}",)
        run_id = store.start_run("feed", "1")
        assert store.load(run_id, batch(feed(4))).papers_new == 1
        store.finish_run(run_id, "completed")
    status = "interrupted" if status == "running" else status
    assert rows(path, "SELECT status, papers_seen, papers_new FROM runs ORDER BY run_id") == [
        (status, 3, 3),
        ("completed", 4, 1),
    ]
    assert beside(path) == []


def test_a_writer_that_was_killed_before_its_run_began_is_no_news(path: Path, run: Runner) -> None:
    run([found(1)])
    code = "import os, sys; from pathlib import Path; from warehouse import Warehouse\n"
    code += "Warehouse.open(Path(sys.argv[1])); os._exit(9)"
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert [name for name in beside(path) if name.endswith(".writing")]
    with Warehouse.open(path) as store:
        assert store.notes == ()
    assert beside(path) == []


def test_what_a_killed_writer_had_loaded_into_a_warehouse_that_is_another_now_is_set_aside(path: Path) -> None:
    leave(path, 3)
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE notes AS SELECT 'mine' AS note")
    with Warehouse.open(path) as store:
        [note] = store.notes
        store.load(store.start_run("feed", "1"), batch([found(9)]))
    [aside] = beside(path) if len(beside(path)) == 1 else [name for name in beside(path) if not name.endswith(".wal")]
    said = "was changed since a run began that was not brought in; what that had loaded is in"
    assert note == f"{path}: {said} {aside}"
    assert aside.endswith(".unpublished")
    assert rows(path.with_name(aside), COUNT) == [(3,)]
    assert rows(path, "SELECT note, (SELECT count(*) FROM papers) FROM notes") == [("mine", 1)]
    with Warehouse.open(path) as store:
        assert store.notes == ()


def test_a_warehouse_that_was_removed_is_made_anew_and_not_brought_back(path: Path, run: Runner) -> None:
    run([found(1)])
    leave(path, 3)
    path.unlink()
    with Warehouse.open(path) as store:
        assert len(store.notes) == 1
    assert rows(path, COUNT) == [(0,)]


def change(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE notes AS SELECT 'mine' AS note")


def remove(path: Path) -> None:
    path.unlink()


def change_and_die(path: Path) -> None:
    code = f"import duckdb, os; duckdb.connect({str(path)!r}).execute('CREATE TABLE notes (a INT)'); os._exit(0)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("disturb", [change, remove, change_and_die])
def test_a_change_by_somebody_else_meanwhile_is_not_overwritten(path: Path, disturb: object) -> None:
    assert callable(disturb)
    store = Warehouse.open(path)
    store.load(store.start_run("feed", "1"), batch([found(1)]))
    disturb(path)
    with pytest.raises(WarehouseError) as caught:
        store.close()
    [aside] = [name for name in beside(path) if name.endswith(".unpublished")]
    assert str(caught.value) == (
        f"{path}: was changed by another program meanwhile; what was loaded is set aside in {aside}, "
        "and another run loads it here"
    )
    assert rows(path.with_name(aside), COUNT) == [(1,)]
    if path.exists():
        assert rows(path, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'notes'") == [(1,)]
    with Warehouse.open(path) as again:
        again.load(again.start_run("feed", "1"), batch([found(1)]))
    assert rows(path, COUNT) == [(1,)]


def opened_for_writing(path: Path) -> subprocess.Popen[bytes]:
    code = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print(flush=True); sys.stdin.read()"
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    return process


def test_another_program_that_writes_the_file_itself(path: Path) -> None:
    with opened_for_writing(path) as other:
        for opener in (Warehouse.open, leaderboard):
            said = refusal(opener, path, WarehouseBusyError)
            assert said.startswith(f"in use by another process (PID {other.pid}, ")
        assert beside(path) == []
        other.communicate()
    Warehouse.open(path).close()


def test_another_program_that_writes_the_file_itself_when_the_run_is_over(path: Path) -> None:
    store = Warehouse.open(path)
    store.load(store.start_run("feed", "1"), batch([found(1)]))
    with opened_for_writing(path) as other:
        with pytest.raises(
            WarehouseBusyError, match=f"PID {other.pid}, .*; what was loaded is kept, and the next run"
        ):
            store.close()
        other.communicate()
    assert rows(path, COUNT) == [(0,)]
    Warehouse.open(path).close()
    assert rows(path, COUNT) == [(1,)]
    assert beside(path) == []


def test_this_process_has_it_open_for_writing_by_duckdb(path: Path) -> None:
    with duckdb.connect(str(path)):
        assert refusal(Warehouse.open, path, WarehouseBusyError) == "in use by this process; close it there first"
    assert beside(path) == []


def test_the_log_of_a_program_that_wrote_the_file_itself_and_was_killed(path: Path, run: Runner) -> None:
    run([found(1)])
    code = (
        "import duckdb, os, sys; c = duckdb.connect(sys.argv[1])\n"
        'c.execute("INSERT INTO runs (run_id, started_at, status, feed, extractor_version) '
        "VALUES ('0', now(), 'running', 'feed', '1')\"); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert beside(path) == [f"{path.name}.wal"]
    Warehouse.open(path).close()
    assert beside(path) == []
    assert rows(path, "SELECT count(*) FROM runs") == [(2,)]


def test_a_link_stays_one_and_its_target_is_replaced(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.duckdb"
    link.symlink_to(path)
    with Warehouse.open(link) as store:
        store.load(store.start_run("feed", "1"), batch([found(1)]))
    assert link.is_symlink()
    assert not path.is_symlink()
    assert rows(path, COUNT) == rows(link, COUNT) == [(1,)]
    assert list(folder.iterdir()) == [link]


def test_a_link_to_a_warehouse_that_is_not_there_yet(tmp_path: Path) -> None:
    link = tmp_path / "link.duckdb"
    link.symlink_to("new.duckdb")
    Warehouse.open(link).close()
    assert link.is_symlink()
    assert rows(tmp_path / "new.duckdb", COUNT) == [(0,)]


def test_mode_and_owner_stay(path: Path) -> None:
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 1234, 1235)
    before = path.stat()
    with Warehouse.open(path) as store:
        store.load(store.start_run("feed", "1"), batch([found(1)]))
    after = path.stat()
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (0o640, before.st_uid, before.st_gid)
    assert after.st_ino != before.st_ino


def test_a_file_that_is_not_to_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o444)
    if os.geteuid() == 0:  # to whom everything is allowed
        monkeypatch.setattr(os, "access", lambda *_: False)
    assert refusal(Warehouse.open, path) == "is not to be written, as its mode says"
    assert beside(path) == []


@pytest.mark.parametrize("is_there", [False, True])
def test_an_opening_that_fails_leaves_nothing_beside(path: Path, tmp_path: Path, is_there: bool) -> None:
    if not is_there:
        path.unlink()
    code = (
        "import resource, sys; from pathlib import Path; from warehouse import Warehouse, WarehouseError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))\n"
        "try: Warehouse.open(Path(sys.argv[1]))\n"
        "except WarehouseError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"{path}: ")
    assert done.stdout.count("\n") == 1
    assert "not a warehouse" not in done.stdout
    assert list(path.parent.iterdir()) == ([path] if is_there else [])


def test_where_the_kernel_can_not_copy(path: Path, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(18, "Invalid cross-device link")

    run([found(1)])
    before = dump(path)
    monkeypatch.setattr(os, "copy_file_range", refuse)
    Warehouse.open(path).close()
    assert dump(path) == before


def test_a_copy_takes_as_much_room_as_the_file_and_no_more(path: Path) -> None:
    with Warehouse.open(path):
        [copy] = workingcopy.left_behind(path)
        assert copy.stat().st_size == path.stat().st_size


def test_files_of_others_are_left_alone(path: Path) -> None:
    others = [".other.duckdb.0123456789ab.writing", f".{path.name}.notes.writing", f"{path.name}.writing"]
    for name in others:
        path.with_name(name).write_text("mine")
    Warehouse.open(path).close()
    assert beside(path) == sorted(others)
