"""How much is pruned, masked or dropped: "a sparsity of 80%", "90% sparse"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import SPARSITY
from extractors.situation import Situation
from schemas.vocabulary import Metric

_OF = Ending(
    r"\b(?:density|sparsity|dropping|pruning|skipping|masking|eviction)(?:\s(?:levels?|ratios?|rates?))?\s\("
    + HEDGES
    + r"\s?$|\b(?:sparsity|sparsities|density|(?:pruning|dropout|masking|retention|keep|noise|corruption|missing|"
    r"poisoning|injection|participation)\s(?:ratio|rate|level)s?)(?:\slevels?)?\s(?:of|at|to|is|from|reaching)?\s?"
    + HEDGES
    + r"$",
    IGNORECASE,
)
_SPARSITY = Pattern(
    r"^[\s-]{0,2}(?:[\p{L}-]+\s){0,2}?(?:sparsity|sparse|pruned|pruning|retention|keep ratio|(?:sub-?)?sampling)\b",
    IGNORECASE,
)


# "at a compression ratio of 35%": how much is left out, or how much is left
_COMPRESSED_BY = Ending(
    r"\bcompression\s(?:ratio|rate|level|factor)s?\s(?:(?:of|at|is|was|reaches|between|from|to)\s|\()"
    + HEDGES
    + r"$",
    IGNORECASE,
)


def sparsity_before(s: Situation) -> Draft | None:
    """ "a sparsity of 80%"."""
    if _COMPRESSED_BY.search(s.list_left[-50:]):
        return measured(s, Metric.COMPRESSION, SPARSITY)
    return measured(s, Metric.OTHER, SPARSITY) if _OF.search(s.list_left[-50:]) else None


def sparsity_behind(s: Situation) -> Draft | None:
    """ "90% sparse", "20% retention"."""
    return measured(s, Metric.OTHER, SPARSITY) if _SPARSITY.match(s.list_right) else None
