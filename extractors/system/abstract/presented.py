"""Names behind verbs of presenting: "we propose NAME, a ...", "we present a NAME library"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.system.abstract.class_noun import at_class_noun, definite
from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.grammar import (
    all_common,
    is_explained,
    is_new,
    lower_at,
    name_run,
    presents,
    skip_aside,
    skip_determiners,
)
from extractors.system.words import Words, is_distinctive

_BEHIND_NAME = frozenset({",", "for", "and"})


def presented(words: Words, i: int) -> Iterator[Candidate]:
    """Names behind the verb of presenting at ``i``."""
    ours = presents(words, i)
    strength = (4.0 if words.lower[i] in cue("present_strongly") else 3.0) if ours else 1.0
    start = skip_aside(words, i + 1)
    if lower_at(words, start) in cue("not_presented"):
        return
    start, determined = skip_determiners(words, start)
    run = name_run(words, start)
    end = start + len(run)
    is_told = (lower_at(words, end) == "(" and not determined) or is_explained(words, end)
    if run and (is_told or not (determined or all_common(run))):
        after = lower_at(words, end) or "."
        plain = len(run) == 1 and not is_distinctive(run[0])
        if is_told or not plain or after in cue("stop") or after in _BEHIND_NAME:
            yield Candidate(" ".join(run), "presented", strength + (0.5 if is_told else 0.0))
        elif after in cue("class"):
            yield Candidate(run[0], "presented", strength - 1.0)
    elif not run and not determined and strength >= 4 and _explained_lower(words, start):
        yield Candidate(words.text[start], "presented", strength - 1.0)
    else:
        if ours and lower_at(words, start - 1) == "the" and is_new(run):
            yield from definite(words, start, run, strength - 1.0)
        yield from at_class_noun(words, start, strength if ours else 0.5)


def _explained_lower(words: Words, i: int) -> bool:
    """A word of small letters that the sentence goes on to explain: "we present rusty2, a tool"."""
    if lower_at(words, i + 1) != "," or lower_at(words, i + 2) not in {"a", "an"}:
        return False
    word = words.text[i]
    return word[0].isalpha() and not word.endswith(("s", "ing", "ion", "ity", "ment", "ly"))


def explained(words: Words, i: int) -> Iterator[Candidate]:
    """ "we train NAME, a model that ...", from the verb at ``i``."""
    run = name_run(words, i + 1) if lower_at(words, i - 1) == "we" else []
    if run and not all_common(run) and is_distinctive(run[0]) and is_explained(words, i + 1 + len(run)):
        yield Candidate(" ".join(run), "presented", 3.0)


def explains(words: Words, name: Sequence[str]) -> bool:
    """Whether the words, in whatever case, are presented and explained: "we introduce early merging, a way to"."""
    for i in [i for i, word in enumerate(words.lower) if word in cue("present_strongly")]:
        start = i + 2 if lower_at(words, i + 1) == "the" else i + 1
        end = start + len(name)
        if words.lower[start:end] == name and presents(words, i):
            after = lower_at(words, end)
            if after == ":" or is_explained(words, end) or (after == "," and lower_at(words, end + 1) == "which"):
                return True
    return False
