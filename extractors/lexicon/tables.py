"""The word lists of this package, which are TOML."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The tables of the file ``name``, in its order."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
