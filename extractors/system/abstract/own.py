"""Names behind what the paper calls its own: "our method, NAME", "the proposed library (NAME)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.system.abstract.beside import apposed
from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.grammar import all_common, lower_at, name_run
from extractors.system.words import Words, is_distinctive, is_own

OWN = frozenset({"our", "proposed", "resulting"})
_THIS = frozenset({"the", "this"})
_NEAR = 5  # words up to the noun
# "our 7B model", "our 2D gray codes", "our MPC controller", "our two-GPU set-up", "our SAM-trained network"
_NO_OWN_NAME = re.compile(r"[\d.]+-?[A-Z]\w{0,2}(?:-\w+)?|[A-Z]{2,5}s?|[a-z]{3,}-\S+|.*-[a-z]+")


def own_method(words: Words, i: int) -> Iterator[Candidate]:
    """ "our proposed method, NAME", "our method (NAME)", "our contribution is NAME (", from the *our* at ``i``."""
    if words.lower[i] != "our" and words.lower[i - 1] not in _THIS:
        return
    name = words.text[i + 1] if i + 1 < len(words.text) else ""
    if is_own(name) and not _NO_OWN_NAME.fullmatch(name):
        yield Candidate(name, "own", 2.4)
    noun = next((k for k in range(i + 1, min(i + _NEAR, len(words.text))) if words.lower[k] in cue("class")), None)
    if noun is None:
        return
    while lower_at(words, noun + 1) in cue("class"):
        noun += 1  # "our system prototype, NAME"
    yield from apposed(words, noun + 1, 4.0)
    if (
        lower_at(words, noun + 1) == ","
        and lower_at(words, noun + 3) in cue("doing")
        and is_own(words.text[noun + 2])
    ):
        yield Candidate(words.text[noun + 2], "apposed", 4.9)  # "our method, NAME achieves"
    if words.lower[i] == "our" and _is_doing(words, noun + 1):
        yield Candidate(words.text[noun + 1], "apposed", 4.0)  # "our compiler NAME lowers"
    run = name_run(words, noun + 2) if lower_at(words, noun + 1) == "is" else []
    if run and is_distinctive(run[-1]) and not all_common(run) and lower_at(words, noun + 2 + len(run)) in "(,":
        yield Candidate(" ".join(run), "apposed", 3.5)


def _is_doing(words: Words, i: int) -> bool:
    """Whether a name at ``i`` stands before a verb in the third person."""
    if i + 1 >= len(words.text) or not (is_own(words.text[i]) and is_distinctive(words.text[i])):
        return False
    verb = words.text[i + 1]
    return verb.islower() and verb.isalpha() and verb.endswith("s") and not verb.endswith("ss")
