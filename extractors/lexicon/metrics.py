"""The names of metrics, from ``metrics.toml``, and which of them may begin with some letters."""

from __future__ import annotations

import re
from functools import lru_cache, reduce

import regex

from extractors.lexicon.tables import table
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded
from schemas.vocabulary import Metric

# The first entry that matches at a place wins.
METRICS: tuple[tuple[Metric, str], ...] = tuple(
    (Metric(name), "|".join(patterns)) for name, patterns in table("metrics.toml").items()
)
# How the open names of metrics begin, with any word: "sorting time", "frames per second", "prefix reuse"; and what a
# text has to have, folded, to hold one.
_ANY = (
    r"\p{L}{2,}(?:ing|[st]ion|sis|ment|[sv]al|ery|view|ance)",
    r"\p{L}+ per",
    r"(?:\p{L}+[-\s])?",
    r"(?:\p{L}+-){1,3}",
)
OPEN_METRIC = re.compile(
    r"(?:ing|[st]ion|sis|ment|[sv]al|ery|view|ance)[-\s]time| per (?:second|minute|hour|day)| reuse"
)
OPEN_PARTS = ("time", " per ", " reuse")  # one of them is in each

NamedMetrics = tuple[tuple[Metric, Pattern], ...]
METRIC_NAMES: NamedMetrics = tuple(
    (metric, Pattern(rf"(?<![\p{{L}}\d-])(?:{pattern})(?!\p{{L}})", IGNORECASE)) for metric, pattern in METRICS
)
# The same for a look at the first letters alone: what stands before is out of sight, and the open names are left out.
_LOOK_BEHIND = Pattern(r"\(\?<[=!][^()]*\)")
_BEGINNINGS = {
    named: regex.compile(
        _LOOK_BEHIND.sub("", reduce(lambda rest, any_word: rest.replace(any_word, "(?!)"), _ANY, pattern)),
        regex.IGNORECASE,
    )
    for named, (_, pattern) in zip(METRIC_NAMES, METRICS, strict=True)
}


@lru_cache(maxsize=1 << 15)
def metrics_beginning_with(letters: str) -> NamedMetrics:
    """The metrics with a name that may begin with some letters, those that begin with any word left out."""
    letters = folded(letters)
    tried = metrics_beginning_with(letters[:-1]) if len(letters) > 1 else METRIC_NAMES
    return tuple(named for named in tried if _BEGINNINGS[named].match(letters, partial=True))


# "memory-intensive workloads" names no metric of the claim.
NOT_A_METRIC = Pattern(
    r"-?\s?(?:intensive|bound|limited|constrained|aware|friendly|hungry|optimal|sensitive|critical|heavy|"
    r"oriented|centric|"
    r"localization|detection|correction|attribution|identification|based|efficient|driven|guided|"
    r"preserving|compatible|wise|management|modules?\b|layers?\b|blocks?\b|algorithms?\b|frameworks?\b|"
    r"techniques?\b|managers?\b|controllers?\b|predictors?\b|intensit(?:y|ies)\b|"
    r"model(?:s|ing)?\b(?! size)|"
    r"wall\b|agnostic|free\b|profile|optimized|saving(?!s)|varian(?:ce|ces)\b|variabilit(?:y|ies))"
    r"(?![\p{L}])",
    IGNORECASE,
)
