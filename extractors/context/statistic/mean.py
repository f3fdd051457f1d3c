"""Means told apart from their value: "averaged over the tasks, it reaches 81%", "the mean share from 4% to 5%"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

_MEANS = ("averag", "mean")  # no mean of several without


def mean_of_several(s: Situation) -> Statistic | None:
    """ "averaged over the tasks, X reaches 5%", "the mean share from 4% to 5%"."""
    return _mean(s) if s.says(_MEANS) else None


_WHEN_AVERAGED = Pattern(r"(?:,?\srespectively)?,?\s(?:when\s)?averaged\s(?:across|over)\b")
_OPENING_MEAN = Pattern(
    r"(?:^|^For (?:instance|example),\s|[;:]\s)"
    r"(?:(?:on average|(?:on|in)\s(?P<geo>geo(?:metric)?[\s-]?)mean)"
    r"(?:\s(?:across|over|for|in|on)\s[^,;:()]{2,60})?,|"
    r"(?:macro-|micro-)?averag(?:ed|ing) (?:over|across) "
    r"(?:[^,;:()]{2,60},|"
    r"[^,;:()]{2,40}?(?=\s(?:the|our|we|it)\s)))\s[^;:]{0,150}$",
    IGNORECASE,
)
_AND_BY_MEAN = Pattern(  # "by an average of 3% over the first, and by 7% over the second"
    r"\bby\s(?:an?\s)?(?:average|mean)(?:\sof)?\s[^;:]{2,90}?\sand\sby\s[-+]?$", IGNORECASE
)
_MEAN_OF_SEVERAL = tuple(
    Pattern(
        rf"\b(?P<geo>geo(?:metric)?[\s-]?)?(?:average|mean)\s(?!iou|squared?|absolute|average|reciprocal|intersection|opinion|precision(?!\sand\b)){rest}$",
        IGNORECASE,
    )
    for rest in (
        # "the average share from 48% to 60% on the first and from 44% to 58% on the second"
        r"(?:(?!\b(?:from|and|while)\b)[^,;:]){2,80}?\sfrom\s(?:[^,;:()\s]{1,12}\sto\s[^,;:()]{1,40}?\sand\sfrom\s)?"
        r"(?:[^,;:()\s]{1,12}\sto\s)?",
        # "mean speedups of 6x on the first, 5x on the second, and 2x on the third"
        r"(?:\p{L}+\s){1,2}of\s(?:up to\s)?(?:[^\s,;]{1,12}\s(?:on|for|in)\s[^,;:()]{2,40}"
        r"(?:,\s(?:and\s)?|\sand\s)){1,4}",
        # "an average score of 43 on the first, surpassing others such as the second (38)"
        r"(?:\p{L}+\s){1,3}of\s[\d.]+%?[^;:]{0,50}?,?\s(?:(?:surpass|outperform|exceed|beat)ing|compared (?:to|with)|"
        r"competitive with|versus)\s[^,;:()]{2,60}\(",
        # "the average F1 and recall by 2%", "average scores over the second by 4 points"
        r"(?:(?!from\b|and\b)[\p{L}\d@-]+\s){1,5}(?:and|over)\s"
        r"(?:(?!while\b|(?:improv|reduc|increas|lower|rais|boost|cut)\p{L}*\s)[\p{L}\d@.-]+\s){1,4}by\s" + HEDGES,
        # "an average line and branch coverage of 83%"
        r"(?:(?!(?:from|and|of|by|while)\b)[\p{L}\d@-]+\s){1,4}and\s(?!(?:an?|the)\s)"
        r"(?:(?!(?:of|and|by)\b)[\p{L}\d@-]+\s){1,3}of\s" + HEDGES,
        # "the best mean share of good hours, reaching 85%"
        r"(?:[\p{L}-]+\s){0,3}[\p{L}-]+,\s(?:reach|achiev|attain)ing\s" + HEDGES,
    )
)

# "the average recall, precision and F1 of 71%, 80% and 75%", "the mean scores for A, B and C were ..."
_OF_EACH_NAME = Ending(
    r"\b(?P<geo>geo(?:metric)?[\s-]?)?(?:average|mean)\s(?!iou|squared?|absolute|average|reciprocal|intersection|opinion)"
    r"(?:(?!(?:and|or|of|by|while|with|from|to|is|are|was|were)\s)[\p{L}\d@-]{1,20}\s?){1,5}"
    r"(?:,\s(?:(?!(?:and|or|of|by|while|with)\s)[\p{L}\d@-]{1,20}\s?){1,4}){1,4},?\sand\s(?:[\p{L}\d@-]{1,20}\s){1,4}"
    r"(?:of|is|are|was|were|by)\s" + HEDGES + r"$",
    IGNORECASE,
)


def _mean(s: Situation) -> Statistic | None:
    if _WHEN_AVERAGED.match(s.list_right) or _AND_BY_MEAN.search(s.left):
        return Statistic.MEAN
    if s.group[0] != s.group[1] and (each := _OF_EACH_NAME.search(s.before_list[-160:])):
        return Statistic.GEOMEAN if each["geo"] else Statistic.MEAN
    for pattern in (_OPENING_MEAN, *_MEAN_OF_SEVERAL):
        if mean := pattern.search(s.left):
            return Statistic.GEOMEAN if mean["geo"] else Statistic.MEAN
    return None
