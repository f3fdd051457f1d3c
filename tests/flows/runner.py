"""The command as a user runs it: in a process of its own, or, since a process takes long to start, in this one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from flows.cli import main

# What the installed script does; with -m, Python dies of an interrupt that came inside an exec("..."), caught or not.
COMMAND = [sys.executable, "-c", "import sys; from flows.start import main; sys.exit(main())"]
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This one, with the project importable from any directory, no width of a terminal and nothing of Prefect's."""
    known = {name: value for name, value in os.environ.items() if name != "COLUMNS" and "PREFECT" not in name}
    return known | {"PYTHONPATH": str(ROOT)} | dict(more or {})


def spawned(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """Run it in a process of its own and wait."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin, capture_output=True, cwd=cwd, env=environment(env), timeout=180, check=False,
    )  # fmt: skip
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def paperclaims(*arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Done:
    """Run it in this process; no traceback escapes it, or the test fails with that."""
    out, err, given = (io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (b"", b"", stdin))
    with (
        patch.dict(os.environ, environment(env), clear=True),
        patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            code = main([str(part) for part in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
    return Done(code, *(_said(stream) for stream in (out, err)))


def _said(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def refused(done: Done, *said: str, is_late: bool = False, code: int = 1) -> None:
    """It ended with ``code`` and one line that says all of this, and no more; ``is_late``: but for its steps."""
    assert done.code == code, done
    assert done.out == ""
    *steps, line = done.err.splitlines()
    assert bool(steps) == is_late
    assert "Traceback" not in done.err
    assert line.startswith("paperclaims")
    for part in said:
        assert part in line
