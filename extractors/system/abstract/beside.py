"""Names right behind the noun that says what they are: "a recipe (NAME)", "a library 'NAME'", "an algorithm NAME"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.system.candidate import Candidate
from extractors.system.grammar import all_common, is_explained, lower_at, name_run
from extractors.system.words import Words, is_capitalised, is_distinctive, is_own

# What closes the name that a mark opens: "a recipe, NAME.", "a recipe (NAME)", "an approach: NAME for ...".
_APPOSED = {
    ",": frozenset(",(."),
    "(": frozenset(")"),
    ":": frozenset({",", "(", ".", "for", "which", "that", "and"}),
}
_QUOTES = frozenset("\"'`")
_BEHIND_NAME = frozenset({"that", "which", "to", "for", "and", "with", "based", ",", "."})


def beside(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """The name at ``i``, behind the noun: after a mark, as the next word, or in quotation marks."""
    yield from apposed(words, i, strength)
    yield from _next_word(words, i, strength)
    yield from _quoted(words, i, strength)


def apposed(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """ "a training-free framework (NAME)", "a recipe, NAME, and ..."."""
    mark = lower_at(words, i)
    if mark not in _APPOSED:
        return
    start = (
        i + 4 if words.lower[i + 1 : i + 4] == ["i.e", ".", ","] else i + 1
    )  # "a Crane Planning Engine, i.e., NAME,"
    run = name_run(words, start)
    end = start + len(run)
    if all_common(run) or lower_at(words, end) not in _APPOSED[mark]:
        return
    if mark == "(" and lower_at(words, end + 1) == "-" and not is_explained(words, end + 1):
        return  # "a large model (LM)-based method"
    sure = is_distinctive(run[-1])
    if sure or (mark != ":" and any(is_distinctive(word) or is_capitalised(word) for word in run)):
        yield Candidate(" ".join(run), "apposed", strength + (0.9 if sure and mark != ":" else -1.0))


def _next_word(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """ "a new algorithm NAME that", "efficient methods NAME and NAME for"."""
    if lower_at(words, i + 1) in _BEHIND_NAME and is_own(words.text[i]):
        yield Candidate(words.text[i], "presented", strength - 0.5)


def _quoted(words: Words, i: int, strength: float) -> Iterator[Candidate]:
    """'a framework "Name" that'."""
    if lower_at(words, i) not in _QUOTES:
        return
    run = name_run(words, i + 1)
    if not all_common(run) and lower_at(words, i + 1 + len(run)) in _QUOTES:
        yield Candidate(" ".join(run), "apposed", strength)
