"""How long a query may take, and how much memory: all of its process, not only the engine's buffers."""

from __future__ import annotations

import os
import re
import resource
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DEFAULT_SECONDS = 30.0
DEFAULT_MEMORY = 2_000_000_000  # bytes, or half of the machine's memory where that is less
LEAST_MEMORY = 300_000_000  # bytes: the process with the engine and its threads, before it has done anything

_UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]i?B)", re.IGNORECASE)
_THREADS = 8  # each has a stack, which counts as memory
_ENGINES_SHARE = 0.75  # of the memory; the rest is for rows on their way out


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one query; null where there is none."""

    seconds: float | None = DEFAULT_SECONDS
    memory: int | None = DEFAULT_MEMORY  # bytes


def default_memory() -> int:
    """The limit in bytes when none is named."""
    half = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    return max(min(DEFAULT_MEMORY, half), LEAST_MEMORY)


def memory_of(text: str) -> int:
    """The bytes that a size such as ``2GB`` or ``512MiB`` means.

    Raises:
        ValueError: it is no size.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return int(float(match[1]) * _UNITS[match[2].upper()])


def sized(memory: int) -> str:
    """A number of bytes as :func:`memory_of` reads it."""
    return f"{memory / 10**9:g}GB" if memory >= 10**9 else f"{memory / 10**6:g}MB"


def engine_memory(memory: int | None) -> str | None:
    """What DuckDB is told, which says more exactly than the system when it is too little."""
    return None if memory is None else f"{int(memory * _ENGINES_SHARE / 2**20)}MiB"


def engine_threads() -> int:
    """How many threads the engine gets."""
    return min(os.cpu_count() or 1, _THREADS)


def confine_this_process(memory: int | None) -> None:
    """Let this process have so much memory, and never a byte more in any file.

    Linux refuses memory beyond the limit, which the engine then reports; elsewhere only its own limit holds. Should
    the machine itself run out, this process is the first to go.
    """
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # https://man7.org/linux/man-pages/man5/proc.5.html
    for kind, amount in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        if amount is not None:
            with suppress(OSError, ValueError):  # a lower limit holds already, or the system knows none
                resource.setrlimit(kind, (amount, amount))
