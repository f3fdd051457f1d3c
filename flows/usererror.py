"""Errors that a user can cause: one line, and the command ends with exit code 1, or 2 for a wrong command line."""

from __future__ import annotations


class UserError(Exception):
    """What went wrong and where, in one line."""


class UsageError(UserError):
    """What is wrong with the command line, beyond what its parser can tell."""
