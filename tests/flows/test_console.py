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


def test_each_feed_has_its_own_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with Console() as console:
        for number in range(30):
            console.refusal(f"a:{number}: refused")
        for number in range(22):
            console.note(f"a:{number}: mended")
        console.end_of_feed()
        console.refusal("b:1: refused")
        console.note("b: a date is left out")
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 20 + 20 + 2 + 2
    assert said[-4:] == [
        "... and 2 more of these",
        "... and 10 more refused; see the relation rejects",
        "b:1: refused",
        "b: a date is left out",
    ]
