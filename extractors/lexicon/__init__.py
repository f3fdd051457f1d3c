"""The words of comparison and measurement: which metric they name, and which way they move it."""

from extractors.lexicon.changes import (
    CHANGE_CUE,
    CHANGES,
    DOWN,
    OUTPERFORM,
    UNDERPERFORM,
    UP,
    VERB_CUE,
    VERBS,
    Words,
    has_verb,
    words_of,
)
from extractors.lexicon.hedges import HEDGES, HEDGES_OR_A
from extractors.lexicon.metrics import (
    METRIC_NAMES,
    METRICS,
    NOT_A_METRIC,
    OPEN_METRIC,
    OPEN_PARTS,
    metrics_beginning_with,
)
from extractors.lexicon.rivals import BEATING, BEATS, BEATS_OR_EQUALS
from extractors.lexicon.undergone import UNDERGO
from extractors.lexicon.unranked import UNRANKED

__all__ = [
    "BEATING",
    "BEATS",
    "BEATS_OR_EQUALS",
    "CHANGES",
    "CHANGE_CUE",
    "DOWN",
    "HEDGES",
    "HEDGES_OR_A",
    "METRICS",
    "METRIC_NAMES",
    "NOT_A_METRIC",
    "OPEN_METRIC",
    "OPEN_PARTS",
    "OUTPERFORM",
    "UNDERGO",
    "UNDERPERFORM",
    "UNRANKED",
    "UP",
    "VERBS",
    "VERB_CUE",
    "Words",
    "has_verb",
    "metrics_beginning_with",
    "words_of",
]
