"""Text from standard input."""

from __future__ import annotations

import errno
import sys

from flows.usererror import UserError


def read_text() -> str:
    """All of standard input as UTF-8 text, without a byte order mark.

    Raises:
        UserError: it is closed or can not be read, or is not UTF-8.
    """
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except OSError as error:
        why = "is closed" if error.errno == errno.EBADF else f"can not be read ({str(error.strerror).lower()})"
        raise UserError(f"standard input: {why}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"standard input: not UTF-8 at byte {error.start + 1}") from error
