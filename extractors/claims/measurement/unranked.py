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
    r"exceed(?:s|ed|ing)?|surpass(?:es|ing)|averag(?:es|ed|ing)|rang(?:es|ed|ing)|attain(?:s|ed)|climb(?:s|ed|ing)?|"
    r"gr[eo]ws?|increas(?:es|ed)|improv(?:es|ed)|gets?|goes|close|approach(?:es|ed)|hovers|sits|stands|about|around|near|nearly|below|above|"
    r"beyond|further|over|up|to|of|at|from|between),?\s){0,5}"
)
# "the fill rate of core fields during set-up exceeds 80%", "adoption among the teams reached 64%"
_OF_WHAT = r"(?:\s(?:of|among|in|across|for)\s[^,;:()\d]{2,60}?)?"
_BEFORE = Ending(rf"\b{UNRANKED}{_OF_WHAT}\s{_REACHES}[(<>≤≥=]?\s?{HEDGES}$", IGNORECASE)
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
    "adoption",
    "penetration",
    "uptake",
    "turnout",
    "participation",
    "engagement",
    "churn",
    "lment",
    "literacy",
    "share",
    "retention",
    "occupancy",
    "crystallin",
    "porosity",
    "moisture",
    "salinity",
    "albedo",
    "opacity",
    "abundance",
    "overlap",
    "asymmetr",
    "reciprocity",
    "imbalance",
    "homophily",
    "automation",
    "differential",
    " rate",
    " ratio",
)


def of_a_quantity(s: Situation) -> Draft | None:
    """ "a 12% prevalence", "gradient sparsity often exceeds 90%"."""
    if not s.says(_PARTS):
        return None
    if _BEHIND.match(s.list_right) or _BEFORE.search(s.list_left[-120:]):
        return measured(s, Metric.OTHER, "percentage of no score")
    return None
