"""Where the command begins: nothing is imported before Ctrl-C is answered in one line."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command line; see :func:`flows.cli.main`."""
    try:
        _open_missing_streams()
        from flows.cli import main as run

        return run()
    except KeyboardInterrupt:
        print("paperclaims: interrupted", file=sys.stderr)
        return 130


def _open_missing_streams() -> None:
    """Where the command was started without a standard stream: else a file of ours would take its number.

    What is read from a missing input, or written to a missing output, is an error, as the shell's own tools have it.
    """
    missing = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_RDWR))
    for number, (name, mode, access) in enumerate(missing):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, access)
            os.dup2(opened, number)
            if opened != number:
                os.close(opened)
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, mode))
