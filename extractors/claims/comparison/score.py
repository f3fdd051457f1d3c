"""Bare numbers that say how far scores lie apart: "by 2.1 BLEU", "+1.3", "5.2 F1 higher", "gains 0.8 mAP"."""

from __future__ import annotations

from extractors.claims.comparison.gain import gain_behind, gain_of, gains_or_loses
from extractors.claims.comparison.points import SCORE_NAMED, SCORES, as_points, in_points
from extractors.claims.comparison.series import continues
from extractors.claims.comparison.sign import direction_of_sign, is_signed, list_is_signed
from extractors.claims.draft import Before, Draft, NoClaim, Outcome
from extractors.context.change import find_change
from extractors.context.metric import last_metric
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import NEXT_IN_LIST
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_BY_BEFORE = Pattern(
    r"\bby\s(?:up to\s|about\s|around\s|nearly\s|over\s|more than\s|at least\s|roughly\s|approximately\s|"
    r"only\s|an average of\s|an?\s(?:\p{L}+\s){0,2}?|as much as\s|just\s|[~$+(]){0,3}\s{0,2}$",
    IGNORECASE,
)
_ABOVE = Pattern(
    r"\s(?:(?P<up>above|ahead of|higher than|over)|below|behind|short of|lower than)\s(?:the|its|that|our|\p{Lu})"
)
_COMMA_BEFORE = Pattern(rf",\s{HEDGES}$")
_SCORE_AFTER = Pattern(
    r"^\s{0,2}(?:(?:in|on|for)\s[^,;.]{0,40})?"
    r"(?:BLEU|ROUGE|F1|CIDEr|mAP|AP\b|PSNR|scores?|METEOR|accuracy|FID|Elo|points?|recall|NDCG)",
    IGNORECASE,
)
# "scores 5.2 BLEU higher than", "stands 1.8 mAP above the best", "2.1 higher F1"
_SCORE_COMPARED = Pattern(
    r"\s(?:(?P<name>(?:BLEU|ROUGE(?:-\w)?|chrF|F1|CIDEr|m?AP\d*|m?IoU|PSNR|METEOR|Elo|NDCG|"
    r"EM|AUC|ACC|BERTScore|COMET|(?P<error>FID|FVD|WER|CER|PPL|MAE|RMSE|perplexity))(?:@\d+)?(?:\spoints?)?)\s"
    r"(?P<what>higher|lower|better|worse|above|below|ahead\sof|behind|more|less)\b|"
    r"(?P<before>higher|lower|better|worse)\s(?:average\s|mean\s)?(?:BLEU|ROUGE|chrF|F1|CIDEr|m?AP\d*|m?IoU|PSNR|"
    r"METEOR|Elo|NDCG|AUC|(?P<wrong>FID|FVD|WER|CER|PPL|MAE|RMSE|perplexity))\b)"
)
_LESS = ("lower", "worse", "below", "behind", "less")


def difference_of_scores(s: Situation, before: Before | None) -> Outcome:
    """The difference, or null when the number may be of another kind."""
    if (compared := _compared_by_name(s)) is not None:
        return compared
    if s.quantity.high <= 1 and not s.quantity.high % 1 and is_signed(s):
        return NoClaim("a sign in a formula")
    if s.near_left.rstrip(" $-").endswith("="):
        return None  # "no difference in quality (AUC=0.48)": a value
    return (
        _by_or_signed(s)
        or gain_of(s, before)
        or gains_or_loses(s)
        or _above_another(s, before)
        or gain_behind(s)
        or _next_difference(s, before)
        or as_points(s)
    )


def _compared_by_name(s: Situation) -> Draft | None:
    """ "scores 5.2 BLEU higher", "1.8 lower FID": the score is named beside the comparative."""
    match = _SCORE_COMPARED.match(s.right)
    if match is None:
        return None
    word = match["what"] or match["before"]
    metric = Metric.ERROR if match["error"] or match["wrong"] else Metric.ACCURACY
    praised = {"better": "lower", "worse": "higher"}.get(word, word) if metric is Metric.ERROR else word
    return in_points(metric, DOWN if praised in _LESS else UP)


def _by_or_signed(s: Situation) -> Draft | None:
    """ "outperforms X by 2.1", "BLEU (+1.3)": after "by" or a sign, where a score is named."""
    signed = list_is_signed(s)
    if not signed and not _BY_BEFORE.search(s.list_left):
        return None
    change = find_change(s)
    if not (signed or (change is not None and change.metric in SCORES) or _SCORE_AFTER.match(s.list_right)):
        return None
    if change is None:
        lost = last_metric(s.left[-160:])
        return in_points(_score(lost.metric if lost else Metric.ACCURACY), direction_of_sign(s))
    own = SCORE_NAMED.match(s.list_right)
    if own is not None and own["error"] and change.metric is not Metric.ERROR:
        return in_points(Metric.ERROR, DOWN)
    return in_points(_score(change.metric), change.direction)


def _score(metric: Metric) -> Metric:
    return metric if metric is Metric.ERROR else Metric.ACCURACY


def _above_another(s: Situation, before: Before | None) -> Draft | None:
    """ "reaches 63.2 on X, 5.1 above the strongest model"."""
    place = _ABOVE.match(s.right) if s.quantity.high % 1 and _COMMA_BEFORE.search(s.near_left) else None
    if place is None or before is None or before.quantity is not s.previous:
        return None
    if before.draft.kind is not Kind.MEASUREMENT or before.draft.metric not in SCORES:
        return None
    return in_points(before.draft.metric, UP if place["up"] else DOWN)


def _next_difference(s: Situation, before: Before | None) -> Draft | None:
    """ "by 2.1 on A and 1.4 on B": the second is another difference."""
    if before is None or before.quantity is not s.previous or before.draft.kind is not Kind.COMPARISON:
        return None
    if before.draft.unit not in ("pp", "%") or not continues(s, before):
        return None
    return Draft(Kind.COMPARISON, before.draft.metric, "pp", NEXT_IN_LIST, before.draft.direction)
