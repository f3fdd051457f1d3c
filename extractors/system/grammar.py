"""Steps over the words of a sentence that several rules share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.system.cues import cue
from extractors.system.words import Word, is_capitalised, is_distinctive

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_NEAR, _FAR = 7, 40  # words between a subject and its verb
_LONGEST_NAME = 8  # words


def lower_at(words: Sequence[Word], i: int) -> str:
    """The word at ``i`` in lower case; empty behind the end."""
    return words[i].lower if i < len(words) else ""


def presents(words: Sequence[Word], i: int) -> bool:
    """Whether the paper is the subject of the verb at ``i``: "we", "this paper"; farther off before "and present"."""
    back = words[max(0, i - _NEAR) : i]
    if i and words[i - 1].lower in {"and", "to", "also", "then", ","} and not words[i].lower.endswith(("s", "ed")):
        back = words[max(0, i - _FAR) : i]
    for w in reversed(back):
        if w.text in ".;":
            return False
        if w.lower in cue("subject"):
            return True
    return False


def name_run(words: Sequence[Word], i: int) -> list[str]:
    """The capitalised or distinctive words from ``i`` on; small words only inside a long form with its acronym."""
    run: list[str] = []
    for k in range(i, min(i + _LONGEST_NAME, len(words))):
        w = words[k]
        named = is_distinctive(w.text) or is_capitalised(w.text)
        numbered = bool(run) and _NUMBER.fullmatch(w.text) is not None
        joined = bool(run) and w.lower in cue("connector") and _goes_on(words, k, i)
        if not (named or numbered or joined):
            break
        run.append(w.text)
    while run and run[-1].lower() in cue("connector"):
        run.pop()
    return run


def _goes_on(words: Sequence[Word], k: int, start: int) -> bool:
    """Whether the run over the small word at ``k`` ends in an acronym of its own: "Mixture of Depths (MoD)"."""
    for j in range(k + 1, min(k + 7, len(words) - 1)):
        w = words[j]
        if w.text == "(":
            short = words[j + 1].text
            return is_distinctive(short) and short[0].lower() == words[start].text[0].lower()
        if not (is_capitalised(w.text) or w.lower in cue("connector") or is_distinctive(w.text)):
            return False
    return False
