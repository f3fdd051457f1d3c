"""What a kind's rule says of a quantity, before the context is read."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.numbers.quantity import Quantity
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Kind, Metric


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making."""

    kind: Kind
    metric: Metric
    unit: str
    rule: str
    direction: Direction | None = None
    form: Form = Form.BY


@dataclass(frozen=True, slots=True)
class Before:
    """The nearest quantity before in the sentence that is of the same dimension, and what was said of it."""

    quantity: Quantity
    draft: Draft


@dataclass(frozen=True, slots=True)
class NoClaim:
    """Why a quantity is not a claim of any kind."""

    reason: str


Outcome = Draft | NoClaim | None


def measured(s: Situation, metric: Metric, rule: str) -> Draft:
    """A measurement in the unit that the quantity has."""
    return Draft(Kind.MEASUREMENT, metric, s.quantity.unit, rule)


def compared(s: Situation, metric: Metric, direction: Direction | None, rule: str, form: Form = Form.BY) -> Draft:
    """A comparison in the unit that the quantity has."""
    return Draft(Kind.COMPARISON, metric, s.quantity.unit, rule, direction, form)
