"""Feeds made to measure, in JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path


def abstract(number: int) -> str:
    return f"Sorter{number} is {2 + number % 7}.5x faster than QuickTool on 8 A100 GPUs, and it needs 3 GB of memory."


def title(number: int) -> str:
    return f"Sorter{number}: Sorting at Speed"


def write(path: Path, count: int, more: str = "") -> Path:
    """A feed of that many papers, of which each makes three claims; ``more`` is nothing that is read."""
    rows = (
        {"title": title(n), "abstract": abstract(n), "id": f"2401.{n:05}", "more": more} for n in range(1, count + 1)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path
