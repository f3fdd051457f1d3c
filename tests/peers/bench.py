"""Papers per second of CPU, ours and others', on the same texts: python -m tests.peers.bench FEED --peers PYTHON.

Each reader is a process of its own with one thread. They take turns, chunk by chunk (as many papers as a run reads at
a time), so that whatever else the machine does slows all of them alike. The first papers of the feed, which load
what is loaded lazily, do not count, and are not read again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from flows.feeds import open_feed
from flows.pipeline import BATCH_SIZE
from schemas.records import Paper
from tests.peers import readers
from tests.peers.readers import READERS, Texts

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Process:
    """A reader at work; ``seconds`` of CPU and things ``found`` so far."""

    def __init__(self, name: str, python: Path) -> None:
        self.name = name
        self.seconds = 0.0
        self.found = 0
        self._process = subprocess.Popen(
            [python, readers.__file__, name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | ONE_THREAD,
        )

    def read(self, texts: Texts, *, counts: bool = True) -> None:
        """Read a chunk; raises SystemExit with a line that says so when the process has ended."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            print(json.dumps(texts), file=stdin, flush=True)
        except BrokenPipeError:
            raise SystemExit(f"{self.name}: its process ended") from None
        line = stdout.readline()
        if not line:
            raise SystemExit(f"{self.name}: its process ended")
        answer = json.loads(line)
        if counts:
            self.seconds += answer["seconds"]
            self.found += answer["found"]

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def compare(first: Texts, texts: Texts, processes: Sequence[Process], chunk: int) -> None:
    """Let all read all texts, in turns; what they read first does not count."""
    for process in processes:
        process.read(first, counts=False)
    for start in range(0, len(texts), chunk):
        for process in processes:
            process.read(texts[start : start + chunk])


def table(count: int, processes: Sequence[Process]) -> str:
    """A line a reader; how many times the papers of the others ours reads in the same time."""
    ours = processes[0].seconds
    lines = [f"{count} papers; papers per second of CPU, and how many times as many paperclaims reads"]
    for process in processes:
        rate, times = count / process.seconds, process.seconds / ours
        lines.append(f"{process.name:<12} {rate:9.1f} papers/s {times:8.1f}x {process.found:9} found")
    return "\n".join(lines)


def main() -> None:
    """Compare on the first papers of a feed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feed", type=Path)
    parser.add_argument("--papers", type=int, default=1000, help="that count, at most (default: 1000)")
    parser.add_argument("--first", type=int, default=250, help="papers before them (default: 250)")
    parser.add_argument("--chunk", type=int, default=BATCH_SIZE, help=f"papers at a time (default: {BATCH_SIZE})")
    parser.add_argument("--peers", type=Path, required=True, help="the Python that has the peers")
    args = parser.parse_args()
    papers = (record for record in open_feed(args.feed).records() if isinstance(record, Paper))
    texts = [(paper.title, paper.abstract) for paper in islice(papers, args.first + args.papers)]
    first, texts = texts[: args.first], texts[args.first :]
    if not texts:
        raise SystemExit(f"{args.feed}: no papers beyond the first {args.first}")
    pythons = {name: Path(sys.executable) if name == "paperclaims" else args.peers for name in READERS}
    processes = [Process(name, python) for name, python in pythons.items()]
    try:
        compare(first, texts, processes, args.chunk)
    finally:
        for process in processes:
            process.close()
    print(table(len(texts), processes))


if __name__ == "__main__":
    main()
