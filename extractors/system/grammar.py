"""Steps over the words of a sentence that several rules share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.system.cues import cue
from extractors.system.words import Words, is_capitalised, is_common, is_distinctive, is_quantity, is_title_compound

_NUMBER = re.compile(r"\d+(?:\.\d+)*|[IVX]{2,4}")  # "Name 2.0", "Name IV"
_LETTER = re.compile(r"[B-HJ-Z]")  # "Name V"
_BEFORE_GERUND = frozenset({"by", "and", ",", ")", "are", "been", "am", "here"})
_SINGULAR = frozenset({"article", "chapter", "letter", "manuscript", "paper", "report", "study", "thesis", "work"})
_NEAR, _FAR = 7, 40  # words between a subject and its verb
_LONGEST_NAME = 8  # words


def lower_at(words: Words, i: int) -> str:
    """The word at ``i`` in lower case; empty behind the end."""
    return words.lower[i] if i < len(words.lower) else ""


def presents(words: Words, i: int) -> bool:
    """Whether the paper is the subject of the verb at ``i``: "we", "this paper"; farther off before "and present"."""
    verb, before = words.lower[i], words.lower[i - 1] if i else ""
    if verb.endswith("ing") and before not in _BEFORE_GERUND:  # "directions for designing"
        return False
    if before in cue("article") and not verb.endswith("ed"):  # "the design of"
        return False
    goes_on = before in {"and", "to", "also", "then", "by", ",", ")"} and not verb.endswith("ed")
    back = words.lower[max(0, i - (_FAR if goes_on else _NEAR)) : i]
    if goes_on and verb.endswith("s"):  # "this work shows why and proposes"
        back = back if not _SINGULAR.isdisjoint(back) else back[-_NEAR:]
    for k, word in enumerate(reversed(back)):
        if word in ".;":
            return False
        if word in cue("subject"):
            return cue("not_this_paper").isdisjoint(back[-k - 2 : -k - 1])
    return False


def comes_on_top(words: Words, verb: int) -> bool:
    """Whether what the verb presents is added to something: "to save further time, we also propose NAME"."""
    return not cue("on_top").isdisjoint(words.lower[max(0, verb - _NEAR + 1) : verb])


def is_explained(words: Words, i: int) -> bool:
    """Whether the sentence goes on at ``i`` with what the thing before is: ", a ...", "- a ..."."""
    return lower_at(words, i) in {",", "-"} and lower_at(words, i + 1) in cue("article")


def name_run(words: Words, i: int) -> list[str]:
    """The capitalised or distinctive words from ``i`` on; small words only inside a long form with its acronym."""
    run: list[str] = []
    for k in range(i, min(i + _LONGEST_NAME, len(words.text))):
        word = words.text[k]
        named = is_distinctive(word) or is_capitalised(word) or is_title_compound(word)
        numbered = (bool(run) and _NUMBER.fullmatch(word) is not None) or _is_dimension(words, k)
        joined = bool(run) and words.lower[k] in cue("connector") and _goes_on(words, k, i)
        if not (named or numbered or joined):
            if run and _LETTER.fullmatch(word) and lower_at(words, k + 1) not in {"(", "-"}:
                run.append(word)
            break
        run.append(word)
    while run and (run[-1].lower() in cue("connector") or _is_described(run)):
        run.pop()
    return run


def _is_dimension(words: Words, k: int) -> bool:
    """Whether the word at ``k`` is a number of dimensions in a name: "Net 2D", "3D Scenery"."""
    after = words.text[k + 1] if k + 1 < len(words.text) else ""
    return is_quantity(words.text[k]) and (is_distinctive(after) or is_capitalised(after))


def _is_described(run: list[str]) -> bool:
    """Whether the run ends with a compound that belongs to what follows: "Cache-Aware" of "Cache-Aware sorting"."""
    last = run[-1]
    return is_title_compound(last) and not (is_distinctive(last) or is_capitalised(last))


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


def all_common(run: Sequence[str]) -> bool:
    """Whether there is no word that is not a known name."""
    return all(map(is_common, run))


def is_new(run: Sequence[str]) -> bool:
    """Whether the words may be a name that nothing had before: not all known, nor a single word in plain capitals."""
    return not all_common(run) and (len(run) > 1 or is_distinctive(run[0]))


def skip_aside(words: Words, i: int) -> int:
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


def skip_determiners(words: Words, i: int) -> tuple[int, bool]:
    """Behind articles, "novel" and "the concept of"; and whether there were any."""
    start = i
    while i < len(words.text) and (words.lower[i] in cue("determiner") or words.text[i] in "\"'`[*"):
        i += 1
    if i > start and lower_at(words, i) in {"concept", "notion", "idea"} and lower_at(words, i + 1) == "of":
        return i + 2, False
    return i, not cue("determiner").isdisjoint(words.lower[start:i])
