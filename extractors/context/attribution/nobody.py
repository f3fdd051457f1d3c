"""Subjects that are nobody's system: "while German reaches 84%" is of ours."""

from __future__ import annotations

from functools import cache

from extractors.wordgroups import word_groups


def is_nobody(who: str) -> bool:
    """Whether a subject is a language or a place, and nothing that is named after one: not "Chinese Corvid"."""
    names = [word.lower() for word in who.split() if word[:1].isupper()]
    return bool(names) and _known().issuperset(names)


@cache
def _known() -> frozenset[str]:
    return frozenset[str]().union(*word_groups("extractors.context.attribution", "nobody.txt").values())
