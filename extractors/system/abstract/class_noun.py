"""Names at the noun that says what is presented: "the novel NAME architecture", "the NAME for streams library"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.system.abstract.beside import beside
from extractors.system.candidate import POSED, Candidate
from extractors.system.cues import cue
from extractors.system.grammar import lower_at, name_run
from extractors.system.words import Words, is_capitalised, is_common, is_distinctive, is_own

_NEAR = 6  # words from a name to its noun
_REACH = 12  # words from a verb to the noun that says what it presents
_EXPLAINS = frozenset({"a", "an", "based", "by", "designed", "for", "that", "to", "which", "whose"})
_RELATIVE = frozenset({"a", "an", "that", "which"})
_OTHER_THING = frozenset({",", "(", "for"})


def definite(words: Words, start: int, run: Sequence[str], weight: float) -> Iterator[Candidate]:
    """ "the NAME, which ...", "the NAME for sorting streams library"."""
    end = start + len(run)
    if lower_at(words, end) == "," and lower_at(words, end + 1) in _RELATIVE:
        yield Candidate(" ".join(run), "presented", weight)
    elif len(run) > 1 and lower_at(words, end) in cue("class") and not any(map(is_common, run)):
        yield Candidate(" ".join(run), "class-noun", weight)
    elif is_own(run[0]):
        for k in range(end, min(end + _NEAR, len(words.text))):
            if words.lower[k] in cue("class"):
                yield Candidate(run[0], "class-noun", weight)
                return
            if words.lower[k] in cue("stop") or not words.text[k].isalpha():
                return


def at_class_noun(words: Words, start: int, strength: float) -> Iterator[Candidate]:
    """The name right before or behind the noun that says what it is: "the novel NAME architecture"."""
    for k in range(start, min(start + _REACH, len(words.text))):
        word = words.lower[k]
        about = word in cue("about") and lower_at(words, k + 1) == "of"
        if about or word in cue("stop") or word in _OTHER_THING:
            yield from _in_commas(words, k, strength)
            return
        if word not in cue("class"):
            continue
        yield from (replace(c, aside=POSED) if word in cue("posed") else c for c in beside(words, k + 1, strength))
        if k == start:
            continue
        name = words.text[k - 1]
        if is_own(name):
            yield Candidate(name, "class-noun", strength - 1.0)
        elif k - 2 >= start and is_capitalised(name) and is_capitalised(words.text[k - 2]):
            run = name_run(words, _run_start(words, k - 1, start))
            yield Candidate(" ".join(run), "class-noun", strength - 2.0)
        elif _is_compound(words, k + 1):
            continue
        return


def _in_commas(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """The name between the comma at ``i`` and the next: "a noise-proof estimate of the load, NAME, for clusters"."""
    enclosed = lower_at(words, i) == "," == lower_at(words, i + 2) and lower_at(words, i + 3) in _EXPLAINS
    if enclosed and is_own(words.text[i + 1]):
        yield Candidate(words.text[i + 1], "apposed", strength)


def _is_compound(words: Words, i: int) -> bool:
    """Whether the description goes on at ``i``: the *training* of "a policy training framework"."""
    word = lower_at(words, i)
    return word.isalpha() and words.text[i] == word and word not in cue("stop") | cue("connector")


def _run_start(words: Words, k: int, floor: int) -> int:
    while k > floor and (is_capitalised(words.text[k - 1]) or is_distinctive(words.text[k - 1])):
        k -= 1
    return k
