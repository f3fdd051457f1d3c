"""The names that an abstract may give: each word that a name may stand behind has its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from extractors.system.abstract.acronyms import acronyms, or_short
from extractors.system.abstract.means import COME_OUT, brought_about, comes_out, embodied, met_with
from extractors.system.abstract.named import REFER, named, referred
from extractors.system.abstract.own import OWN, own_method
from extractors.system.abstract.presented import explained, presented
from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.words import Words

Rule = Callable[[Words, int], Iterator[Candidate]]


def abstract_candidates(words: Words) -> Iterator[Candidate]:
    """The names that an abstract may give, in reading order."""
    rules = _rules()
    for i in [i for i, word in enumerate(words.lower) if word in rules]:
        for rule in rules[words.lower[i]]:
            yield from rule(words, i)


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of each word, in the order in which they are tried."""
    groups: tuple[tuple[frozenset[str], Rule], ...] = (
        (cue("present"), presented),
        (cue("explain"), explained),
        (cue("embody"), embodied),
        (cue("bring_about"), brought_about),
        (cue("meet"), met_with),
        (COME_OUT, comes_out),
        (cue("name") | cue("call"), named),
        (REFER, referred),
        (OWN, own_method),
        (frozenset("("), acronyms),
        (frozenset({"or"}), or_short),
    )
    openings = frozenset().union(*(group for group, _ in groups))
    return {word: tuple(rule for group, rule in groups if word in group) for word in openings}
