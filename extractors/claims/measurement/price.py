"""Prices without a sign of money: "it costs 0.04 per page", "reads them at 0.04 per page"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.decimal_score import is_decimal
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_COSTS = Ending(rf"\b(?:(?:costs?|costing|cost|prices?|fees?)(?:\s(?:of|is|was))?|priced\sat)\s{HEDGES}$")
_AT = Ending(rf"\bat\s{HEDGES}$")
_PER_ONE = Pattern(r"\s(?:per|for\seach)\s(?!cent\b)\p{Ll}{3,}\b")
_PER_THING = Pattern(
    r"\s(?:per|for\seach)\s(?:instance|quer(?:y|ies)|task|sample|example|image|photo|question|page|document|item|run|call|request|user|"
    r"episode|paper|label|annotation|problem|report|video|record|answer|conversation|patient|test|scan)\b"
)


def price(s: Situation) -> Draft | None:
    """What one of a kind costs."""
    if s.quantity.pair or not _PER_ONE.match(s.right):
        return None
    asked = _COSTS.search(s.near_left) or (is_decimal(s) and _AT.search(s.near_left) and _PER_THING.match(s.right))
    return measured(s, Metric.COST, "price of one") if asked else None
