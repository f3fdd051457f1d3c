"""Names behind words of naming: "a framework called NAME", "which we dub NAME", "which we refer to as NAME"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.grammar import all_common, is_new, lower_at, name_run, skip_determiners
from extractors.system.words import Words

_REACH = 7  # words from a word of naming to the name
_ENTITY = frozenset({"entity", "entities"})
REFER = frozenset({"refer", "referred"})
_CALLING = frozenset({"we", "which", "and"})


def named(words: Words, i: int) -> Iterator[Candidate]:
    """The name behind the word of naming at ``i``."""
    word = words.lower[i]
    before = words.lower[max(0, i - 3) : i]
    called = word in cue("call")
    if called and (words.text[i] != word or _CALLING.isdisjoint(before)):
        return
    if word == "named" and lower_at(words, i + 1) in _ENTITY:
        return
    start = _start(words, i + 1, called=called)
    run = name_run(words, start)
    if all_common(run):
        return
    after = lower_at(words, start + len(run))
    goes_on = after.isalpha() and after not in cue("stop") | cue("class") | cue("connector")
    if goes_on and lower_at(words, start - 1) == "the":
        return  # "what we call the NAME boundary"
    weight = 4.5 if called or word in cue("call_strongly") else 3.0
    elsewhere = not cue("not_ours").isdisjoint(before)
    yield Candidate(" ".join(run), "named", weight - 3.0 if elsewhere else weight)


def referred(words: Words, i: int) -> Iterator[Candidate]:
    """The name behind the "refer" at ``i``: "we refer to our library as NAME"."""
    start = next((k + 1 for k in range(i, min(i + _REACH, len(words.text))) if words.lower[k] == "as"), None)
    if words.lower[i] == "referred":
        if words.text[i - 1] not in {",", ")"} or words.lower[i + 1 : i + 3] != ["to", "as"]:
            return  # "..., referred to as NAME,"; elsewhere it is what all call so
    elif start is None or _CALLING.isdisjoint(words.lower[max(0, i - 3) : i]):
        return
    run = name_run(words, skip_determiners(words, start or i + 3)[0])
    if is_new(run) and cue("not_ours").isdisjoint(words.lower[i:start]):
        yield Candidate(" ".join(run), "named", 3.0)


def _start(words: Words, i: int, *, called: bool) -> int:
    """Where the name begins: behind marks and small words, and behind what a verb calls so."""
    limit = min(i + _REACH, len(words.text))
    while i < limit and (words.text[i] in ",:\"'`(" or words.lower[i] in cue("filler")):
        i += 1
    if not called:
        return i
    i = skip_determiners(words, i)[0]
    return i + 1 if lower_at(words, i).isalpha() and words.text[i].islower() else i  # "we call our library NAME"
