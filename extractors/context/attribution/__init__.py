"""Whose number it is: the paper's own, its baseline's, or the background's."""

from __future__ import annotations

from extractors.context.attribution.background import has_grown, is_usual, stands_before_own
from extractors.context.attribution.clause import clause_is_of_another, falls_short
from extractors.context.attribution.others import others_do
from extractors.context.attribution.own import first_own_sentence
from extractors.context.attribution.score import score_of_other
from extractors.context.attribution.size import is_size_of_another
from extractors.context.attribution.subject import subject_is_another
from extractors.context.attribution.versus import is_first_of_two, is_set_against
from extractors.situation import Situation
from schemas.vocabulary import Attribution

__all__ = ["find_attribution", "first_own_sentence", "is_set_against", "score_of_other"]


def find_attribution(s: Situation, own_from: int, system: str | None = None) -> Attribution:
    """``own_from`` is the first sentence that speaks of the paper itself; what stands before is background."""
    if s.quantity.pair == "before":
        return Attribution.BASELINE
    if has_grown(s):
        return Attribution.BACKGROUND
    if s.quantity.pair == "after" or is_first_of_two(s):
        return Attribution.OWN
    if is_set_against(s) or is_size_of_another(s) or clause_is_of_another(s, system):
        return Attribution.BASELINE
    if stands_before_own(s, own_from):
        return Attribution.BACKGROUND
    if falls_short(s, system) or others_do(s):
        return Attribution.BASELINE
    if is_usual(s, own_from):
        return Attribution.BACKGROUND
    return Attribution.BASELINE if subject_is_another(s, system) else Attribution.OWN
