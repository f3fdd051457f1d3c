"""Differences of scores are points, whether the text says so or not: "a margin of 2.3 in F1"."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims.draft import Draft
from extractors.context.change import find_change
from extractors.context.metric import first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import CHANGE_CUE, DOWN, HEDGES, UP, VERB_CUE
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.rulenames import POINTS
from extractors.situation import Situation
from schemas.vocabulary import Direction, Kind, Metric

SCORES = (Metric.ACCURACY, Metric.ERROR)  # the metrics that are counted in points
_OR_MORE = Pattern(r"\s(?:or|and)\s(?:higher|lower|more|less|better|worse|above|below)\b")  # "of 0.8 or higher"
_ALONE = Ending(r"\((?:\p{Lu}[\p{L}\d@-]{1,11}(?:\sof|\s?=|:)?\s?)?$")
_LOSES = Ending(rf"\b(?:los|gain|sacrific|drop|giv|add|shed|cost)\p{{L}}{{0,4}}\s(?:up\s)?{HEDGES}$")
_ADDS = Ending(rf"\b(?:add|contribut|buy)(?:s|es|ed|ing)?\s(?:up\s)?(?:another\s)?{HEDGES}[+]?$")
_AT_A_COST = Ending(rf"\bat\s(?:an?|the)\s(?:small\s|slight\s|minor\s)?cost\sof\s{HEDGES}$")
_IN_A_CASE = Pattern(r"\s(?:[\p{L}\d@-]+\s)?(?:in|on|for|under|at|with)\s(?:the|an?)\s.*")
_CHANGE_NEXT = Pattern(
    r"\s(?:(?:absolute|average|mean|overall|relative|further|additional)\s){0,2}"
    r"(?:(?:improvement|gain|boost|lift|uplift|increase|drop|decline|decrease|margin|lead|advantage)s?\b(?!\s(?:in|of)\b)|"
    r"(?:better|worse|ahead of|higher than|lower than|above|behind)\b)"
)
_CHANGE_IS = Ending(
    r"\b(?:gain|improvement|margin|lead|edge|advantage|boost|drop|gap)s?\s(?:(?:over|to|with|on|against|in)\s[^,;:()]{2,40}\s)?"
    rf"(?:of|is|are|was|were|reach(?:es)?|averag(?:es?|ing))\s{HEDGES}$"
)


def in_points(metric: Metric, direction: Direction) -> Draft:
    """A difference of scores by a bare number."""
    return Draft(Kind.COMPARISON, metric, "pp", "difference of scores", direction)


def as_points(s: Situation) -> Draft | None:
    """A bare number of which the text says what it would say of points: "a margin of 2.3 in F1", "AP goes up 1.9"."""
    if not s.quantity.high % 1 or s.quantity.magnitude or _OR_MORE.match(s.right):
        return None
    if s.quantity.high < 1 and _ALONE.search(s.near_left):
        return None  # "better agreement (0.93 kappa)", "drops on short ones (F1 of 0.62)": the score itself
    behind = first_metric(s.list_right[:40])
    named = last_metric(s.near_left[-60:]) or behind
    if behind is not None and behind.start == 1 and behind.metric in SCORES and _ADDS.search(s.near_left):
        return in_points(behind.metric, UP)  # "a second pass adds 0.8 BLEU"
    pays = _AT_A_COST.search(s.near_left) is not None
    if behind is not None and behind.start == 1 and behind.metric in SCORES and (pays or _LOSES.search(s.near_left)):
        named = behind  # "with fewer parameters than X, but loses only 0.7 BLEU"
    if named is None and not _is_plain_change(s):
        return None
    if named is not None and named.metric is Metric.ACCURACY and _is_near(s):
        return in_points(Metric.ACCURACY, DOWN)
    if named is not None and (named.metric not in SCORES or named.word.lower().endswith("loss")):
        return None  # "the validation loss is 1.9"
    beside = f"{s.list_left[-90:]}|{s.list_right[:50]}"
    if _IN_A_CASE.fullmatch(s.list_right) and not (CHANGE_CUE.search(s.list_left) or VERB_CUE.search(s.list_left)):
        return None  # "0.65 AUC in the higher setting"
    if not (CHANGE_CUE.search(beside) or VERB_CUE.search(beside) or pays):
        return None
    siblings = [_as_if_points(one) if one.dimension is Dimension.NONE else one for one in s.siblings]
    change = find_change(replace(s, quantity=siblings[s.index], siblings=siblings))
    if change is None or change.rule == POINTS or change.metric not in SCORES:
        return None
    return in_points(change.metric, change.direction)


_WITHIN = Ending(rf"\b(?:to\s)?within\s{HEDGES}$")
_OF_ANOTHER = Pattern(r"\s(?:[\p{L}\d@-]+\s){0,3}?(?:of|from)\s(?:the\s|its\s|an?\s)?\p{L}")
_COMES_NEAR = Ending(
    rf"\b(?:match|track|follow|rival|mirror)(?:s|es|ed|ing)?\s[^,;:()]{{2,60}}?\s(?:to\s)?within\s{HEDGES}$"
)


def _is_near(s: Situation) -> bool:
    """ "tracks the dense model within 0.7 mAP", "stays within 0.7 mAP of the dense model"."""
    if _COMES_NEAR.search(s.near_left):
        return True
    return _WITHIN.search(s.near_left) is not None and _OF_ANOTHER.match(s.list_right) is not None


def _is_plain_change(s: Situation) -> bool:
    """ "a 6.8 average boost", "5.7 ahead of Foo", "its margin over Foo is 8.2", in a text about quality."""
    if not s.text_is_about_quality:
        return False
    return _CHANGE_NEXT.match(s.list_right) is not None or _CHANGE_IS.search(s.list_left) is not None


def _as_if_points(quantity: Quantity) -> Quantity:
    return replace(quantity, dimension=Dimension.POINTS, unit="pp")
