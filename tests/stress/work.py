"""Work for writers that are processes of their own: rows made ready once, then loaded again and again."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import FrameType
from typing import Any

from extractors import extract_paper
from extractors.devices.catalogue import devices
from flows.feeds import open_feed
from schemas.records import Extraction, Paper, Reject
from schemas.tables import Tables, tabulate
from schemas.validation import validate
from warehouse import Warehouse, WarehouseError

Found = tuple[Paper, Extraction]

VERSION = "1"
PHASES = ("opening", "loading", "closing")
CLOSED = "closed"

# A new process in a hundredth of the time: forked from one that has imported all this and done nothing else.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.stress.work"])

# What a kill can come before or after: calls of the system and of DuckDB.
_STEPS = {"posix", "fcntl", "io", "_io", "_duckdb"}


@dataclass(frozen=True)
class Work:
    """The batches of a run: rows that have passed every check, and what was refused."""

    batches: list[tuple[Tables, list[Reject]]]

    @classmethod
    def of(cls, found: Sequence[Found], batch: int, rejects: Sequence[Reject] = ()) -> Work:
        """Papers and what was found in each, so many papers at a time."""
        made = [validate(tabulate(found[at : at + batch], VERSION)) for at in range(0, len(found), batch)]
        batches = [(validated.tables, validated.rejects) for validated in made]
        return cls([*batches, (validate(tabulate([], VERSION)).tables, list(rejects))])


def extracted(feed: Path) -> tuple[list[Found], list[Reject]]:
    """The papers of a feed with what is found in each, and what could not be read."""
    records = list(open_feed(feed).records())
    papers = [record for record in records if isinstance(record, Paper)]
    found = [(paper, extract_paper(paper.title, paper.abstract)) for paper in papers]
    return found, [record for record in records if isinstance(record, Reject)]


def earlier(found: Sequence[Found]) -> list[Found]:
    """Half of the papers, as an earlier feed may have had them: every third with another text."""
    return [_older(one) if at % 3 == 0 else one for at, one in enumerate(found[: len(found) // 2])]


def _older(found: Found) -> Found:
    paper, extraction = found
    return replace(paper, abstract=f"{paper.abstract} To appear."), extraction  # the spans hold as they are


def load(work: Work, path: Path, tell: Callable[[str], object] = lambda _: None) -> None:
    """A run from opening the warehouse to closing it; ``tell`` hears of each phase when it begins."""
    tell("opening")
    with Warehouse.open(path) as store:
        store.replace_devices(devices())
        tell("loading")
        run_id = store.start_run("feed", VERSION)
        for tables, rejects in work.batches:
            store.load(run_id, tables, rejects)
        store.finish_run(run_id, "completed")
        tell("closing")
    tell(CLOSED)


@dataclass(frozen=True)
class Mishap:
    """What happens to a writer beside a kill from outside: no room, or an end at the n-th step of open and close."""

    room: int | None = None  # bytes that any file may have
    step: int | None = None


class Writer:
    """A process that loads; it tells its phases as they begin."""

    def __init__(self, work: Path, path: Path, mishap: Mishap = Mishap()) -> None:
        self._told, tell = PROCESSES.Pipe(duplex=False)
        self.phases: list[str] = []
        self._process: ForkServerProcess = PROCESSES.Process(target=_write, args=(work, path, tell, mishap))
        self._process.start()
        tell.close()

    def wait(self, phase: str) -> bool:
        """Until the phase begins; whether it does."""
        while phase not in self.phases:
            try:
                self.phases.append(self._told.recv())
            except EOFError:
                return False
        return True

    def kill(self) -> bool:
        """Kill it; whether it was still at work."""
        self._process.kill()
        return self.end() == -signal.SIGKILL

    def end(self) -> int:
        """How it ended: 0 well, 1 with an error of one line, below 0 by a signal."""
        self.wait("nothing of the kind")
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode

    @property
    def last_words(self) -> str:
        """The last that it told: a phase, or the error with which it ended."""
        return self.phases[-1] if self.phases else ""


def _write(work: Path, path: Path, tell: Connection, mishap: Mishap) -> None:
    loaded: Work = pickle.loads(work.read_bytes())
    if mishap.room is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (mishap.room, mishap.room))
    if mishap.step is not None:
        sys.setprofile(_killing(mishap.step))
    try:
        load(loaded, path, tell.send)
    except WarehouseError as error:
        tell.send(str(error))
        sys.exit(1)


def _killing(step: int) -> Callable[[FrameType, str, Any], None]:
    """A hook that kills this process before or after the n-th call of the system or of DuckDB by the warehouse."""
    left = step

    def hook(frame: FrameType, event: str, called: Any) -> None:
        nonlocal left
        if not event.startswith("c_") or getattr(called, "__module__", None) not in _STEPS:
            return
        if "warehouse" not in frame.f_globals["__name__"] and frame.f_globals["__name__"] != "pathlib":
            return
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook
