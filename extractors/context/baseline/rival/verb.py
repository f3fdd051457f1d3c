"""The last verb of a kind before the value, and the phrase that is its object: "outperforms X by 2x"."""

from __future__ import annotations

import regex

from extractors.context.baseline.phrases import with_data
from extractors.context.phrase import noun_phrase
from extractors.context.phrase.shapes import ITEM
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_AS_AGAINST = Pattern(r"\s(?:vs\.?|versus)\s")


def last_of(s: Situation, verb: Pattern | regex.Pattern[str]) -> Match | None:
    """The last such verb; none for "loses to X (1.2x vs. 1.6x)", where the second is that of X."""
    if _AS_AGAINST.match(s.near_left):
        return None
    found = None
    for match in verb.finditer(s.doc.view, s.sentence.start, s.quantity.start):
        found = match
    if found and (_is_of_another_item(s, found) or _leaves_a_bracket(s, found)):
        return None
    return found


def _leaves_a_bracket(s: Situation, verb: Match) -> bool:
    """ "(on A, beating X by 5%), while the speed rises by 18%": what a bracket says is not of what stands behind."""
    before, behind = s.doc.view[s.sentence.start : verb.start()], s.doc.view[verb.start() : s.quantity.start]
    return before.count("(") > before.count(")") and behind.count(")") > behind.count("(")


def _is_of_another_item(s: Situation, verb: Match) -> bool:
    """ "(i) it rivals X, (ii) it drops by 4%": the rival of one item is not that of the next."""
    return (
        ITEM.search(s.doc.view, verb.end(), s.quantity.start) is not None
        and ITEM.search(s.doc.view, s.sentence.start, verb.start()) is not None
    )


def object_of(s: Situation, verb: Match | None, name: str = "np") -> tuple[int, int] | None:
    """The phrase that the group ``name`` begins with."""
    return _phrase(s, *verb.span(name)) if verb else None


def objects_of(s: Situation, verb: Match | None) -> tuple[int, int] | None:
    """The object, or a list of them: "beats A, B and C by 3%"."""
    if verb is None:
        return None
    listed = s.doc.view[verb.end("np")] == ","
    return _phrase(s, verb.start("np"), s.siblings[s.group[0]].start if listed else verb.end("np"))


def _phrase(s: Situation, start: int, end: int) -> tuple[int, int] | None:
    span = noun_phrase(s.doc.view, start, end)
    return with_data(s.doc.view, span, s.sentence.end) if span else None
