"""Whose number it is: the paper's own, its baseline's, or the background's."""

from __future__ import annotations

from dataclasses import replace

from extractors.context.attribution.background import is_usual, stands_before_own
from extractors.context.attribution.beside import is_brought_to
from extractors.context.attribution.clause import clause_is_of_another
from extractors.context.attribution.others import others_do
from extractors.context.attribution.own import first_own_sentence
from extractors.context.attribution.score import score_of_other
from extractors.context.attribution.size import is_size_of_another
from extractors.context.attribution.subject import subject_is_another
from extractors.context.attribution.versus import is_first_of_two, is_set_against
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Attribution

__all__ = ["find_attribution", "first_own_sentence", "score_of_other"]


def find_attribution(s: Situation, own_from: int, system: str | None = None) -> Attribution:
    """``own_from`` is the first sentence that speaks of the paper itself; what stands before is background."""
    if s.quantity.pair == "before":
        return Attribution.BASELINE
    if s.quantity.pair == "after" or is_brought_to(s) or is_first_of_two(s):
        return Attribution.OWN
    if is_set_against(s) or is_size_of_another(s) or clause_is_of_another(s, system):
        return Attribution.BASELINE
    if stands_before_own(s, own_from):
        return Attribution.BACKGROUND
    if others_do(s):
        return Attribution.BASELINE
    if is_usual(s, own_from):
        return Attribution.BACKGROUND
    theirs = subject_is_another(s, system) or _is_size_in_subject(s, system)
    return Attribution.BASELINE if theirs else Attribution.OWN


_REACHES = Pattern(
    r"[\p{L}\d\s.+/()-]{0,40}?\s(?:(?:can|could|would|only|still|already)\s){0,2}(?:reach|achiev|attain|obtain|scor|get|need|"
    r"requir|tak|us|run|stay|remain|yield|manag|answer|solv)(?:s|es|e|ed)?\s(?:[\p{L}-]+\s){0,3}~?"
)


def _is_size_in_subject(s: Situation, system: str | None) -> bool:
    """ "a 340M rival reaches 88%, our 60M student 87%": the size of the one whose value follows, which is another."""
    if s.quantity.dimension is not Dimension.PARAMETERS or s.index + 1 >= len(s.siblings):
        return False
    value = s.siblings[s.index + 1]
    if value.dimension is Dimension.PARAMETERS or not _REACHES.fullmatch(s.near_right):
        return False
    of_value = replace(s, quantity=value, index=s.index + 1)
    return clause_is_of_another(of_value, system) or subject_is_another(of_value, system)
