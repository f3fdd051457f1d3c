"""Gains and losses of a score: "a BLEU increase of 2.1", "a 1.2 F1 gain"."""

from __future__ import annotations

import regex

from extractors.claims.comparison.points import SCORES, in_points
from extractors.claims.draft import Before, Draft
from extractors.context.change import find_change, metric_after
from extractors.context.change.meant import usable
from extractors.context.metric import last_metric
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

# "an average improvement of 3.2", "a BLEU increase of 2.1", "the lead over the teacher is 1.8"
_GAIN_OF = Pattern(
    r"\b(?P<what>improvement|gain|increase|rise|boost|uplift|jump|lift|lead|margin|advantage|edge|win|"
    r"(?P<down>drop|decrease|decline|reduction|dip|penalty|deficit))s?"
    r"(?P<whom>\s(?:over|in|on|against)\s[^,;:()]{2,50})?\s(?:of|is|was|amount(?:s|ed) to|comes to|equals|averages)\s"
    rf"{HEDGES}$"
)
_IN_SCORE = Pattern(r"\sin\s(?:the\s)?(?:[\p{L}-]{1,20}\s)?(?:[Ss]cores?|BLEU|F1|m?AP|m?IoU|SSIM|accuracy)\b")
_GAINED = regex.compile(
    r"\s(?:(?:[\p{L}@\d-]+\s){1,2}|(?=\p{L}+\s(?:in\s|on\s(?:the\s)?\p{Lu})))(?:(?P<down>drop|reduction|decrease)|"
    r"improvement|gain|increase)s?\b|\s(?:(?P<down>lower)|higher)\sin\s(?=\p{Lu})"
)


def gain_of(s: Situation, before: Before | None) -> Draft | None:
    """ "a BLEU increase of 2.1"; where no metric is named, "an improvement of 3.2" of a score before or in a text
    about scores.
    """
    gain = _GAIN_OF.search(s.near_left)
    if gain is None or (gain["what"] == "margin" and not gain["whom"]):
        return None  # "a margin of 0.5" by itself is set, not won
    named = usable(last_metric(s.near_left[max(0, gain.start() - 40) : gain.start()]), s)
    if s.quantity.high % 1:
        named = _of_score(s, named, before)
    if named not in SCORES:
        return None
    praised = named is Metric.ERROR and gain["what"] not in ("increase", "rise", "jump")
    return in_points(named, DOWN if gain["down"] or praised else UP)


def _of_score(s: Situation, named: Metric | None, before: Before | None) -> Metric | None:
    """The score that a decimal is a gain of, by what stands behind it or in the list before it."""
    if _IN_SCORE.match(s.right):
        return Metric.ACCURACY
    if named in SCORES or (named is not None and named is not Metric.SPEED):
        return named
    if before is not None and before.quantity is s.previous and before.draft.metric in SCORES:
        return before.draft.metric  # "scores 71.3, a gain of 2.4"
    return Metric.ACCURACY if s.nothing_about_speed else named


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
