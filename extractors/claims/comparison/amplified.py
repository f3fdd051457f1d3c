"""A ratio that is itself the value: "write amplification exceeds 12x", "an oversubscription of 4x"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE
from extractors.situation import Situation
from schemas.vocabulary import Metric

_NOUNS = ("amplification", "oversubscription", "over-subscription")
_VALUE = Ending(
    r"\b(?:amplification|over-?subscription)\s(?:(?:factor|ratio|level)s?\s)?"
    r"(?:(?:can|may|might|will|often|frequently|"
    r"typically|usually|sometimes|then|even|still|already|easily|only)\s){0,3}"
    r"(?:(?:reach|exceed|surpass|top|hit|pass|approach|average|stay|remain|fall|drop|rise|grow|climb)(?:e?s|e?d|ped|ping|ing)?\s|"
    rf"is\s|are\s|was\s|were\s|of\s|fell\s|rose\s|grew\s)(?:(?:to|at|below|under|above|beyond|as\shigh\sas)\s)?{HEDGES}$",
    IGNORECASE,
)
_LOWERED_TO = Ending(
    r"\b(?:amplification|over-?subscription)\s(?:(?:factor|ratio|level)s?\s)?(?:from\s[^,;:()]{1,20}\s)?(?:down\s)?to\s"
    rf"{HEDGES}$",
    IGNORECASE,
)


def amplified(s: Situation) -> Draft | None:
    """Such a ratio has a value in times, which says nothing of a change."""
    if not s.says(_NOUNS) or not (_VALUE.search(s.near_left) or _LOWERED_TO.search(s.near_left)):
        return None
    return measured(s, Metric.OTHER, "a ratio that has a value")
