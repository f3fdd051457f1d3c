"""Plurals that are counted: "50 reasoning tasks", "28 coreutils programs"."""

from __future__ import annotations

import regex

from extractors.numbers.nouns.word import STOP_WORDS, WORD, NounMatch, Number, Step, Word
from extractors.numbers.units import Dimension
from extractors.numbers.wordgroups import word_group
from extractors.patterns import Pattern

_VERBS = word_group("verbs")
NOT_PLURAL = word_group("not_plural") | _VERBS
_IRREGULAR = word_group("irregular_plural")
# Nouns that a plural before them only describes: "28 coreutils programs".
_HEADS = frozenset(
    {"programs", "tasks", "datasets", "benchmarks", "images", "samples", "problems", "questions", "cases", "models"}
    | {"records", "papers"}
)
_OBJECT = Pattern(r"\s(?:itself|themselves|the|an?|its|their|our)\s")
_ACRONYMS = Pattern(r"\p{Lu}[\p{Lu}\d-]{0,6}[IU]s")  # "21,000 WSIs", "40 ICUs": no "-is" of a singular
_FEW = 10  # "3 outranks the" is of a version, "300 episodes the agent" counts
_ENDS = frozenset("),.;")
_ALSO_VERBS = word_group("also_verbs")
_OF_THINGS = Pattern(r"\s(?:of|covering|spanning|across|over|per|each|are|were|that)\b")
_TAKES_AN_OBJECT = Pattern(r"\s(?:itself|themselves|the|an?|its|their|our|\d|up|out|better|faster|well|\p{L}+ly)\b")
_A_NAME_BELOW = 100
_VOWELS = "aeiou"
_HISSING = ("s", "x", "sh", "tch", "nch", "rch")  # no "-ch" of "epoch"


def of_plural(word: Word, number: Number, best: NounMatch | None) -> Step | None:
    """The plural that is counted, but not a verb, nor a name: "1.5 pro distinguishes itself", "20 Newsgroups"."""
    if word.low in _ALSO_VERBS and _are_things(word, number, best):
        return word.counted(word.low, Dimension.COUNT), None
    if word.low in _VERBS and (number.magnitude or number.value >= _A_NAME_BELOW):
        return best, None  # "the 30B improves answers"; behind "3.0" it is a version that does
    if not (is_plural(word.low) or _ACRONYMS.fullmatch(word.text)):
        return None
    if _OBJECT.match(word.view, word.end) and (not word.is_first or number.value < _FEW):
        return best, None
    titled = word.text[0].isupper() and word.text[1:].islower()
    named = word.is_first and titled and number.value < _A_NAME_BELOW
    if not number.magnitude and (named or number.value == 1):
        return None, None
    return _plural_noun(word), None


def _are_things(word: Word, number: Number, best: NounMatch | None) -> bool:
    """ "25 simulation runs of a storm", "60 works on paging"; "GPT-4 approaches the" has a verb."""
    if word.view[word.end : word.end + 1] in _ENDS:
        return True
    if not number.magnitude and not number.value % 1 and number.value > _FEW:
        return _TAKES_AN_OBJECT.match(word.view, word.end) is None
    return best is None and not number.magnitude and _OF_THINGS.match(word.view, word.end) is not None


def _plural_noun(word: Word) -> NounMatch:
    """The plural, or the head that follows it: "28 coreutils programs"."""
    text, end = word.text, word.end
    follower = WORD.match(word.view, end)
    if follower and follower["gap"] == " " and follower["word"].rstrip(".") in _HEADS:
        text = follower["word"].rstrip(".")
        end = follower.start("word") + len(text)
    return word.counted(_head(text.lower()), Dimension.COUNT, end)


# What is no word by itself: "sub-tasks" are no tasks
_PREFIXES = frozenset(
    {"sub", "co", "pre", "post", "micro", "mini", "macro", "meta", "non", "mid", "semi", "quasi", "pseudo", "anti"}
    | {"inter", "intra", "ex", "re", "self", "super", "hyper", "ultra", "counter"}
    | {"flip", "x", "follow", "trade", "plug", "add", "check"}
)


def _head(noun: str) -> str:
    """The last part of a compound: "tasks" of "coding-tasks"."""
    before, _, last = noun.rpartition("-")
    prefix = before.rpartition("-")[2]
    return f"{prefix}-{last}" if prefix in _PREFIXES else last


_PLURAL_NEXT = regex.compile(r"(?:\p{Ll}+\s)?\p{Ll}{3,}s\b")


def is_sort(word: Word) -> bool:
    """ "10,862 data tables", "6.5 million GPS points": the word says what sort of thing is counted."""
    after = WORD.match(word.view, word.end)
    if after is None or after["word"].lower() in NOT_PLURAL:
        return False
    text, next_word = word.text, after["word"].lower()
    mixed = text[1:] != text[1:].lower() and "-" not in text  # "26 iOS apps"
    titled = text.istitle() and len(text) > 3  # "35 GitHub Actions failures"
    if (mixed or titled) and after["gap"] == " " and _PLURAL_NEXT.match(word.view, after.start("word")):
        return is_plural(word.low) and next_word not in STOP_WORDS
    return text.isupper() or (word.low in ("data", "news") and is_plural(next_word.rstrip(".")))


def is_plural(word: str) -> bool:
    """Whether a word in lower case, or what its last hyphen or slash joins to it, is a noun in the plural."""
    head = word.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if word in NOT_PLURAL or head in NOT_PLURAL or len(head) < 3:
        return False
    if head in _IRREGULAR:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "ous", "'s", "ics"))


def plural_of(word: str) -> str:
    """ "3-layer" counts layers, "1200-frames" frames."""
    if is_plural(word) or word in _ALSO_VERBS:
        return word
    if word == "vertex":
        return "vertices"
    if word == "iter":
        return "iterations"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSING) else "s")
