"""A name that nothing introduces: it begins a sentence as its subject, "CraneFlow splits each move in two"."""

from __future__ import annotations

from itertools import pairwise

from extractors.system.cues import cue
from extractors.system.words import Words, is_own

_CAPITALS, _SMALL = 2, 3  # letters of a name that no field uses for a term


def subject_name(words: Words, heading: str) -> str | None:
    """The only such name that is a subject where it stands first, behind other sentences or more than once.

    What the title names without presenting it is what the paper works on.
    """
    found: list[str] = []
    met: set[str] = set()
    for i, word in enumerate(words.text[:-1]):
        if word in met or not _is_name(word):
            continue
        met.add(word)
        if _is_subject(words, i) and (i or word in words.text[1:]):
            found.append(word)
    names = [name for name in found if not (name in heading or _is_of_others(words, name))]
    return names[0] if len(names) == 1 else None


def _is_name(word: str) -> bool:
    """ "CraneFlow"; an acronym may be a term of the field."""
    if not word[:1].isupper():
        return False
    letters = word.replace("-", "")
    if not (letters.isalpha() and is_own(word)):
        return False
    if letters != word and not any(map(_is_mixed, word.split("-"))):
        return False
    capitals = sum(map(str.isupper, letters))
    return capitals >= _CAPITALS and len(word) - capitals >= _SMALL


def _is_mixed(part: str) -> bool:
    """Whether a capital follows a small letter: the "TriCrane" of "BX-TriCrane", no "Bayes" of "MC-Bayes"."""
    return any(a.islower() and b.isupper() for a, b in pairwise(part))


def _is_subject(words: Words, i: int) -> bool:
    """Whether a word begins its sentence, before a verb in the third person: no "CraneFlow models"."""
    if i and words.text[i - 1] != ".":
        return False
    verb = words.text[i + 1]
    is_word = verb.islower() and verb.isalpha() and verb.endswith("s") and not verb.endswith("ss")
    return is_word and verb not in cue("class") and verb[:-1] not in cue("class")


def _is_of_others(words: Words, name: str) -> bool:
    return any(words.lower[i - 1] in cue("others") for i, word in enumerate(words.text) if i and word == name)
