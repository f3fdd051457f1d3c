"""Names behind verbs of presenting: "we propose NAME, a ...", "we present a NAME library"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.system.abstract.class_noun import at_class_noun, definite
from extractors.system.candidate import ON_TOP, Candidate
from extractors.system.cues import cue
from extractors.system.grammar import (
    all_common,
    comes_on_top,
    is_explained,
    is_new,
    lower_at,
    name_run,
    presents,
    skip_aside,
    skip_determiners,
)
from extractors.system.terms import is_term
from extractors.system.words import Words, is_distinctive, words_of

_LONGEST_SMALL = 5  # words of a name in small letters
_KIND_REACH = 8  # words up to the noun that says what it is
_STEM = 4  # letters that "masking" shares with "Masked"
_PARTS = frozenset({"module", "layer", "block", "loss", "mechanism", "unit", "head"})  # of what is presented
_BEHIND_NAME = frozenset({",", "for", "and"})


def presented(words: Words, i: int) -> Iterator[Candidate]:
    """Names behind the verb of presenting at ``i``; what it adds to something weighs less."""
    if comes_on_top(words, i):
        yield from (replace(c, aside=c.aside + ON_TOP) for c in _presented(words, i))
    else:
        yield from _presented(words, i)


def _presented(words: Words, i: int) -> Iterator[Candidate]:
    ours = presents(words, i)
    strength = (4.0 if words.lower[i] in cue("present_strongly") else 3.0) if ours else 1.0
    start = skip_aside(words, i + 1)
    if lower_at(words, start) in cue("not_presented"):
        return
    start, determined = skip_determiners(words, start)
    run = name_run(words, start)
    run += _second_half(words, start, run)
    end = start + len(run)
    if run and run[-1].lower() in _PARTS and comes_on_top(words, i):
        return  # "finally, we introduce a Merging Module"
    is_told = (lower_at(words, end) == "(" and not determined) or is_explained(words, end)
    if run and (is_told or not (determined or all_common(run))):
        after = lower_at(words, end) or "."
        plain = len(run) == 1 and not is_distinctive(run[0])
        if is_told or not plain or after in cue("stop") or after in _BEHIND_NAME:
            yield Candidate(" ".join(run), "presented", strength + (0.5 if is_told else 0.0))
        elif after in cue("class"):
            yield Candidate(run[0], "presented", strength - 1.0)
    elif not run and not determined and _explained_lower(words, start, i, strength):
        yield Candidate(words.text[start], "presented", 3.0)
    else:
        if ours and lower_at(words, start - 1) == "the" and is_new(run):
            yield from definite(words, start, run, strength - 1.0)
        yield from at_class_noun(words, start, strength if ours else 0.5)


def _second_half(words: Words, start: int, run: Sequence[str]) -> list[str]:
    """The "and Spin" of "Pick and Spin, a framework": plain words, which only both together are a name."""
    end = start + len(run)
    if len(run) != 1 or is_distinctive(run[0]) or lower_at(words, end) not in {"and", "&"}:
        return []
    half = name_run(words, end + 1)
    single = len(half) == 1 and not is_distinctive(half[0]) and is_explained(words, end + 2)
    return [words.text[end], half[0]] if single and lower_at(words, end + 3) in {"a", "an"} else []


def _explained_lower(words: Words, i: int, verb: int, strength: float) -> bool:
    """A word of small letters that the sentence goes on to explain: "we present rusty2, a tool"."""
    released = strength >= 3 and words.lower[verb] in cue("release") and "-" in lower_at(words, i)
    if strength < 4 and not released:
        return False
    if lower_at(words, i + 1) != "," or lower_at(words, i + 2) not in {"a", "an"}:
        return False
    word = words.text[i]
    return word[0].isalpha() and not word.endswith(("s", "ing", "ion", "ity", "ment", "ly"))


def explained(words: Words, i: int) -> Iterator[Candidate]:
    """ "we train NAME, a model that ...", from the verb at ``i``."""
    run = name_run(words, i + 1) if lower_at(words, i - 1) == "we" else []
    if run and not all_common(run) and is_distinctive(run[0]) and is_explained(words, i + 1 + len(run)):
        yield Candidate(" ".join(run), "presented", 3.0)


def small_name(words: Words, heading: str) -> str | None:
    """Words in small letters, presented without an article and explained: "we propose early moves, a plan".

    What has no article is a name; it names the paper's contribution when the title speaks of the same.
    """
    in_title = {part[:_STEM] for word in words_of(heading).lower for part in word.split("-")}
    for i in [i for i, word in enumerate(words.lower) if word in cue("present_strongly")]:
        start = skip_aside(words, i + 1)
        end = _small_run(words, start)
        head = words.lower[end - 1].split("-")[-1][:_STEM]
        if end > start and head in in_title and presents(words, i) and _is_a_kind(words, _behind_acronym(words, end)):
            return " ".join(words.text[start:end])
    return None


def _small_run(words: Words, start: int) -> int:
    """The end of the words from ``start`` on that may be such a name; ``start`` when there are none."""
    end = start
    while end - start < _LONGEST_SMALL and words.text[end : end + 1] and words.text[end][0].isalnum():
        if words.lower[end] in cue("stop") | cue("connector") | cue("determiner") | cue("not_presented"):
            return start
        end += 1
    one_word = end == start + 1 and "-" not in words.text[start]
    return start if one_word or is_term(" ".join(words.text[start:end])) else end


def _behind_acronym(words: Words, i: int) -> int:
    return i + 3 if lower_at(words, i) == "(" and lower_at(words, i + 2) == ")" else i


def _is_a_kind(words: Words, i: int) -> bool:
    """Whether the sentence goes on at ``i`` with ", a lean method"."""
    if not is_explained(words, i) or lower_at(words, i + 1) not in {"a", "an"}:
        return False
    for word in words.lower[i + 2 : i + 2 + _KIND_REACH]:
        if word in cue("class") or word == "process":
            return True
        if word in cue("stop") or not word[0].isalnum():
            return False
    return False


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
