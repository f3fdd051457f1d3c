"""Gains and losses of a score: "a BLEU increase of 2.1", "gains 5.1 on CodeBench", "loses 0.4 chrF"."""

from __future__ import annotations

import regex

from extractors.claims.comparison.points import SCORE_NAMED, SCORES, in_points
from extractors.claims.draft import Draft
from extractors.context.change import find_change, metric_after
from extractors.context.change.common import usable
from extractors.context.metric import last_metric
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_GAIN_OF = Pattern(  # "an average improvement of 3.2", "a BLEU increase of 2.1"
    r"\b(?P<what>improvement|gain|increase|rise|boost|drop|decrease|decline|reduction)s?\sof\s"
    rf"{HEDGES}$"
)
# "gains 5.1 on CodeBench"
_GAINS = Pattern(rf"\bgain(?:s|ed|ing)?\s{HEDGES}$")
_IN_SCORE = Pattern(r"\sin\s(?:the\s)?(?:[\p{L}-]{1,20}\s)?(?:[Ss]cores?|BLEU|F1|m?AP|m?IoU|SSIM|accuracy)\b")
_GAINS_OR_LOSES = Pattern(
    r"\b(?:gain|improv|add|(?P<down>los|drop|sacrific))(?:e|s|es|ed|t|ing|ping|ped)?\s"
    r"(?:(?:about|over|up to|only|just|nearly|an (?:average|extra) of)\s|[~+]){0,2}$"
)
_ON_NAME = Pattern(r"\son\s(?:the\s)?\p{Lu}")
_GAINED = regex.compile(
    r"\s(?:(?:[\p{L}@\d-]+\s){1,2}|(?=\p{L}+\s(?:in\s|on\s(?:the\s)?\p{Lu})))(?:(?P<down>drop|reduction|decrease)|"
    r"improvement|gain|increase)s?\b|\s(?:(?P<down>lower)|higher)\sin\s(?=\p{Lu})"
)


def gain_of(s: Situation) -> Draft | None:
    """ "a BLEU increase of 2.1"; where no metric is named, "an improvement of 3.2" in a text about scores."""
    gain = _GAIN_OF.search(s.near_left)
    if gain is None:
        return None
    named = usable(last_metric(s.near_left[max(0, gain.start() - 40) : gain.start()]), s)
    if s.quantity.high % 1 and (_IN_SCORE.match(s.right) or (named is None and s.nothing_about_speed)):
        named = Metric.ACCURACY
    if named not in SCORES:
        return None
    up = gain["what"] in ("improvement", "gain", "boost", "increase", "rise")
    praised = named is Metric.ERROR and gain["what"] in ("improvement", "gain")
    return in_points(named, UP if up and not praised else DOWN)


def gains_or_loses(s: Situation) -> Draft | None:
    """ "gains 5.1 on CodeBench", "improves 1.7 mAP", "loses 0.4 chrF"."""
    if _GAINS.search(s.near_left) and _ON_NAME.match(s.list_right):
        return in_points(Metric.ACCURACY, UP)
    verb = _GAINS_OR_LOSES.search(s.near_left)
    score = SCORE_NAMED.match(s.list_right) if verb else None
    if verb is None or score is None or not s.quantity.high % 1:
        return None
    metric = Metric.ERROR if score["error"] else Metric.ACCURACY
    return in_points(metric, DOWN if verb["down"] is not None or metric is Metric.ERROR else UP)


def gain_behind(s: Situation) -> Draft | None:
    """ "a 1.2 F1 gain", "3.1 higher in F1"."""
    gained = _GAINED.match(s.right)
    if gained is None:
        return None
    metric = metric_after(s) or Metric.ACCURACY
    if metric not in SCORES or find_change(s) is None:
        return None
    praised = metric is Metric.ERROR and "increase" not in gained[0]
    return in_points(metric, DOWN if gained["down"] is not None or praised else UP)
