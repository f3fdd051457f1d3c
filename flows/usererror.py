"""An error that a user can cause: one line, and the command ends with exit code 1."""

from __future__ import annotations


class UserError(Exception):
    """What went wrong and where, in one line."""
