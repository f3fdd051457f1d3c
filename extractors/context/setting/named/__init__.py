"""Settings that are named right beside the value: "A (75%)", "A: 75%", "75% (A)", "on A from 1 to 2"."""

from __future__ import annotations

from extractors.context.setting.named.before import name_before
from extractors.context.setting.named.behind import name_behind
from extractors.context.setting.named.each import before_each
from extractors.context.setting.named.row import name_of_row
from extractors.context.setting.named.scope import scope_of_bracket, scope_of_pair
from extractors.context.setting.named.score import name_of_score
from extractors.context.setting.named.versus import name_of_each
from extractors.context.setting.span import Span
from extractors.situation import Situation

__all__ = ["in_brackets"]

_STEPS = (
    name_behind,
    name_of_score,
    name_of_each,
    before_each,
    scope_of_bracket,
    scope_of_pair,
    name_before,
    name_of_row,
)


def in_brackets(s: Situation) -> Span | None:
    """The name or scope that a bracket, a colon or the word for a score ties to the value; the first wins."""
    return next((span for step in _STEPS if (span := step(s)) is not None), None)
