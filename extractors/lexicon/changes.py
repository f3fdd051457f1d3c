"""Words of change ("3x faster", "a 12% dip") and verbs that take "by <quantity>", from ``changes.toml``."""

from __future__ import annotations

from typing import NamedTuple

from extractors.lexicon.tables import table
from extractors.patterns import Folded, Match
from schemas.vocabulary import Direction, Metric

UP, DOWN = Direction.INCREASE, Direction.DECREASE


class Words(NamedTuple):
    """Words that move a metric one way; ``metric`` is what they move when nothing more exact is said."""

    pattern: str
    direction: Direction
    metric: Metric | None


_FILE = table("changes.toml")
CHANGES, VERBS = (
    tuple(
        Words(
            "|".join(group["words"]),
            Direction(group["direction"]),
            Metric(name) if (name := group.get("metric")) else None,
        )
        for group in _FILE[kind]
    )
    for kind in ("change", "verb")
)
CHANGE_CUE = Folded(
    r"(?<![\p{L}\d-])(?:"
    + "|".join(f"(?P<c{i}>{words.pattern})" for i, words in enumerate(CHANGES))
    + r")(?![\p{L}-])"
)
# "same-scale rivals" has no verb; "--outperforming" and "gains-reducing", where a dash is meant, have one
VERB_CUE = Folded(
    r"(?<![\p{L}\d])(?:(?<!\p{L}-)|(?=\p{L}{3,}ing\b))(?:"
    + "|".join(f"(?P<v{i}>{words.pattern})" for i, words in enumerate(VERBS))
    + r")(?![\p{L}-])"
)


def words_of(cue: Match) -> Words:
    """The words that a match of :data:`CHANGE_CUE` or of :data:`VERB_CUE` is one of."""
    group = cue.lastgroup or ""
    return (CHANGES if group.startswith("c") else VERBS)[int(group[1:])]


OUTPERFORM, UNDERPERFORM = (
    next(words for words, group in zip(VERBS, _FILE["verb"], strict=True) if group.get("name") == name)
    for name in ("outperform", "underperform")
)


def has_verb(text: str) -> bool:
    """Whether a verb of change stands in the text; a name such as "Accelerate" is none."""
    return any(text[match.start()].islower() for match in VERB_CUE.finditer(text))
