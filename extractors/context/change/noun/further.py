"""A change of a change: "the gains increase to 8%"."""

from __future__ import annotations

from extractors.context.change.made import Change, settle
from extractors.context.change.meant import usable
from extractors.context.change.noun.named import of_unnamed
from extractors.context.metric import last_metric
from extractors.lexicon import CHANGE_CUE, UP, words_of
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_STILL_CHANGE = Pattern(
    r"\b(?P<noun>gains?|lead|margin|improvements?|increases?|speed-?ups?|reductions?|savings?)\b(?!\s"
    r"(?:rate|ratio|share|fraction)\b)[^,;.]{0,30}?\b(?:increas|climb|grow|grew|ris|rose|reach|rang|vary|var|"
    r"extend|drop|fall|shrink|are|is|was|were|remain)\w*\s(?:(?:from|to|up to|between|at|as high as|over|above|"
    r"about|around)\s){1,2}[~$+(]{0,2}\s?$",
    IGNORECASE,
)


def change_of_a_change(s: Situation) -> Change | None:
    """ "the gains increase to 8%": still a change of the metric."""
    match = _STILL_CHANGE.search(s.list_left)
    if match is None:
        return None
    cue = CHANGE_CUE.match(match["noun"])
    _, direction, default = words_of(cue) if cue else ("", UP, None)  # a lead, a margin
    named = last_metric(s.list_left[max(0, match.start() - 40) : match.start()])
    metric = default or usable(named, s) or of_unnamed(s, direction)
    return settle(metric, direction, match["noun"], "change of a change")
