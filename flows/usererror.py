"""Errors that a user can cause: one line, and the command ends with exit code 1, or 2 for a wrong command line."""

from __future__ import annotations

import sys
from collections.abc import Callable


class UserError(Exception):
    """What went wrong and where, in one line."""


class UsageError(UserError):
    """What is wrong with the command line, beyond what its parser can tell."""


def in_one_line(main: Callable[[], None]) -> None:
    """Run what ``python -m`` starts; an error that a user can cause is its one line, and exit code 1."""
    try:
        main()
    except UserError as error:
        sys.exit(str(error))
