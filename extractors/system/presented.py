"""Names behind verbs of presenting and of naming: "we propose NAME, a ...", "a framework called NAME"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.grammar import is_explained, lower_at, name_run, presents
from extractors.system.words import Words, is_capitalised, is_common, is_distinctive

_NEAR = 6  # words from a verb to the "as" of what it makes of an idea
_REACH = 12  # words from a verb to the noun that says what it presents


def presented(words: Words, i: int) -> Iterator[Candidate]:
    """Names behind the verb of presenting at ``i``."""
    ours = presents(words, i)
    strength = (4.0 if words.lower[i] in cue("present_strongly") else 3.0) if ours else 1.0
    start = _skip_aside(words, i + 1)
    if lower_at(words, start) in cue("not_presented"):
        return
    start, determined = _skip_determiners(words, start)
    run = name_run(words, start)
    end = start + len(run)
    after = lower_at(words, end) or "."
    explained = (after == "(" and not determined) or is_explained(words, end)
    if run and (explained or not (determined or _all_common(run))):
        plain = len(run) == 1 and not is_distinctive(run[0])
        if explained or not plain or after in cue("stop") or after in {",", "for", "and"}:
            yield Candidate(" ".join(run), "presented", strength + (0.5 if explained else 0.0))
        elif after in cue("class"):
            yield Candidate(run[0], "presented", strength - 1.0)
    elif not run and not determined and strength >= 4 and _explained_lower(words, start):
        yield Candidate(words.text[start], "presented", strength - 1.0)
    else:
        definite = lower_at(words, start - 1) == "the"
        if definite and ours and run and not _all_common(run) and (len(run) > 1 or is_distinctive(run[0])):
            yield from _definite(words, start, run, strength - 1.0)
        yield from _before_class_noun(words, start, strength if ours else 0.5)


def _definite(words: Words, start: int, run: Sequence[str], weight: float) -> Iterator[Candidate]:
    """ "the NAME, which ...", "the NAME for sorting streams library"."""
    end = start + len(run)
    if lower_at(words, end) == "," and lower_at(words, end + 1) in _RELATIVE:
        yield Candidate(" ".join(run), "presented", weight)
    elif len(run) > 1 and lower_at(words, end) in cue("class") and not any(map(is_common, run)):
        yield Candidate(" ".join(run), "class-noun", weight)
    elif is_distinctive(run[0]) and not is_common(run[0]):
        for k in range(end, min(end + _NEAR, len(words.text))):
            if words.lower[k] in cue("class"):
                yield Candidate(run[0], "class-noun", weight)
            if words.lower[k] in cue("class") or words.lower[k] in cue("stop") or not words.text[k].isalpha():
                return


_RELATIVE = frozenset({"a", "an", "that", "which"})


def explained(words: Words, i: int) -> Iterator[Candidate]:
    """ "we train NAME, a model that ...", from the verb at ``i``."""
    run = name_run(words, i + 1) if lower_at(words, i - 1) == "we" else []
    if run and not _all_common(run) and is_distinctive(run[0]) and is_explained(words, i + 1 + len(run)):
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


def embodied(words: Words, i: int) -> Iterator[Candidate]:
    """The name behind the verb at ``i`` that makes an idea a thing: "we instantiate this idea as NAME"."""
    if not presents(words, i):
        return
    link = next((k for k in range(i + 1, min(i + _NEAR, len(words.text))) if words.lower[k] in cue("embodied")), None)
    if link is None or "," in words.text[i:link]:
        return
    run = name_run(words, _skip_determiners(words, link + 1)[0])
    if run and not _all_common(run) and (len(run) > 1 or is_distinctive(run[0])):
        yield Candidate(" ".join(run), "presented", 3.5)


def named(words: Words, i: int) -> Iterator[Candidate]:
    """The name behind the word of naming at ``i``."""
    word = words.lower[i]
    before = words.lower[max(0, i - 3) : i]
    if word in cue("call") and not (words.text[i] == word and not {"we", "which", "and"}.isdisjoint(before)):
        return
    start = i + 1
    if word == "named" and lower_at(words, start) in {"entity", "entities"}:
        return
    limit = min(start + 7, len(words.text))
    while start < limit and (words.text[start] in ",:\"'`(" or words.lower[start] in cue("filler")):
        start += 1
    if word in cue("call"):
        start = _skip_determiners(words, start)[0]
        if lower_at(words, start).isalpha() and words.text[start].islower():
            start += 1  # "we call our library NAME"
    run = name_run(words, start)
    if not run or _all_common(run):
        return
    after = lower_at(words, start + len(run))
    goes_on = after.isalpha() and after not in cue("stop") | cue("class") | cue("connector")
    if goes_on and lower_at(words, start - 1) == "the":
        return  # "what we call the NAME boundary"
    weight = 4.5 if word in cue("call_strongly") | cue("call") else 3.0
    elsewhere = not cue("not_ours").isdisjoint(before)
    yield Candidate(" ".join(run), "named", weight - 3.0 if elsewhere else weight)


def _all_common(run: Sequence[str]) -> bool:
    return all(is_common(w) for w in run)


def _skip_aside(words: Words, i: int) -> int:
    """Behind "in this paper," and the like, and behind adverbs."""
    opens = lower_at(words, i)
    if opens == ",":
        close = _find(words, ",", i + 1, 11)
        return close + 1 if close is not None else i + 1
    if opens in {"in", "here", "for"}:
        close = _find(words, ",:", i + 1, 7)
        if close is not None:
            return close + 1
    while lower_at(words, i).endswith("ly") and words.text[i].islower():
        i += 1
    return i + 1 if lower_at(words, i) == ":" else i


def _find(words: Words, marks: str, start: int, reach: int) -> int | None:
    return next((k for k in range(start, min(start + reach, len(words.text))) if words.text[k] in marks), None)


def _skip_determiners(words: Words, i: int) -> tuple[int, bool]:
    """Behind articles, "novel" and "the concept of"; and whether there were any."""
    start = i
    while i < len(words.text) and (words.lower[i] in cue("determiner") or words.text[i] in "\"'`[*"):
        i += 1
    if i > start and lower_at(words, i) in {"concept", "notion", "idea"} and lower_at(words, i + 1) == "of":
        return i + 2, False
    return i, not cue("determiner").isdisjoint(words.lower[start:i])


def _explained_lower(words: Words, i: int) -> bool:
    """A word of small letters that the sentence goes on to explain: "we present rusty2, a tool"."""
    if lower_at(words, i + 1) != "," or lower_at(words, i + 2) not in {"a", "an"}:
        return False
    word = words.text[i]
    return word[0].isalpha() and not word.endswith(("s", "ing", "ion", "ity", "ment", "ly"))


def _before_class_noun(words: Words, start: int, strength: float) -> Iterator[Candidate]:
    """The name right before the noun that says what it is: "the novel NAME architecture"."""
    for k in range(start, min(start + _REACH, len(words.text))):
        word = words.lower[k]
        about = word in cue("about") and lower_at(words, k + 1) == "of"
        if about or word in cue("stop") or word in {",", "(", "for"}:
            return
        if word in cue("class"):
            yield from _apposed(words, k + 1, strength)
            yield from _right_behind(words, k + 1, strength)
            yield from _quoted(words, k + 1, strength)
        if word in cue("class") and k > start:
            name = words.text[k - 1]
            if is_distinctive(name) and not is_common(name):
                yield Candidate(name, "class-noun", strength - 1.0)
            elif k - 2 >= start and is_capitalised(name) and is_capitalised(words.text[k - 2]):
                run = name_run(words, _run_start(words, k - 1, start))
                yield Candidate(" ".join(run), "class-noun", strength - 2.0)
            elif _is_compound(words, k + 1):
                continue
            return


def _quoted(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """'a framework "Name" that'."""
    if lower_at(words, i) not in _QUOTES:
        return
    run = name_run(words, i + 1)
    if run and lower_at(words, i + 1 + len(run)) in _QUOTES and not _all_common(run):
        yield Candidate(" ".join(run), "apposed", strength)


_QUOTES = frozenset("\"'`")


def _is_compound(words: Words, i: int) -> bool:
    """Whether the description goes on at ``i``: the *training* of "a policy training framework"."""
    word = lower_at(words, i)
    return word.isalpha() and words.text[i] == word and word not in cue("stop") | cue("connector")


def _right_behind(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """ "a new algorithm NAME that", "efficient methods NAME and NAME for"."""
    if i >= len(words.text) or not is_distinctive(words.text[i]) or is_common(words.text[i]):
        return
    if lower_at(words, i + 1) in _BEHIND_NAME:
        yield Candidate(words.text[i], "presented", strength - 0.5)


_BEHIND_NAME = frozenset({"that", "which", "to", "for", "and", "with", "based", ",", "."})


# "our 7B model", "our 2D gray codes", "our MPC controller", "our two-GPU set-up", "our SAM-trained network"
_NO_OWN_NAME = re.compile(r"[\d.]+-?[A-Z]\w{0,2}(?:-\w+)?|[A-Z]{2,5}s?|[a-z]{3,}-\S+|.*-[a-z]+")


def own_method(words: Words, i: int) -> Iterator[Candidate]:
    """ "our proposed method, NAME", "our method (NAME)", "our contribution is NAME (", from the *our* at ``i``."""
    name = words.text[i + 1] if i + 1 < len(words.text) else ""
    if is_distinctive(name) and not is_common(name) and not _NO_OWN_NAME.fullmatch(name):
        yield Candidate(name, "own", 2.4)
    for k in range(i + 1, min(i + 5, len(words.text))):
        if words.lower[k] in cue("class"):
            yield from _apposed(words, k + 1, 4.0)
            run = name_run(words, k + 2) if lower_at(words, k + 1) == "is" else []
            if run and is_distinctive(run[-1]) and not _all_common(run) and lower_at(words, k + 2 + len(run)) in "(,":
                yield Candidate(" ".join(run), "apposed", 3.5)
            return


# What closes the name that a mark opens: "a recipe, NAME.", "a recipe (NAME)", "an approach: NAME for ...".
_APPOSED = {
    ",": frozenset(",(."),
    "(": frozenset(")"),
    ":": frozenset({",", "(", ".", "for", "which", "that", "and"}),
}


def _apposed(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """ "a training-free framework (NAME)", "a recipe, NAME, and ..."."""
    if i >= len(words.text) or words.text[i] not in _APPOSED:
        return
    run = name_run(words, i + 1)
    closed = lower_at(words, i + 1 + len(run)) in _APPOSED[words.text[i]]
    sure = is_distinctive(run[-1]) if run else False
    if closed and not _all_common(run) and (sure or (words.text[i] != ":" and any(map(_is_written_as_name, run)))):
        yield Candidate(" ".join(run), "apposed", strength + (0.9 if sure and words.text[i] != ":" else -1.0))


def _is_written_as_name(word: str) -> bool:
    return is_distinctive(word) or is_capitalised(word)


def _run_start(words: Words, k: int, floor: int) -> int:
    while k > floor and (is_capitalised(words.text[k - 1]) or is_distinctive(words.text[k - 1])):
        k -= 1
    return k
