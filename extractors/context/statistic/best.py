"""What the best of several reaches: "the best model solves 40%"."""

from __future__ import annotations

import regex

from extractors.context.statistic.before import BOUND
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

_BEST = ("best", "fastest", "top", "strongest", "highest", "leading", "most", "peak")
_BEST_SUBJECT = regex.compile(
    r"(?<!\b(?:over|than|beyond|(?:compar\p{L}*|relative)\s(?:to|with)|against|of|by|(?:surpass|outperform|beat|identif|find|found|select|discover|pick|choos|locat|"
    r"call|query|invok|exceed|match|improv)\p{L}*)\s)\b(?:the|our|its)\s"
    r"(?:best|top|strongest|highest|leading|(?:single\s)?most\s(?:capable|competitive|accurate|advanced|performant|successful|"
    r"effective|robust|powerful))[-\s](?:(?:performing|scoring|evaluated|tested|ranked)\s)?(?!(?:prior|previous|existing|"
    r"published|known|competing|baseline|other|open)\b)(?:[\p{L}\d][\p{L}\d.-]*\s){0,3}?(?:agent|model|"
    r"system|method|variant|configuration|result|score|LLM|VLM|MLLM|performance|approach(?:e(?=s))?|detector|"
    r"combination|ensemble|candidate|framework|classifier|solver|reasoner|polic(?:y|ie(?=s))|network|predictor|planner|pipeline|strategy|algorithm|setup)s?\b"
    r"(?:\s\([^()]{2,40}\)(?=,?\s\p{L})|\s-{1,3}\s[^;:]{3,70}?\s-{1,3}(?=\s)|"
    r",\s[\p{L}\d. -]{2,70}(?:\s\([^()]{2,40}\))?,)?|"
    r"\b[Ee]ven the (?:best|strongest|top|most \p{L}+)(?:[-\s][\p{L}-]+){1,2}(?=,\s|\s(?:only|just|achiev|reach|"
    r"obtain|scor|attain|solv|gets|fail|in\s|on\s|among\s))(?:\s(?:in|on|among)\s[\p{L}\s-]{3,30})?(?:,[^,]{2,30},)?|"
    r"\b(?:the|our|its|their)\s(?:best|fastest|top|strongest)[-\s]"
    r"(?:(?!(?:baselines?|rivals?|competitors?|prior|previous|existing|published|known|other|competing|tuned)\s)[\p{L}-]+\s){1,2}(?=(?:achiev|reach|attain|deliver|hit|sustain)e?s?\s)|"
    r"\b(?:the|even the) best(?=\s(?:achiev|reach|obtain|scor|attain|solv))",
    regex.IGNORECASE,
)
# "the best variant lifts the score from 40%": what it lifts is not its own
_STARTS_FROM = Pattern(
    r"\b(?:improv|rais|boost|lift|increas|reduc|lower|cut|bring|push|driv)(?:e|es|s|ing)?\b[^;]{2,120}\sfrom\s[^;]{0,60}$"
)
# what the best takes is no extreme of what is taken
_SPENDS = Pattern(
    r",?\s(?:still\s|only\s|also\s)?(?:spends?|spent|costs?|needs?|needed|requires?|required|uses|used|takes|took|consumes?|consumed)\s"
)
_ANOTHER = Pattern(r"[,;]|\b(?:than|over|while|versus|vs|against|of the best)\b")


# "achieves the best recall (R@5 = 0.83)", "human readers (best novice: 71%)"
_BEST_OPENS = Ending(
    r"\b(?:achiev|reach|attain|obtain|deliver|yield|show|giv|hav|ha)(?:e?s|ed|ing|e|d)?\sthe\s(?:best|highest)\s(?:[\p{L}-]+\s){1,3}"
    r"\((?:[\p{L}\d@-]{1,14}(?:\s?[=:]|\sof)?\s)?[~$]?$|\((?:the\s)?(?:best|strongest)\s[^();:,]{2,40}:\s$"
)
# "peaks at 4k steps (0.71)"
_PEAKS_THERE = Ending(r"\bpeak(?:s|ed|ing)\s(?:at|on|with|for|in)\s[^,;:()]{1,40}\s\([~$]?$")
# "the best model reaches 0.31 IoU and 22% recall"
_AND_ANOTHER = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}\d@-]{1,20}\s){0,4}and\s")


def of_the_best(s: Situation) -> Statistic | None:
    """ "the best model solves 40%": what the best of several reaches is the most."""
    if not s.says(_BEST):
        return None
    if _BEST_OPENS.search(s.near_left) or _PEAKS_THERE.search(s.left[-60:]):
        return Statistic.MAX
    alike = s.previous is not None and s.previous.dimension in (s.quantity.dimension, Dimension.PARAMETERS)
    alike = alike or _AND_ANOTHER.fullmatch(s.near_left) is not None
    left = s.left if alike else s.near_left  # "the leading 32B system solves 46%"
    best = _BEST_SUBJECT.search(left)
    if (
        best is None
        or _SPENDS.match(left, best.end())
        or _ANOTHER.search(BOUND.sub("", left.rstrip(" ~$")), best.end())
    ):
        return None
    starts = s.quantity.pair == "before" and _STARTS_FROM.search(left, best.end())
    return None if starts else Statistic.MAX
