"""What joins the words behind a number to the noun that it counts: "12 open and closed models", "30 dense, dim maps".

So many of anything are named in the plural: where none was met yet, a phrase goes on behind a comma or an "and".
"""

from __future__ import annotations

from typing import NamedTuple

from extractors.endings import Ending
from extractors.numbers.nouns.plural import NOT_PLURAL, is_plural
from extractors.numbers.nouns.word import STOP_WORDS, WORD
from extractors.numbers.wordgroups import word_group
from extractors.numbers.words import UNITS
from extractors.patterns import IGNORECASE, Pattern

_ADJECTIVE = Pattern(
    r"(?:open|closed)(?:-?(?:source|weights?))?|proprietary|commercial|public|private|synthetic|"
    r"real(?:-world)?|simulated|large|small|short|long|medium|general|local|remote|single|simple|"
    r"\p{L}+(?:al|ed|ive|ous|ic|ex|able|ible|ary|ant|ent|ese)|\p{L}+-\p{L}+",
    IGNORECASE,
)
_EVALUATED = word_group("evaluated") | {"corpora", "models", "suites", "domains"}
_ALSO_VERBS = word_group("also_verbs")
# What a number before it measures, so that nothing counted is awaited: "32 batch size, cosine decay and other tricks"
_MEASURED = word_group("measured")
_JOINT = Pattern(r",?\s(?P<and>and|or|&)(?=\s)|,(?=\s)")
_OF_ONE = Ending(r"\b(?:an?|each|every|per)\s[~$]?[\d.,]{1,12}\s?[kKMBT]?$", IGNORECASE)
_FEW = 10
_FURTHEST = 8  # words
_NEAR = 24  # characters


class _Road(NamedTuple):
    """What leads on from a joint to a plural."""

    first: str
    plural: str
    through_and: bool
    participle: bool  # the first word is one, and no item of a list


def goes_on(view: str, number_end: int, at: int, before: str, value: float) -> int | None:
    """Where a phrase goes on behind the comma, "and" or "or" at a place; null where it ends.

    ``before`` is the word before that place, ``number_end`` where the number of the phrase ends.
    """
    joint = _JOINT.match(view, at)
    if joint is None or not before or value % 1 or before.lower() in _MEASURED:
        return None
    road = _road(view, joint.end())
    # "72 overall, surpassing its rivals"
    participle = road is not None and joint["and"] is None and road.participle
    if road is None or participle or _OF_ONE.search(view, max(0, number_end - _NEAR), number_end):
        return None
    if before.endswith("ly"):
        goes = _describes(road.first)  # not "25 annually and makes gains"
    elif _ADJECTIVE.fullmatch(before) or before.endswith("-"):
        goes = joint["and"] is not None or road.through_and or _describes(road.first)
    elif joint["and"]:
        serial = not joint[0].startswith(",") or "," in view[number_end:at]
        goes = serial and (value > _FEW or road.plural in _EVALUATED)
    else:
        goes = road.through_and or (before.islower() and _describes(road.first))
    return joint.end() if goes else None


def _describes(word: str) -> bool:
    return word.endswith("ly") or _ADJECTIVE.fullmatch(word) is not None


def _is_participle(view: str, word: str, at: int) -> bool:
    """Whether a word that ends at a place is one in -ing, and no item of a list."""
    return word.endswith("ing") and "-" not in word and _JOINT.match(view, at) is None


def _road(view: str, at: int) -> _Road | None:
    """The way to the next plural over words that may describe it, and joints between them; null where none leads."""
    first, through_and, participle, joined = "", False, False, True
    for _ in range(_FURTHEST):
        match = WORD.match(view, at)
        word = match["word"].rstrip(".").lower() if match else ""
        if match is None or word in STOP_WORDS:
            joint = None if joined else _JOINT.match(view, at)
            if joint is None:
                return None
            through_and, joined, at = through_and or joint["and"] is not None, True, joint.end()
            continue
        if is_plural(word) or (word in _ALSO_VERBS and not joined):
            return _Road(first or word, word, through_and, participle)
        if word in UNITS or word in NOT_PLURAL or word[0].isdigit() or len(word) < len(match["word"]):
            return None
        participle = participle or (not first and _is_participle(view, word, match.end()))
        first, joined, at = first or word, False, match.end()
    return None
