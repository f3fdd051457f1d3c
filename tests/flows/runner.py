"""The command as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-m", "flows.cli"]
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This one, with the project importable from any directory and no width of a terminal."""
    known = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return known | {"PYTHONPATH": str(ROOT)} | dict(more or {})


def paperclaims(
    *arguments: str | Path | bytes,
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Done:
    """Run it and wait."""
    words = [part if isinstance(part, bytes) else str(part).encode() for part in arguments]
    done = subprocess.run(
        [*(part.encode() for part in COMMAND), *words],
        input=stdin, capture_output=True, cwd=cwd, env=environment(env), timeout=120, check=False,
    )  # fmt: skip
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(done: Done, *said: str) -> None:
    """It ended with 1 and one line that says all of this, and printed nothing else."""
    assert done.code == 1, done
    assert done.out == ""
    [line] = done.err.splitlines()
    assert line.startswith("paperclaims: ")
    assert "Traceback" not in line
    for part in said:
        assert part in line
