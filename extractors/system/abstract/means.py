"""What an idea is made, brings about or is met with: "realized as NAME", "this motivates NAME", "met with NAME"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.system.abstract.beside import apposed
from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.grammar import is_explained, is_new, lower_at, name_run, presents, skip_determiners
from extractors.system.words import Words, is_capitalised, is_common, is_distinctive

_NEAR = 6  # words from a verb to the "as" of what it makes of an idea
_REACH = 10  # words between a verb and the name
_BRACKET = 12  # words in a bracket behind the name
_CORE, _ITS = frozenset({"core", "heart", "center", "centre"}), frozenset({"the", "its", "our"})
COME_OUT = frozenset({"is", "lies", "sits"})
_POINTING = frozenset({"this", "these", "such"})


def embodied(words: Words, i: int) -> Iterator[Candidate]:
    """The name behind the verb at ``i`` that makes an idea a thing: "we instantiate this idea as NAME"."""
    if not presents(words, i):
        return
    link = next((k for k in range(i + 1, min(i + _NEAR, len(words.text))) if words.lower[k] in cue("embodied")), None)
    if link is None or "," in words.text[i:link]:
        return
    start = skip_determiners(words, link + 1)[0]
    run = name_run(words, start)
    if is_new(run):
        yield Candidate(" ".join(run), "presented", 3.5)
    elif lower_at(words, start) in cue("class"):
        yield from apposed(words, start + 1, 3.5)  # "in a new planner, NAME"


def brought_about(words: Words, i: int) -> Iterator[Candidate]:
    """The name behind the verb at ``i`` whose subject was just told: "these insights motivate NAME, a ..."."""
    if _POINTING.isdisjoint(words.lower[max(0, i - 3) : i]):
        return
    start = i + 1
    while lower_at(words, start) in cue("brought_about"):
        start += 1
    yield from _explained_name(words, start)


def comes_out(words: Words, i: int) -> Iterator[Candidate]:
    """ "The result is NAME, a ...", "at its core lies NAME, a ...": from the verb at ``i``."""
    before = words.lower[max(0, i - _REACH) : i]
    if before[-2:] == ["the", "result"] or _is_core(before):
        yield from _explained_name(words, i + 1)
        if is_capitalised(lone := words.text[i + 1] if i + 2 < len(words.text) else "") and not is_common(lone):
            yield from _explained_plain(words, i + 1)


def _explained_plain(words: Words, i: int) -> Iterator[Candidate]:
    """ "Sluice, a library": one plain word."""
    if is_explained(words, i + 1) and lower_at(words, i + 2) in {"a", "an"} and not is_distinctive(words.text[i]):
        yield Candidate(words.text[i], "presented", 3.0)


def _is_core(before: Sequence[str]) -> bool:
    """Whether the words before a verb are "at its core", "at the heart of the design"."""
    for k in range(len(before) - 1, 1, -1):
        if before[k] in _CORE:
            behind = before[k + 1 :]
            return before[k - 2] == "at" and before[k - 1] in _ITS and (not behind or behind[0] == "of")
        if not before[k].isalpha():
            return False
    return False


def met_with(words: Words, i: int) -> Iterator[Candidate]:
    """The name that meets the difficulty behind the verb at ``i``: "we tackle these costs with NAME, a ..."."""
    if lower_at(words, i + 1) not in _POINTING or not presents(words, i):
        return
    for k in range(i + 2, min(i + _REACH, len(words.text))):
        if not words.text[k][0].isalnum():
            return
        if words.lower[k] in cue("met"):
            yield from _explained_name(words, k + 1)
            return


def _explained_name(words: Words, start: int) -> Iterator[Candidate]:
    """The name at ``start``, if it is no known one and the sentence says what it is."""
    run = name_run(words, start)
    if not is_new(run):
        return
    end = _behind_bracket(words, start + len(run))
    if is_explained(words, end) or (lower_at(words, end) == "," and lower_at(words, end + 1) in {"which", "that"}):
        yield Candidate(" ".join(run), "presented", 3.5)


def _behind_bracket(words: Words, i: int) -> int:
    if lower_at(words, i) != "(":
        return i
    return next((k + 1 for k in range(i, min(i + _BRACKET, len(words.text))) if words.text[k] == ")"), i)
