"""Percents that are a value or a share, not a change: "at a 40% hit rate", "2% of the 7B parameters"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.claims.measurement.failure import is_a_gap
from extractors.claims.measurement.share import is_of_a_mix
from extractors.claims.measurement.utilization import chip_resources
from extractors.context.change.quantity_first.listed import noun_of_next
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UNDERGO
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Kind, Metric

_BY_A = Ending(rf"\bby\san?\s(?:high\s)?{HEDGES}$")
_NO_CHANGE = r"(?!\s(?:gain|improvement|increase|drop|reduction|decrease|boost|decline|loss|margin|difference|gap))"
_A_RATE = Pattern(
    r"\s(?:(?!relative\b|absolute\b)[\p{L}-]{1,20}\s){0,3}?(?:rate|accuracy|recall|precision|utilization|coverage)\b"
    + _NO_CHANGE
)
# ", with 86% detection accuracy": no change is said
_WITH_A = Ending(rf",\s(?:and\s)?with\s(?:an?\s)?{HEDGES}$")
_A_SCORE = Pattern(
    r"\s(?:(?!(?:(?:high|low|bett|few|great|small|larg|fast)er|more|less|relative|absolute|worse|degradation|"
    r"(?:improve|reduc|increas)(?:ment|tion|ed|d)?)\s)[\p{L}-]{1,20}\s){0,3}?"
    r"(?:accuracy|recall|precision|coverage|(?:success|hit|pass)\srate)\b" + _NO_CHANGE
)
# "without losing accuracy (91.4% and 77.7%)"
_KEPT_SCORE = Ending(
    r"\b(?:without|while|whilst|with|at)\s(?:(?!(?:higher|lower|better|improved|increased)\s)[^\s,;:()]+\s){0,4}"
    r"(?:accurac(?:y|ies)|recall|precision|(?:F1(?:[\s-]))?scores?|F1|mAP|AUC)\s\([~$]?$"
)
_HIGH_FOR_A_CHANGE = 50.0  # percent
_A_RATIO = Pattern(r"\s(?:compression|sparsity|retention|keep|masking)\s(?:ratio|rate|level)s?\b")
# "a 60% compressed Tarnet", "the 50% pruned model"
_IS_REDUCED = Pattern(r"\s(?:compressed|pruned|sparsified|sparse)\s(?!than\b)[\p{L}\d]")
# "and only 9% lose more than a quarter": so many of them
_LOSE = Pattern(rf"\s{UNDERGO}\s(?!the\b)")
_UNDER_A = Ending(rf"\bunder\san?\s{HEDGES}$")
_A_BUDGET = Pattern(r"\s(?:[\p{L}-]{1,20}\s){0,2}?budgets?\b")
_OF_THE_NEXT = Pattern(
    r"\sof\s(?:(?:the|its|all|our)\s)?(?:(?:model|network|backbone|base model)(?:'s)?\s)?(?:total\s|original\s)?"
)
_DATA_UNITS = ("tokens", "samples", "examples", "images", "pairs", "h")
_OF_OTHERS = Pattern(r"\s(?:of|used (?:by|in|for)|in)\s(?:the\s)?\p{Lu}")


def is_a_value(s: Situation) -> bool:
    """Whether the percent is itself a rate, a score, a ratio or a budget."""
    return (
        (_BY_A.search(s.near_left) is not None and _A_RATE.match(s.list_right) is not None)
        or (_WITH_A.search(s.near_left) is not None and _A_SCORE.match(s.list_right) is not None)
        or _is_a_kept_score(s)
        or is_a_gap(s)
        or (chip_resources(s) is not None and noun_of_next(s) is None)
        or is_of_a_mix(s)
        or _A_RATIO.match(s.list_right) is not None
        or _IS_REDUCED.match(s.list_right) is not None
        or _LOSE.match(s.right) is not None
        or (_UNDER_A.search(s.near_left) is not None and _A_BUDGET.match(s.list_right) is not None)
    )


def _is_a_kept_score(s: Situation) -> bool:
    high = s.quantity.low >= _HIGH_FOR_A_CHANGE and "(" in s.list_left
    return high and _KEPT_SCORE.search(s.list_left) is not None


def share_of_the_counted(s: Situation) -> Draft | None:
    """ "0.4% of 1.2T tokens of X", "3% of the 7B parameters": what it is a share of is the next quantity."""
    if s.index + 1 == len(s.siblings) or not _OF_THE_NEXT.fullmatch(s.near_right):
        return None
    whole = s.siblings[s.index + 1]
    if whole.dimension is Dimension.PARAMETERS:
        metric = Metric.MODEL_SIZE
    elif whole.unit in _DATA_UNITS and _OF_OTHERS.match(s.doc.view, whole.end, s.sentence.end):
        metric = Metric.DATASET_SIZE
    else:
        return None
    return Draft(Kind.COMPARISON, metric, "%", "share of the counted", DOWN, Form.TO)
