"""What rich prints to; imported only where something is printed, since rich takes a while."""

from __future__ import annotations

from rich.console import Console


class Page(Console):
    """A console whose reader may leave, which :func:`flows.cli.main` sees to; rich would end the command with 1."""

    def on_broken_pipe(self) -> None:
        """Let the error through, which is being handled."""
        raise
