"""Percentages of what has a value but no better: "a 12% prevalence", "gradient sparsity often exceeds 90%"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.endings import Ending
from extractors.lexicon import HEDGES, UNRANKED
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_HEAD_ENDS = (
    r"(?=\s?[.,;:()]|$|\s(?:of|in|on|for|at|with|by|from|under|over|across|among|between|and|or|while|when|which|that|"
    r"is|was)\b)"
)
_MODIFIERS = r"(?:(?!(?:of|in|on|for|at|with|by|from|to|and|or|than|accuracy)\b)[\p{L}-]+\s){0,2}?"
_BEHIND = Pattern(rf"[%$\\]{{0,3}}\s{_MODIFIERS}{UNRANKED}{_HEAD_ENDS}", IGNORECASE)
_REACHES = (
    r"(?:(?:consistently|frequently|often|typically|always|also|still|very|high|low|can|may|as|around|even|is|are|was|"
    r"were|be|stays?|remains?|remained|reach(?:es|ed|ing)?|ris(?:es|ing)|rose|falls?|fell|drops?|dropped|"
    r"exceed(?:s|ed|ing)?|surpass(?:es|ing)|averag(?:es|ed|ing)|rang(?:es|ed|ing)|up|to|of|at|from|between),?\s){0,5}"
)
_BEFORE = Ending(rf"\b{UNRANKED}\s{_REACHES}[(<>≤≥=]?\s?{HEDGES}$", IGNORECASE)
_PARTS = (
    "sparsit",
    "prevalence",
    "incidence",
    "disparit",
    "frequenc",
    "densit",
    "entrop",
    "dispersion",
    "redundanc",
    "turnover",
    "humidity",
    "of variation",
    "on investment",
    " rate",
    " ratio",
)


def of_a_quantity(s: Situation) -> Draft | None:
    """ "a 12% prevalence", "gradient sparsity often exceeds 90%"."""
    if not s.says(_PARTS):
        return None
    if _BEHIND.match(s.list_right) or _BEFORE.search(s.list_left[-90:]):
        return measured(s, Metric.OTHER, "percentage of no score")
    return None
