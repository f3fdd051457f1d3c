"""What every way of wording a change makes: a metric and where it moved."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.lexicon import DOWN, UP
from extractors.patterns import IGNORECASE, Pattern
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_PRAISE = Pattern(r"improv|gain|boost|better|enhanc|advant|superior|uplift|optimi", IGNORECASE)
_BLAME = Pattern(r"worse|degrad|penalty|deteriorat|inferior", IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """A metric and where it moved; ``rule`` names the wording that was found."""

    metric: Metric
    direction: Direction
    form: Form
    rule: str


def settle(metric: Metric, direction: Direction, word: str, rule: str, form: Form = Form.BY) -> Change:
    """An improvement of what is better when lower is a reduction of it."""
    praise = _PRAISE.match(word)
    if praise and metric.polarity is Polarity.LOWER:
        direction = DOWN
    blame = _BLAME.match(word)
    if blame and metric.polarity is Polarity.LOWER:
        direction = UP
    if metric.polarity is Polarity.HIGHER and word.lower().startswith("overhead"):
        direction = DOWN
    return Change(metric, direction, form, rule)
