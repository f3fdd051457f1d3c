"""Steps over the words of a sentence that several rules share."""

from __future__ import annotations

import re

from extractors.system.cues import cue
from extractors.system.words import Words, is_capitalised, is_distinctive

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_NEAR, _FAR = 7, 40  # words between a subject and its verb
_LONGEST_NAME = 8  # words


def lower_at(words: Words, i: int) -> str:
    """The word at ``i`` in lower case; empty behind the end."""
    return words.lower[i] if i < len(words.lower) else ""


def presents(words: Words, i: int) -> bool:
    """Whether the paper is the subject of the verb at ``i``: "we", "this paper"; farther off before "and present"."""
    back = words.lower[max(0, i - _NEAR) : i]
    if (
        i
        and words.lower[i - 1] in {"and", "to", "also", "then", "by", ","}
        and not words.lower[i].endswith(("s", "ed"))
    ):
        back = words.lower[max(0, i - _FAR) : i]
    for word in reversed(back):
        if word in ".;":
            return False
        if word in cue("subject"):
            return True
    return False


def name_run(words: Words, i: int) -> list[str]:
    """The capitalised or distinctive words from ``i`` on; small words only inside a long form with its acronym."""
    run: list[str] = []
    for k in range(i, min(i + _LONGEST_NAME, len(words.text))):
        word = words.text[k]
        named = is_distinctive(word) or is_capitalised(word)
        numbered = bool(run) and _NUMBER.fullmatch(word) is not None
        joined = bool(run) and words.lower[k] in cue("connector") and _goes_on(words, k, i)
        if not (named or numbered or joined):
            break
        run.append(word)
    while run and run[-1].lower() in cue("connector"):
        run.pop()
    return run


def _goes_on(words: Words, k: int, start: int) -> bool:
    """Whether the run over the small word at ``k`` ends in an acronym of its own: "Mixture of Depths (MoD)"."""
    for j in range(k + 1, min(k + 7, len(words.text) - 1)):
        word = words.text[j]
        if word == "(":
            short = words.text[j + 1]
            return is_distinctive(short) and short[0].lower() == words.text[start][0].lower()
        if not (is_capitalised(word) or words.lower[j] in cue("connector") or is_distinctive(word)):
            return False
    return False
