"""A run ends with the process that serves its schedule, also when that is killed."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from flows.orchestration.parent import ended_with_parent
from tests.flows.runner import environment

SERVING = """
import subprocess, sys, time
from flows.orchestration.parent import parent_of_runs
with parent_of_runs():
    subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]])
    time.sleep(100)
"""
RUN = """
import signal, sys, time
from pathlib import Path
from flows.orchestration import parent
parent._LOOK, parent._GRACE = 0.1, 0.2
signal.signal(signal.SIGTERM, lambda *_: sys.exit("in order"))
said = Path(sys.argv[1])
try:
    with parent.ended_with_parent():
        said.write_text("at work")
        time.sleep(100)
except SystemExit as end:
    said.write_text(str(end.code))
    time.sleep(100)  # telling a server that is not there
"""


def says(said: Path, what: str) -> bool:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if said.exists() and said.read_text() == what:
            return True
        time.sleep(0.05)
    return False


def test_killed_it_takes_the_run_with_it(tmp_path: Path) -> None:
    said = tmp_path / "said"
    command = [sys.executable, "-c", SERVING, RUN, str(said)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) as serving:
        assert says(said, "at work")
        serving.kill()
        # The run is asked to stop first; the pipe's end is the run's end.
        assert says(said, "in order")
        assert serving.stdout
        began = time.monotonic()
        serving.stdout.read()
        assert time.monotonic() - began < 30


def test_where_nobody_serves_nothing_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAPERCLAIMS_SERVED_BY", raising=False)
    threads = threading.active_count()
    with ended_with_parent():
        assert threading.active_count() == threads
