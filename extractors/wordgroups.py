"""Groups of words in text files: a group's name in brackets, then its words, lower case; # begins a comment."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def word_groups(package: str, name: str) -> dict[str, frozenset[str]]:
    """The groups of the file ``name`` of a package."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    groups: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            group = groups.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            group.update(line.split())
    return {title: frozenset(words) for title, words in groups.items()}
