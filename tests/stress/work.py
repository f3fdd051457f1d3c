"""Work for writers that are processes of their own: papers read and extracted once, then loaded again and again."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import FrameType
from typing import Any

from extractors import EXTRACTOR_VERSION, extract_paper
from extractors.devices.catalogue import devices
from flows.feeds import open_feed
from schemas.records import Extraction, Paper, Reject
from schemas.tables import tabulate
from schemas.validation import validate
from warehouse import Warehouse, WarehouseError

Found = tuple[Paper, Extraction]

PHASES = ("opening", "loading", "closing")
CLOSED = "closed"

# A new process in a hundredth of the time: forked from one that has imported all this and done nothing else.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.stress.work"])

# What a kill can come before or after: calls of the system and of DuckDB.
_STEPS = {"posix", "fcntl", "io", "_io", "_duckdb"}


@dataclass(frozen=True)
class Work:
    """A feed, extracted."""

    batches: list[list[Found]]
    rejects: list[Reject] = field(default_factory=list)

    def earlier(self) -> Work:
        """Half of it, as an earlier feed may have had it: every third paper with another text."""
        half = self.batches[: (len(self.batches) + 1) // 2]
        return Work([[_older(found) if at % 3 == 0 else found for at, found in enumerate(of)] for of in half])


def _older(found: Found) -> Found:
    paper, extraction = found
    return replace(paper, abstract=f"{paper.abstract} To appear."), extraction  # the spans hold as they are


def extracted(feed: Path, batch: int) -> Work:
    """What a run over the feed would load."""
    records = list(open_feed(feed).records())
    found = [(r, extract_paper(r.title, r.abstract)) for r in records if isinstance(r, Paper)]
    return Work(in_batches(found, batch), [record for record in records if isinstance(record, Reject)])


def in_batches(found: Sequence[Found], batch: int) -> list[list[Found]]:
    """The papers, so many at a time."""
    return [list(found[at : at + batch]) for at in range(0, len(found), batch)]


def load(work: Work, path: Path, tell: Callable[[str], object] = lambda _: None) -> None:
    """A run from opening the warehouse to closing it; ``tell`` hears of each phase when it begins."""
    tell("opening")
    with Warehouse.open(path) as store:
        store.replace_devices(devices())
        tell("loading")
        run_id = store.start_run("feed", EXTRACTOR_VERSION)
        for number, found in enumerate(work.batches):
            validated = validate(tabulate(found, EXTRACTOR_VERSION))
            rejects = work.rejects if number == 0 else []
            store.load(run_id, validated.tables, [*rejects, *validated.rejects])
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

    def __init__(self, work: Path, path: Path, mishap: Mishap = Mishap()) -> None:  # noqa: B008
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
