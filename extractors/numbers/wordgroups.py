"""The groups of words in ``wordgroups.txt``."""

from __future__ import annotations

from extractors.wordgroups import word_groups


def word_group(group: str) -> frozenset[str]:
    """The words of a group, lower case."""
    return word_groups("extractors.numbers", "wordgroups.txt")[group]
