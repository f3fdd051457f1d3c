"""Files that are not part of the project."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_SHARED = Path(os.environ.get("PAPERCLAIMS_SHARED", Path(__file__).parents[3] / "shared"))


def _place(directory: str) -> Callable[[str], Path]:
    def find(name: str) -> Path:
        path = _SHARED / directory / name
        if not path.exists():
            pytest.skip(f"there is no {directory}/{name} beside the project")
        return path

    return find


feed = _place("feeds")
gold = _place("gold")
tool = _place("tools")
reference = _place("reference")
