"""The groups of words in ``cues.txt``."""

from __future__ import annotations

from extractors.wordgroups import word_groups


def cue(group: str) -> frozenset[str]:
    """The words of a group, lower case."""
    return word_groups("extractors.system", "cues.txt")[group]
