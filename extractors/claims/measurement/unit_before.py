"""Bare numbers whose unit stands before: "a batch size of 64", "tokens per forward pass of 4.6"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_BATCH = Pattern(
    r"\bbatch(?:es)?(?:-size-|-|\s(?=$))$|\bbatch(?:es)?(?:[-\s]?sizes?|\sof(?:\ssize)?)\s(?:(?:to\s)?(?:grows?|"
    r"increases?|rises?|grew|rose)\s)?(?:of|is|was|up to|to|from|between|under|below|above|over|(?:as|so)\s(?:small|"
    r"large|low|high|big)\sas|[=<>≤≥]=?)?\s?(?:up to\s)?\(?$",
    IGNORECASE,
)
_BATCH_NEXT = Pattern(r"(?:\s\p{Ll}+)?\sbatch[\s-]sizes?\b(?!\s(?:reduction|increase|of|from))")  # "a 6k batch size"
# how many answers one prompt gets; of weights that share a scale it is a way of rounding
_GROUP = Ending(r"\b(?:group|rollout|roll-out)\ssizes?\s(?:(?:of|is|was|to|from)\s|=\s?)" + HEDGES + r"$", IGNORECASE)
_ROUNDED = Pattern(r"quanti|\bbits?\b|weight")
_PER_PASS = Ending(
    r"\b(?:tokens\sper\sforward(?:\spass)?(?:\s\(TPF\))?|TPF)(?:\s(?:count|rate))?(?:\s(?:on|for|in)\s[^,;.]{2,40})?"
    r"(?:\s(?:rises|rose|grows|grew|increases|climbs|goes|jumps))?\s(?:of|is|from|to|reaches)\s" + HEDGES + r"$",
    IGNORECASE,
)


def of_unit_before(s: Situation) -> Draft | None:
    """A size of a batch, or how many tokens one pass yields."""
    if s.quantity.in_words or s.quantity.magnitude in ("B", "T"):
        return None
    if _BATCH.search(s.near_left) or _BATCH_NEXT.match(s.list_right):
        return Draft(Kind.SCALE, Metric.BATCH_SIZE, "", "batch size")
    if _GROUP.search(s.near_left) and not _ROUNDED.search(s.sentence_folded):
        return Draft(Kind.SCALE, Metric.BATCH_SIZE, "", "group size")
    if _PER_PASS.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.CAPACITY, "tokens/forward pass", "tokens per pass")
    return None
