"""The whole job, as a user runs it: python -m tests.bench.whole FEED [--papers N ...] [--jobs N ...].

For each number of papers and of processes a run of the command into a new warehouse, then the same feed once more,
then with 100 papers more. A feed that is shorter goes on from its start again, under other ids. Papers a second are
of the run itself, as its row in the ledger has it; the wall time is the command's, with its start-up and end. The
memory is the peak of all processes together, Prefect's server included: the sum of their proportional set sizes
(PSS), five times a second.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench import feeds
from tests.flows.runner import COMMAND
from warehouse import list_runs

MORE = 100  # papers
_PAUSE = 0.2  # seconds between looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds of the run itself and of the command, CPU seconds, and bytes."""

    run: float
    wall: float
    cpu: float
    memory: int


def measured(feed: Path, warehouse: Path, jobs: int) -> Cost:
    """A run of the command."""
    command = [*COMMAND, "run", str(feed), "--warehouse", str(warehouse), "--jobs", str(jobs)]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = Peak(process.pid)
    assert process.stderr
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if status:
        raise SystemExit(said.decode())
    with list_runs(warehouse, 1) as result:
        [row] = result
        seconds = dict(zip(result.columns, row, strict=True))["seconds"]
    return Cost(seconds, wall, used.ru_utime + used.ru_stime, peak.stop())


class Peak:
    """The most memory that a process and its children have had together."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._peak = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> int:
        """Bytes."""
        self._is_over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._is_over.wait(_PAUSE):
            with suppress(psutil.Error):
                processes = [self._process, *self._process.children(recursive=True)]
                self._peak = max(self._peak, sum(map(_memory, processes)))


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(process.memory_full_info().pss)
    return 0  # it has just ended


def main() -> None:
    """Print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("feed", type=Path)
    parser.add_argument("--papers", type=int, nargs="+", default=[5_000, 20_000, 40_000], metavar="N")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], metavar="N")
    args = parser.parse_args()
    print(" papers processes             run s  papers/s  wall s   CPU s  peak MB")
    with tempfile.TemporaryDirectory() as folder:
        for number in args.papers:
            feed = feeds.write(args.feed, number, Path(folder, f"{number}.jsonl"))
            longer = feeds.write(args.feed, number + MORE, Path(folder, f"{number}-and-more.jsonl"))
            for jobs in args.jobs:
                warehouse = Path(folder, f"{number}-{jobs}.duckdb")
                for which, given in (("first", feed), ("again", feed), (f"{MORE} more", longer)):
                    cost = measured(given, warehouse, jobs)
                    print(
                        f"{number:7,} {jobs:9} {which:<9} {cost.run:7.1f} {number / cost.run:9,.0f} {cost.wall:7.1f} "
                        f"{cost.cpu:7.1f} {cost.memory / 1e6:8,.0f}",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
