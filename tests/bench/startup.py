"""Where the start of a command goes: python -m tests.bench.startup [--repeat N].

Of ``paperclaims run`` on a feed of three papers, part by part, in milliseconds. Where a schedule runs on this
machine, its server is taken, and the parts say what is saved by it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.flows.papers import write
from tests.flows.runner import environment

_AT = "BENCH_STARTED_AT"
PARTS = (
    "interpreter, and the server's process launched",
    "imports and models, while the server starts",
    "the server waited for",
    "the flow run known to Prefect, the feed opened",
    "the flow: 3 papers into a new warehouse",
    "the last logs delivered, the server stopped",
)


def measured(repeat: int) -> dict[str, float]:
    """The median of each part, and ``in all``; seconds, and the processor's, ours and the server's, by themselves."""
    trials = [_trial({}) for _ in range(repeat)]
    return {part: statistics.median(trial[part] for trial in trials) for part in trials[0]}


def _trial(more: Mapping[str, str]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        feed = write(Path(folder, "feed.jsonl"), 3)
        env = environment({_AT: repr(time.time()), **more})
        command = [sys.executable, "-m", "tests.bench.startup", "--child", str(feed)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        ended = time.time()
    marks: list[float] = json.loads(done.stdout)["marks"]
    took = {part: after - before for part, before, after in zip(PARTS, marks, marks[1:], strict=False)}
    used = {f"processor, {who}": seconds for who, seconds in json.loads(done.stdout)["processor"].items()}
    return {**took, "in all": ended - marks[0], **used}


def _child(feed: Path) -> None:
    from flows.orchestration.session import session
    from flows.progress import Progress
    from flows.warmup import warm_up

    marks = [float(os.environ[_AT])]

    class Marks(Progress):
        def step(self, what: str) -> None:
            if len(marks) == 1 or what.startswith("opening"):
                marks.append(time.time())

    def work() -> None:
        warm_up()
        marks.append(time.time())

    with session(Marks(), meanwhile=work):
        marks.append(time.time())
        from flows.pipeline import ingest

        ingest(str(feed), str(feed.with_name("bench.duckdb")))
        marks.append(time.time())
    marks.append(time.time())
    used = {
        "this process": time.process_time(),
        "its server": sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]),
    }
    print(json.dumps({"marks": marks, "processor": used}))


def main() -> None:
    """Print the parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        _child(args.child)
        return
    for part, seconds in measured(args.repeat).items():
        print(f"{part:<50} {1000 * seconds:8.0f} ms")


if __name__ == "__main__":
    main()
