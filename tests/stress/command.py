"""The command itself, killed: ``paperclaims run`` with Prefect and all."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.flows.runner import COMMAND, environment
from tests.stress.state import Contents, contents, statuses

_WRITES = "opening "  # its progress when it begins to; before that it starts Prefect


@dataclass
class Run:
    """A run of the command, from when it begins to write."""

    feed: Path
    path: Path
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        command = [*COMMAND, "run", str(self.feed), "-w", str(self.path)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment()
        )
        assert self._process.stderr
        for line in self._process.stderr:
            self.said.append(line.strip())
            if line.startswith(_WRITES):
                break

    def kill(self) -> bool:
        """Kill it; whether it was still at work."""
        self._process.kill()
        return self.end() < 0

    def end(self) -> int:
        """How it ended."""
        _, said = self._process.communicate()
        self.said += said.splitlines()
        return self._process.returncode


def kill_commands(feed: Path, count: int, chance: random.Random, directory: Path) -> None:
    """Kill that many at random moments while they write; the next must make up for each.

    Raises:
        AssertionError: a promise was broken.
    """
    path = directory / "trial" / "claims.duckdb"
    path.parent.mkdir()
    undisturbed = Run(feed, path)
    began = time.monotonic()
    assert undisturbed.end() == 0, undisturbed.said
    seconds, expected = time.monotonic() - began, contents(path)
    print(f"an undisturbed run writes, and ends, in {seconds:.0f} s")
    struck: Counter[str] = Counter()
    while struck.total() < count:
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        run = Run(feed, path)
        time.sleep(chance.uniform(0, seconds))
        if run.kill():
            struck[run.said[-1].removeprefix(f"{feed}: ").replace(str(path), path.name)] += 1
        if path.exists():
            found = contents(path)
            assert found == expected or not any(rows for name, rows in found.items() if name != "hardware")
        _complete(feed, path, expected)
        print(f"\r{struck.total()} kills", end="", flush=True)
    print()
    for step, times in sorted(struck.items()):
        print(f"killed after it said: {step:<40} {times:3}")


def _complete(feed: Path, path: Path, expected: Contents) -> None:
    run = Run(feed, path)
    assert run.end() == 0, run.said
    assert contents(path) == expected
    assert statuses(path)[-1] == "completed"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
