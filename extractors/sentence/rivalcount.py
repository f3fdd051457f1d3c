"""Counts of the same that a rival has: "with 4 steps it beats the teacher with 50", "one H100 matches two A100s"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS
from extractors.numbers.units import Dimension
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Kind

_STEMS = ("outperform", "surpass", "exceed", "beat", "match", "rival", "compar", "par with", "competitive", " than ")
_EQUALS = (
    rf"\b(?:{BEATS_OR_EQUALS}|"
    r"(?:comparable|comparably|competitive|competitively|on par|compar(?:ed|es|ing))\s(?:to|with)|"
    r"(?:better|worse|faster|slower|higher|lower|stronger|more [\p{L}-]{1,20})\sthan)\s"
)
# the rival, no clause of its own: "the original decoder", "that of open models such as Foobar-2.1"
_RIVAL = (
    r"(?:(?!(?:while|whereas|using|when|by|our|ours|we|it|on|across|over|in|for|under|and\s\p{L}+(?:s|ing))\s)"
    r"[^\s,;:()]{1,40}\s){1,9}"
)
_HEDGES = r"(?:(?:about|around|nearly|roughly|over|up to|more than|a total of|a|an|the)\s|~){0,2}"
_WITH = Ending(
    _EQUALS + _RIVAL + r"(?:with|having|(?:pre-?)?trained\s(?:on|with|for)|"
    r"(?:that|which)\s(?:us|need|requir|tak|retain|keep|consum|hav|has)\p{L}{0,3})\s" + _HEDGES + r"$"
)
_ON_DEVICES = Ending(_EQUALS + _RIVAL + r"(?:on|using)\s" + _HEDGES + r"$")
_THEM = Ending(_EQUALS + _HEDGES + r"$")
_FARTHEST = 130


def counts_what_the_rival_has(s: Situation, draft: Draft, so_far: SoFar) -> bool:
    """Whether the sentence has counted the same of ours before it names the rival, whose count this is."""
    if draft.kind not in (Kind.SCALE, Kind.RESOURCE) or not so_far or not s.says(_STEMS):
        return False
    if s.group[0] != s.group[1]:
        return False  # "outperforms the rivals at 50, 100 and 500 splits": where it was tried
    ours = next((one for one in reversed(so_far[-3:]) if _counts_ours(one, s, draft)), None)
    if ours is None:
        return False
    gap = s.doc.view[ours.quantity.end : s.quantity.start][-_FARTHEST:]
    if _WITH.search(gap):
        return True
    return draft.kind is Kind.RESOURCE and (_ON_DEVICES.search(gap) is not None or _THEM.search(gap) is not None)


def _counts_ours(earlier: Earlier, s: Situation, draft: Draft) -> bool:
    claim = earlier.claim
    same = (claim.kind, claim.unit) == (draft.kind, draft.unit)
    return same and claim.attribution is Attribution.OWN and s.quantity.dimension is not Dimension.NONE
