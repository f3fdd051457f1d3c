"""What bounds a value; "up to 2x faster decoding and a 30% shorter start": the first bound holds for both."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.qualifier import carries_over, find_qualifier
from extractors.patterns import Pattern
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.vocabulary import Kind, Qualifier

# "up to 2x faster decoding, a 30% shorter start and 40% less memory"
_JOINED = Pattern(
    r"(?:\s(?!(?:and|by|while|at|with|for|on|over|than|across|under|in|of)\s)[\p{L}\d@-]{1,40}){1,5}"
    r"(?:\s(?:in|of)(?:\s[\p{L}-]{1,40}){1,3})?,?\s(?:and\s)?(?:an?\s)?"
)


def read(s: Situation, draft: Draft, so_far: SoFar) -> Qualifier:
    """The value's own qualifier, else that of the comparison next to it where it reaches so far."""
    own = find_qualifier(s)
    if own is not Qualifier.EXACT or not so_far or not _are_joined(so_far[-1], s, draft):
        return own
    before = so_far[-1].claim.qualifier
    return before if carries_over(s, before) else own


def _are_joined(earlier: Earlier, s: Situation, draft: Draft) -> bool:
    """Whether two comparisons are told in one breath, of the same dimension or with no more than a noun between."""
    both = draft.kind is Kind.COMPARISON and earlier.claim.kind is Kind.COMPARISON
    if not both or not earlier.stands_next_to(s):
        return False
    return earlier.quantity.dimension is s.quantity.dimension or _JOINED.fullmatch(s.near_left) is not None
