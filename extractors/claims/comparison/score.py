"""Bare numbers that say how far scores lie apart: "by 2.1 BLEU", "+1.3", "a gain of 0.8"."""

from __future__ import annotations

from extractors.claims.comparison.gain import gain_behind, gain_of
from extractors.claims.comparison.points import SCORES, as_points, in_points
from extractors.claims.comparison.series import continues
from extractors.claims.comparison.sign import (
    direction_of_sign,
    is_signed,
    is_signed_itself,
    list_is_signed,
    plainly_after,
)
from extractors.claims.draft import Before, Draft, NoClaim, Outcome
from extractors.context.change import find_change
from extractors.context.metric import closing_metric, first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import BEATS, DOWN, HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import NEXT_IN_LIST, NOTHING_NAMED
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_BY_BEFORE = Pattern(
    r"\bby\s(?:up to\s|about\s|around\s|nearly\s|over\s|more than\s|at least\s|roughly\s|approximately\s|"
    r"only\s|an average of\s|an?\s(?:\p{L}+\s){0,2}?|as much as\s|just\s|[~$+(]){0,3}\s{0,2}$",
    IGNORECASE,
)
# "2.6 FID on A, outperforming X by"
_BEATING = Pattern(
    rf"[^,;:()]{{0,60}},\s(?:and\s|thereby\s|thus\s)?(?:{BEATS})\s[^,;:()]{{2,80}}\sby\s{HEDGES}", IGNORECASE
)
_NAME_OPENS = Ending(r"\((?:[\p{L}@\d-]{1,20}[:,]?\s){1,3}$")
_VERSUS = Pattern(r"\s(?:vs\.?|versus|against)\s[~$]?\d")


def difference_of_scores(s: Situation, before: Before | None) -> Outcome:
    """The difference, or null when the number may be of another kind."""
    if s.quantity.high <= 1 and not s.quantity.high % 1 and is_signed(s):
        return NoClaim("a sign in a formula")
    if (opened := _NAME_OPENS.search(s.near_left)) and (_VERSUS.match(s.right) or _is_told(s, opened[0])):
        return None  # "better calibrated (coverage 0.96 vs. 0.84)", "better samples (FID 2.3)": a value
    if _is_value_before_difference(s):
        return None
    if s.near_left.rstrip(" $-").endswith("="):
        return None  # "no difference in quality (AUC=0.48)": a value
    return (
        _by_or_signed(s, before)
        or gain_of(s, before)
        or gain_behind(s)
        or _next_difference(s, before)
        or as_points(s)
    )


def _is_told(s: Situation, opened: str) -> bool:
    """ "(FID 2.3)": the name of a score and its value, and nothing else in the bracket."""
    return s.right.startswith(")") and closing_metric(opened[1:].rstrip(" :,")) is not None and not is_signed(s)


_LEVEL_OF = Ending(
    r"(?<!\bby\s)\b(?:of|is|was|reach(?:es|ed|ing)?|scor(?:es|ed|ing)|achiev(?:es|ed|ing)|attain(?:s|ed|ing)?|at)\s"
    + HEDGES
    + r"$"
)
_DIFFERS = Pattern(r"\s(?:better|worse|higher|lower|above|below|ahead|behind|more|less)\b")


def _is_value_before_difference(s: Situation) -> bool:
    """ "with a score of 92.6, 1.3 better than X": the score, then how far they lie apart."""
    following = s.following
    if following is None or s.near_right != ", " or following.high >= s.quantity.low:
        return False
    return _DIFFERS.match(s.doc.view, following.end) is not None and _LEVEL_OF.search(s.near_left) is not None


def _by_or_signed(s: Situation, before: Before | None) -> Draft | None:
    """ "outperforms X by 2.1", "BLEU (+1.3)": after "by" or a sign, where a score is named."""
    signed = list_is_signed(s)
    if not signed and not _BY_BEFORE.search(s.list_left):
        return None
    change = find_change(s)
    if not signed and (change is None or change.metric not in SCORES):
        return None
    own = plainly_after(s) if signed else None  # "(+4.1 RMSE)"
    if change is None:
        lost = last_metric(s.left[-160:])
        return in_points(_score(own or (lost.metric if lost else Metric.ACCURACY)), direction_of_sign(s))
    if own is None and change.rule == NOTHING_NAMED and _is_of_an_error(s, before):
        return in_points(Metric.ERROR, DOWN)
    metric = _score(own or change.metric)
    told = signed and is_signed_itself(s) and (metric is Metric.ACCURACY or direction_of_sign(s) is DOWN)
    return in_points(metric, direction_of_sign(s) if told else change.direction)


def _is_of_an_error(s: Situation, before: Before | None) -> bool:
    """ "attains an FID of 2.1, outperforming X by 3.4": of the score right before it, which is better when lower."""
    if before is None or before.draft.kind is not Kind.MEASUREMENT or before.quantity is not s.previous:
        return False
    return (
        before.draft.metric is Metric.ERROR
        and before.draft.unit == ""
        and _BEATING.fullmatch(s.near_left) is not None
    )


def _score(metric: Metric) -> Metric:
    return metric if metric is Metric.ERROR else Metric.ACCURACY


_ARTICLE_LAST = Ending(r"\san?\s$")


def _next_difference(s: Situation, before: Before | None) -> Draft | None:
    """ "by 2.1 on A and 1.4 on B": the second is another difference."""
    if before is None or before.quantity is not s.previous or before.draft.kind is not Kind.COMPARISON:
        return None
    if before.draft.unit not in ("pp", "%") or not continues(s, before):
        return None
    if before.draft.unit == "%" and _ARTICLE_LAST.search(s.near_left) and first_metric(s.list_right[:30]) is not None:
        return None  # "a 7% perplexity increase, and a 0.61 F1": the score itself
    return Draft(Kind.COMPARISON, before.draft.metric, "pp", NEXT_IN_LIST, before.draft.direction)
