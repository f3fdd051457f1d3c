"""The line that changes stays one line."""

from __future__ import annotations

import io
import os

import pytest

from flows.console import Console, fitted


@pytest.mark.parametrize(
    ("what", "room", "shown"),
    [
        ("fetching a", 10, "fetching a"),
        ("fetching https://example.org/long (3 MB)", 21, "fetching h…ong (3 MB)"),
        ("fetching", 3, "f…g"),
        ("fetching", 1, "…"),
    ],
)
def test_what_is_too_long_loses_its_middle(what: str, room: int, shown: str) -> None:
    assert fitted(what, room) == shown
    assert len(shown) <= room


def test_a_long_step_in_a_terminal_is_one_line_that_can_be_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Console() as console:
        console.step("fetching " + "x" * 200 + " (3 MB)")
        console.step("done")
    _, first, second, blank, end = terminal.getvalue().split("\r")
    assert (len(first), len(second), end) == (79, 79, "")
    assert first.endswith("x (3 MB)")
    assert second.strip() == "done"
    assert not blank.strip()


def test_nobody_who_listens_stops_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        monkeypatch.setattr("sys.stderr", stream)
        with Console() as console:
            for said in range(30):
                console.step(f"papers {said}")
                console.note(f"note {said}")
            console.fail("it failed")
