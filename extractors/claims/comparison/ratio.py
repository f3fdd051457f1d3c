"""Factors, orders of magnitude, percents and points: "2.4x faster", "30% less memory", "3 points better"."""

from __future__ import annotations

from dataclasses import replace

import regex

from extractors.claims.comparison.again import again
from extractors.claims.comparison.percent import is_a_value, share_of_the_counted
from extractors.claims.comparison.series import next_in_series, next_multiple, of_the_same_noun, of_the_same_verb
from extractors.claims.comparison.sign import signed_bracket, signed_difference
from extractors.claims.draft import Before, Draft, compared
from extractors.context.change import Change, find_change
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.rulenames import POINTS, QUANTITY_AND_CHANGE
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

# "can lead to an underestimation of the cost by up to 60%"
_ESTIMATES = Ending(
    r"\b(?P<way>under|over)-?(?:estimat|stat)\w{1,5}\b[^,;:()]{0,60}\sby\s"
    rf"{HEDGES}$",
    regex.IGNORECASE,
)


_BRACKET = Pattern(r"\s?\([^()]{1,60}\)(?=\s\p{L})")
_NAMED_BEHIND = (QUANTITY_AND_CHANGE, "comparative with a size")
_APPOSED = Ending(r",\s(?:an?|or\san?|which\sis\san?)\s(?:(?:relative|absolute|further)\s|[~+])?$")
_JOINS = Pattern(r"[%\\]{0,2}(?:\s[^,;:()]{2,40})?\)?(?:,\s(?:and\s)?|\sand\s)(?:an?\s)?[~+]?")
_IMPROVED = Pattern(
    r"[%$\\]{0,3}\s(?:relative\s|absolute\s)?(?:improvement|gain|increase|boost|drop|lead|margin)s?\b(?!\sin\b)"
)
_KEEPS_TO = Ending(
    r"\b(?:contain|limit|keep|hold|kept|held|restrict|confine|cap)(?:s|ed|ing)?\s(?:this|that|it|them|these)\s(?:to|at|under|below)\s"
    + HEDGES
    + r"$"
)
# Rules of a change that say so little that what stands before the quantity may say more.
_WEAK = ("bare", "factor of", "points")


def of_ratio(s: Situation, before: Before | None, pair: Before | None) -> Draft | None:
    """What a list, a sign or the words around say has changed; null when the quantity may be a value."""
    percent = s.quantity.dimension is Dimension.PERCENT
    if percent and (alike := of_the_same_verb(s, before)):
        return alike
    if percent and is_a_value(s):
        return None
    if said := _misjudged(s) or ((share_of_the_counted(s) or signed_bracket(s)) if percent else None):
        return said
    if (same := _kept_to(s, before) or again(s, before)) is not None:
        return same
    change = find_change(s)
    if change is None or change.rule.startswith(_WEAK):
        change = _behind_bracket(s) or change
    if change is not None and _is_of_scores(s, before, change):
        wrong = before is not None and before.draft.metric is Metric.ERROR
        return compared(
            s, Metric.ERROR if wrong else Metric.ACCURACY, DOWN if wrong else change.direction, change.rule
        )
    if change is not None and before is not None and _FEWER_STILL.match(s.list_right):
        change = _fewer_still(s, before, change)
    if change is not None and not change.rule.startswith(_WEAK):
        return of_the_same_noun(s, before) or next_multiple(s, before, change) or _as_said(s, change)
    return (
        next_in_series(s, before)
        or of_the_same_verb(s, before)
        or signed_difference(s, change, pair)
        or (_as_said(s, change) if change and not _counts_points(s, change) else None)
    )


_FEWER_STILL = Pattern(r"\sfewer(?:\s(?:on|for|in|at|under|with|across|than)\b|[,.;)])")


def _fewer_still(s: Situation, before: Before, change: Change) -> Change:
    """ "9x fewer steps on A and 3x fewer on B": of the same things."""
    same = before.quantity is s.previous and before.draft.kind is Kind.COMPARISON and before.draft.direction is DOWN
    return replace(change, metric=before.draft.metric) if same and change.metric is Metric.COUNT else change


_A_NOUN = Pattern(
    r"\s(?!(?:above|below|ahead|behind|over|on|in|for|at|to|from|than|and|swing|spread|shift|edge)\b)\p{Ll}{3,}"
)


def _counts_points(s: Situation, change: Change) -> bool:
    """ "may query two points", "an 8-point solver": no word says that they are of a score."""
    if s.quantity.dimension is not Dimension.POINTS or change.rule != POINTS:
        return False
    one = s.doc.view.endswith("point", s.quantity.start, s.quantity.end)
    return s.quantity.in_words or (one and _A_NOUN.match(s.right) is not None)


def _misjudged(s: Situation) -> Draft | None:
    """ "leads to an underestimation of the cost by up to 60%"."""
    estimated = _ESTIMATES.search(s.near_left)
    if estimated is None:
        return None
    direction = DOWN if estimated["way"].lower() == "under" else UP
    return compared(s, Metric.OTHER, direction, "estimate and by")


def _behind_bracket(s: Situation) -> Change | None:
    """ "a 6% (10%) overhead", "30x (9 GB to 300 MB) less traffic": the change is named behind the bracket."""
    bracket = _BRACKET.match(s.doc.view, s.quantity.end, s.sentence.end)
    if bracket is None:
        return None
    inside = sum(other.start < bracket.end() for other in s.siblings[s.index + 1 :])
    whole = replace(s.quantity, end=bracket.end())
    siblings = [*s.siblings[: s.index], whole, *s.siblings[s.index + 1 + inside :]]
    change = find_change(replace(s, quantity=whole, siblings=siblings))
    return change if change is not None and change.rule in _NAMED_BEHIND else None


def _is_of_scores(s: Situation, before: Before | None, change: Change) -> bool:
    """ "80% success vs. 50% for X, a 30% improvement": of the scores that stand right before it."""
    if before is None or s.quantity.dimension is not Dimension.PERCENT:
        return False
    if change.metric not in (Metric.SPEED, Metric.ACCURACY):
        return False
    if _JOINS.fullmatch(s.near_left) and _IMPROVED.match(s.right):
        return before.draft.metric in (
            Metric.ACCURACY,
            Metric.ERROR,
        )  # "12% less error on A (3 vs. 4) and 4% improvement"
    if change.metric is not Metric.SPEED:
        return False
    scores = before.draft.kind is Kind.MEASUREMENT and before.draft.metric is Metric.ACCURACY
    return scores and _APPOSED.search(s.near_left) is not None and _IMPROVED.match(s.right) is not None


def _kept_to(s: Situation, before: Before | None) -> Draft | None:
    """ "A inflates the error 9x, while B holds this to 2x": the same change, only less of it."""
    if before is None or before.draft.kind is not Kind.COMPARISON or not _KEEPS_TO.search(s.near_left):
        return None
    return compared(s, before.draft.metric, before.draft.direction, "kept to", before.draft.form)


_ERROR_POINTS = Pattern(r"\s(?:WER|CER|EER)\spoints?\b")


def _as_said(s: Situation, change: Change) -> Draft:
    points = change.metric is Metric.ACCURACY and s.quantity.dimension is Dimension.POINTS
    if points and _ERROR_POINTS.search(s.doc.view, s.quantity.start, s.quantity.end):  # "ahead by 3 WER points"
        turned = DOWN if change.direction is UP else UP
        return compared(s, Metric.ERROR, turned, change.rule, change.form)
    return compared(s, change.metric, change.direction, change.rule, change.form)
