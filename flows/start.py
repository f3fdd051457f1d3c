"""Where the command begins: nothing is imported before Ctrl-C is answered in one line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; see :func:`flows.cli.main`."""
    try:
        from flows.cli import main as run

        return run()
    except KeyboardInterrupt:
        print("paperclaims: interrupted", file=sys.stderr)
        return 130
