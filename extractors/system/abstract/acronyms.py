"""Acronyms with their long forms: "Long Form (LF)" and "LF (Long Form)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.system.candidate import OF_THE_FIELD, ON_TOP, POSED, Candidate
from extractors.system.cues import cue
from extractors.system.grammar import comes_on_top, is_explained, lower_at, presents
from extractors.system.longforms import is_title_case, long_form_before
from extractors.system.terms import is_term
from extractors.system.words import Words, is_capitalised, is_common, is_distinctive

_REACH = 14  # words inside the brackets, and from a verb to what it presents itself
_NEAR = 13  # words from a verb to the bracket behind its object
_SENTENCE_REACH = 40
_NICKNAME = 4.2  # "we propose Sorter of Runs (RunSorter)"
_SPELT_BEHIND = 2.4  # "NAME (Long Form)": how an own name is spelt, one of others as "Long Form (NAME)"
_NO_VERB = 1.0  # how strongly a sentence presents that has no verb of presenting
_OURS = 4.0  # "our Long Form (NAME)"
_OUR_METHOD = 5.4  # "our method, Long Form (NAME)"
_OUR_REACH = 5  # words from "our" to the long form
_PLAIN = re.compile(r"[A-Z]{2,4}s?")  # letters that stand for any term
_SIZE = re.compile(r"\d+[BKMkm]?")  # "(7B)"
_ASIDE = frozenset({"a", "an", "by", "from", "in", "on", "that", "using", "via", "which"})
_ENDS = frozenset({".", ",", ";", ":", "for", "which", "that", "to"})
_NEW = frozenset({"new", "novel"})
_WORD = re.compile(r"[^\s-]+")


def acronyms(words: Words, i: int) -> Iterator[Candidate]:
    """What the bracket that opens at ``i`` abbreviates or spells out."""
    inside = words.text[i + 1 : i + _REACH]
    if ")" not in inside or not i:
        return
    inside = inside[: inside.index(")")]
    close = i + 1 + len(inside)
    if len(inside) == 1 or (len(inside) >= 3 and inside[1] in ",;"):
        if not lower_at(words, close + 1).startswith("-"):
            yield from _abbreviated(words, i, inside[0])
    elif inside and is_distinctive(words.text[i - 1]):
        short = words.text[i - 1]
        long_form = long_form_before(inside, short)
        if long_form is not None:
            plain = is_common(short) or _PLAIN.fullmatch(short) is not None
            spelt_behind = _SPELT_BEHIND if is_title_case(long_form) and not plain else 0.0
            yield Candidate(short, "acronym", max(_strength(words, i, i - 1), spelt_behind), long_form)


def or_short(words: Words, i: int) -> Iterator[Candidate]:
    """ "we present Long Form, or LF.": from the *or* at ``i``."""
    short = words.text[i + 1] if i + 1 < len(words.text) else ""
    if (
        words.text[i - 1] != ","
        or not is_distinctive(short)
        or is_common(short)
        or lower_at(words, i + 2) not in _ENDS
    ):
        return
    long_form = long_form_before(words.text[max(0, i - 13) : i - 1], short)
    if long_form is None or is_term(long_form):
        return
    strength = _strength(words, i - 1, i - 1 - len(long_form.split()))
    if strength > _NO_VERB:
        yield Candidate(short, "acronym", strength, long_form)


def _abbreviated(words: Words, i: int, short: str) -> Iterator[Candidate]:
    if not (is_distinctive(short) or is_capitalised(short)) or short.lower() in cue("kind_of_model"):
        return
    before = words.text[max(0, i - 12) : i]
    long_form = long_form_before(before, short) or long_form_before(before, short.partition("-")[2])
    if long_form is not None and is_term(long_form):
        yield Candidate(short, OF_THE_FIELD, 0.0)
        return
    if long_form is not None and _WORD.fullmatch(long_form):
        return  # a nickname of a name of one word
    name = i - len((long_form or "").split())
    strength, aside = _strength(words, i, name), _aside(words, i, name)
    named = _object(words, i)
    own = named is not None and is_explained(words, i + 3)
    if is_common(short) and not own and (strength < 3 or not is_title_case(long_form)):
        return
    if long_form is None:
        if named is not None and is_distinctive(short) and not _SIZE.fullmatch(short):
            yield Candidate(short, "acronym", _NICKNAME, named, aside)
        elif strength >= 3 and is_distinctive(short):
            yield Candidate(short, "acronym", strength - 2.5, aside=aside)
    elif strength > _NO_VERB or is_title_case(long_form):
        yield Candidate(short, "acronym", strength, long_form, aside)
    else:
        yield Candidate(short, "term", strength)


def _is_presented(words: Words, i: int) -> bool:
    """ "a framework NAME (LF) is proposed", from the bracket at ``i``."""
    if lower_at(words, i + 3) != "is" or lower_at(words, i + 4) not in cue("present_strongly"):
        return False
    start = next((k for k in range(i, max(-1, i - _SENTENCE_REACH), -1) if words.text[k] in ".;"), 0)
    return not cue("subject").isdisjoint(words.lower[start:i])


def _object(words: Words, i: int) -> str | None:
    """The words between a verb of presenting or naming and the bracket at ``i``, when they are all of its object."""
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        word = words.lower[k]
        if word in cue("name") or (word in cue("present_strongly") and presents(words, k)):
            start = k + 2 if lower_at(words, k + 1) == "the" else k + 1
            return " ".join(words.text[start:i]) if start + 1 < i else None
        if not word[0].isalnum() or word in _ASIDE:
            return None
    return None


def _is_part(between: Sequence[str]) -> bool:
    """Whether the words between verb and name make the name a part of what is presented, or a work spoken about."""
    about = any(one in cue("about") and other == "of" for one, other in pairwise(between))
    return about or not cue("part_of").isdisjoint(between)


def _is_our_method(words: Words, name: int) -> bool:
    """ "this leads to our method, Long Form (NAME)", from where the long form begins."""
    before = words.lower[max(0, name - _OUR_REACH) : name]
    return len(before) > 2 and before[-1] in ",:" and before[-2] in cue("class") and "our" in before


def _aside(words: Words, i: int, name: int) -> float:
    """How much less the name in the bracket at ``i`` weighs beside another; its long form begins at ``name``."""
    set_as = lower_at(words, name - 2) if lower_at(words, name - 1) in {",", ":"} else lower_at(words, i + 3)
    verb = next((k for k in range(name - 1, max(-1, name - _NEAR), -1) if words.lower[k] in cue("present")), None)
    on_top = verb is not None and comes_on_top(words, verb)
    return (POSED if set_as in cue("posed") else 0.0) + (ON_TOP if on_top else 0.0)


def _makes_new(words: Words, k: int) -> bool:
    """ "we evaluate a novel Long Form (NAME)", "we formalize a Long Form (NAME)", from the verb at ``k``."""
    if words.lower[k] in cue("examine"):
        return lower_at(words, k + 2) in _NEW
    return words.lower[k].startswith("formali") and lower_at(words, k + 1) in {"a", "an"}


def _strength(words: Words, i: int, name: int) -> float:
    """How strongly the sentence up to ``i`` presents the name that begins at ``name``: 1 without a verb for it."""
    if _is_our_method(words, name):
        return _OUR_METHOD
    if lower_at(words, name - 1) == "our" or _is_presented(words, i):
        return _OURS
    for k in range(i - 1, max(-1, i - _SENTENCE_REACH), -1):
        word = words.lower[k]
        if word in ".;!?" and words.text[k + 1][:1].isupper():
            return _NO_VERB
        if word in cue("embody") and presents(words, k) and lower_at(words, name - 1) in cue("embodied"):
            return _OURS
        if word in cue("present") and presents(words, k) and lower_at(words, k + 1) not in cue("not_presented"):
            base = 4.5 if word in cue("present_strongly") else 3.5
            apposed = lower_at(words, name - 1) in {",", ":", "-"}
            part = not apposed and _is_part(words.lower[k + 1 : name])
            aside = i - k > _REACH or part
            return base - 2.5 if aside else base
        if word in cue("explain") and k + 1 == name and presents(words, k) and is_explained(words, i + 3):
            return 3.5
        if _makes_new(words, k) and i - k <= _REACH and presents(words, k):
            return 1.0 if _is_part(words.lower[k + 1 : name]) else 3.5
        if word in cue("name") or (word in cue("call") and lower_at(words, k - 1) == "we"):
            return 4.0
    return _NO_VERB
