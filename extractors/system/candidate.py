"""What a rule that sees a possible name says of it."""

from __future__ import annotations

from dataclasses import dataclass

OF_THE_FIELD = "of the field"  # the rule that sees what many papers call so


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name, the rule that saw it, its weight, and its long form where one is given."""

    name: str
    rule: str
    weight: float
    long_form: str | None = None
