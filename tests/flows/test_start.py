"""Ctrl-C while the command is still being imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.flows.runner import environment

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


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_without_a_standard_stream_it_works_all_the_same(closed: str) -> None:
    code = "import sys; from flows.start import main; sys.exit(main())"
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-c", code, "extract", "It is 2x faster."]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("comparison" in done.stdout) == (" >&-" not in f" {closed}")
