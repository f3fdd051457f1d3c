"""The names that are known beforehand, read from ``known_names.txt``."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def known_names() -> dict[str, str]:
    """Label of each known name; a name that stands under two labels has none."""
    text = resources.files("extractors.ner.training").joinpath("known_names.txt").read_text(encoding="utf-8")
    labels: dict[str, set[str]] = {}
    label = ""
    for line in text.splitlines():
        if line.startswith("["):
            label = line.strip("[]")
        elif not line.startswith("#"):
            for name in filter(None, (part.strip() for part in line.split(";"))):
                labels.setdefault(name, set()).add(label)
    return {name: found.pop() for name, found in labels.items() if len(found) == 1}
