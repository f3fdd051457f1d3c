"""What a rule that sees a possible name says of it."""

from __future__ import annotations

from dataclasses import dataclass

POSED, ON_TOP = 3.5, 1.0  # how much less a task that is set, and a part that comes on top, weigh beside another
OF_THE_FIELD = "of the field"  # the rule that sees what many papers call so


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name, the rule that saw it, its weight, and its long form where one is given.

    ``aside``: how much less it weighs beside another.
    """

    name: str
    rule: str
    weight: float
    long_form: str | None = None
    aside: float = 0.0
