"""Groups of words in text files: a group's name in brackets, then its words, lower case; # begins a comment."""

from __future__ import annotations

from collections.abc import Iterable
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


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, by their first letters, so that few are tried at a place.

    In a word ``_`` is a blank, and at its end ``*`` stands for any letters, ``+`` for one or more.

    >>> any_of(["cut", "case_of", "improv+"])
    'c(?:ase\\\\sof|ut)|i(?:mprov\\\\w+)'
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        spelled = word.replace("_", r"\s").replace("*", r"\w*").replace("+", r"\w+")
        by_letter.setdefault(word[0], []).append(spelled[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
