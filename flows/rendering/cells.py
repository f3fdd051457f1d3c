"""One value as text: short for a reader, whole for a program."""

from __future__ import annotations

import re
from typing import Any

_DIGITS = 4  # significant digits of a number for a reader
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def shown(value: Any) -> str:
    """A value as a table shows it: numbers to four digits, lists with commas, null as nothing.

    What would command a terminal is spelled out.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if 1000 <= abs(value) < 1e6:
            return f"{value:.0f}"
        return f"{value:.{_DIGITS}g}"
    if isinstance(value, list | tuple):
        return ", ".join(shown(v) for v in value)
    if isinstance(value, bytes):
        return blob(value)
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", str(value))


def blob(value: bytes) -> str:
    """Bytes as DuckDB writes and reads them: printable ASCII as it is, ``\\xAA`` for the rest."""
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b"\"'\\" else f"\\x{byte:02X}" for byte in value)
