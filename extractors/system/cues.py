"""The groups of words in ``cues.txt``."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = resources.files("extractors.system").joinpath("cues.txt").read_text(encoding="utf-8")
    groups: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            group = groups.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            group.update(line.split())
    return {name: frozenset(words) for name, words in groups.items()}


def cue(group: str) -> frozenset[str]:
    """The words of a group, lower case."""
    return _groups()[group]
