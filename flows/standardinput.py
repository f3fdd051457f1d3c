"""Text from standard input."""

from __future__ import annotations

import sys

from flows.usererror import UserError


def read_text() -> str:
    """All of standard input as UTF-8 text, without a byte order mark.

    Raises:
        UserError: it is not UTF-8.
    """
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"standard input: not UTF-8 at byte {error.start + 1}") from error
