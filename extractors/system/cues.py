"""The groups of words in ``cues.txt``."""

from __future__ import annotations

from functools import cache

from extractors.wordgroups import word_groups


@cache
def cue(group: str) -> frozenset[str]:
    """The words of a group, lower case."""
    return word_groups("extractors.system", "cues.txt")[group]
