"""Ctrl-C while the command is still being imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.flows.runner import COMMAND, environment

_INTERRUPTED_AT = """
import sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
from flows.start import main
sys.exit(main())
"""


def test_it_is_one_line_whatever_was_imported() -> None:
    for module in ("flows.cli", "argparse", "flows.commands.run", "flows.commands.sql"):
        code = _INTERRUPTED_AT.format(module=module)
        done = subprocess.run(
            [sys.executable, "-c", code, "--version"],
            capture_output=True, text=True, env=environment(), check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (130, "", "paperclaims: interrupted\n"), module


def shell(redirection: str, *arguments: str) -> tuple[int, str, str]:
    """How the command ends, and what it writes to either stream."""
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", *COMMAND, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_without_a_standard_stream_that_is_not_needed_it_works_all_the_same(closed: str) -> None:
    code, out, err = shell(closed, "extract", "It is 2x faster.")
    assert (code, err) == (0, "")
    assert "comparison" in out


@pytest.mark.parametrize(
    ("redirection", "arguments", "said"),
    [
        (">&-", ("extract", "It is 2x faster."), "standard output: is closed"),
        (">&-", ("--version",), "standard output: is closed"),
        (">/dev/full", ("--version",), "standard output: No space left on device"),
        (">/dev/full", ("run", "--help"), "standard output: No space left on device"),
        ("<&-", ("extract", "-"), "standard input: is closed"),
        ("<&-", ("run", "-"), "standard input: is closed"),
        ("</dev/null", ("run", "-"), "standard input: is empty"),
    ],
)
def test_a_standard_stream_that_is_needed_and_does_not_work_is_one_line(
    redirection: str, arguments: tuple[str, ...], said: str
) -> None:
    assert shell(redirection, *arguments) == (1, "", f"paperclaims: {said}\n")
