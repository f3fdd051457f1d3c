"""One writer at a time: the second is told who the first is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.warehouse.samples import batch, found, refusal, rows
from warehouse import Warehouse, WarehouseBusyError
from warehouse.lock import WriterLock, refuse_when_held

HOLDER = """
import sys
from pathlib import Path
from warehouse import Warehouse
with Warehouse.open(Path(sys.argv[1])):
    print(flush=True)
    sys.stdin.read()
"""


@contextmanager
def written_by_another_process(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    arguments = [sys.executable, "-c", HOLDER, str(path), "a feed\n of two lines", "long" * 100]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        yield holder
        holder.communicate()


def lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


@pytest.mark.parametrize("asker", [Warehouse.open, refuse_when_held])
def test_another_process_writes(path: Path, asker: object) -> None:
    assert callable(asker)
    with written_by_another_process(path) as holder:
        said = refusal(asker, path, WarehouseBusyError)
    who = f"PID {holder.pid}, -c {path} a feed of two lines [...]"
    assert said == f"in use by another process ({who}); try again when it is done"
    asker(path)


def test_this_process_writes(path: Path) -> None:
    with Warehouse.open(path):
        for asker in (Warehouse.open, refuse_when_held):
            assert refusal(asker, path, WarehouseBusyError) == "in use by this process; close it there first"
    assert list(path.parent.iterdir()) == [path]


def test_who_is_killed_lets_go(path: Path) -> None:
    with written_by_another_process(path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert lock_of(path).exists()
    refuse_when_held(path)
    Warehouse.open(path).close()
    assert list(path.parent.iterdir()) == [path]


def test_a_link_and_its_target_are_one_warehouse(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.duckdb"
    link.symlink_to(path)
    with Warehouse.open(link):
        assert refusal(Warehouse.open, path, WarehouseBusyError)


def test_to_look_does_not_take(path: Path) -> None:
    refuse_when_held(path)
    assert not lock_of(path).exists()
    lock_of(path).touch()
    refuse_when_held(path)
    WriterLock(path).release()
    assert not lock_of(path).exists()


def test_a_holder_that_has_not_named_itself(path: Path) -> None:
    lock = WriterLock(path)
    lock_of(path).write_text("")
    assert refusal(Warehouse.open, path, WarehouseBusyError) == "in use by another process; try again when it is done"
    lock.release()


def test_of_many_who_want_to_write_each_has_its_turn_and_none_is_lost(path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from tests.warehouse.test_lock import write_one\n"
        "write_one(Path(sys.argv[1]), int(sys.argv[2]))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)]) for n in range(1, 5)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert rows(path, "SELECT count(*), count(DISTINCT run_id) FROM papers") == [(4, 4)]
    assert list(path.parent.iterdir()) == [path]


def write_one(path: Path, number: int) -> None:
    """A paper of that number, tried until it is in."""
    while True:
        try:
            with Warehouse.open(path) as store:
                run_id = store.start_run(f"feed {number}, process {os.getpid()}", "1")
                store.load(run_id, batch([found(number)]))
                store.finish_run(run_id, "completed")
        except WarehouseBusyError:
            time.sleep(0.05)
        else:
            return
