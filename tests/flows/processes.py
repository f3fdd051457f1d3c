"""Processes that a test has started, and those that they have started."""

from __future__ import annotations

from pathlib import Path

MARK = "TEST_RUN"
"""The variable by whose value the processes of a test are known."""


def alive(mark: str) -> list[int]:
    """The processes that have the mark in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_marked = f"{MARK}={mark}".encode() in (process / "environ").read_bytes()
        except OSError:
            continue
        if is_marked:
            found.append(int(process.name))
    return found
