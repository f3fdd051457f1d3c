"""Percentages that are an error: "12% invalid outputs", "misses 4%", "a 4% gap"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_WRONG_ONES = Pattern(
    r"\s(?:invalid|incorrect|wrong|erroneous|failed|spurious|broken|hallucinated|unsafe)\s\p{Ll}+s\b"
)
_FAILS = Pattern(
    r"\b(?:fail|miss|misclassif|mislabel|overlook|hallucinat|misread|break|corrupt|regress|harm)\p{L}*\s(?:[\p{L}-]+\s){0,3}$"
)
# "loses 0.1% of packets", "4% of the flows miss their deadline"
_LOSES = Ending(rf"\b(?:los(?:es?|ing)|lost|miss(?:es|ed|ing)?)\s(?:{HEDGES}|<)$")
_SENT = Pattern(
    r"[%$\\]{0,3}\sof\s(?:(?:the|all|its)\s)?(?:[\p{L}-]+\s)?(?:packets|messages|datagrams|deadlines|updates|events|requests)\b"
)
_TOO_LATE = Pattern(
    r"[%$\\]{0,3}\sof\s(?:(?:the|all|its)\s)?(?:[\p{L}-]+\s){0,2}?\p{Ll}+s\s(?:(?:still|only|then)\s)?"
    r"(?:tim(?:e|ed)\sout|fail(?:ed)?|crash(?:ed)?|diverged?|"
    r"(?:are|were|get|go|went)\s(?:lost|dropped|wrong|incorrect|invalid|erroneous|corrupt(?:ed)?|misclassified)|(?:miss|violat|exceed|overrun|fail\sto\smeet)(?:e|ed)?\s(?:(?:the|their|its|an?)\s)?"
    r"(?:[\p{L}-]+\s){0,2}?(?:deadlines?|SLOs?|SLAs?|time\slimits?))\b"
)
_GAP_FROM = Pattern(r"\bgaps?\s(?:[^,;]{1,40}\s)?from\s" + HEDGES + r"$")
_REACHES_A = Ending(
    rf"\b(?:attain|reach|achiev|obtain|yield|leav|with|at|find)(?:s|es|e|ed|ing)?\s(?:an?\s)?(?:[\p{{L}}-]+\s)?{HEDGES}$"
)
_A_GAP = Pattern(
    r"\s(?:(?:optimality|average|mean|relative|MIP|duality)\s)?gaps?\b(?!\s(?:to|between|over|with|from|closure|reduction|in)\b)"
)


# "cuts gate bypasses from 15% to 1%": what is cut down, and has no metric's name, is no success
_CUTS_DOWN = Pattern(
    r"\b(?:(?:reduc|decreas|suppress|mitigat|curb|shrink|slash|halv|lower)(?:es?|s|ed|ing)?|cut(?:s|ting)?|"
    r"(?:reduction|decrease)s?\s(?:in|of))\s(?P<what>[^;:]{0,60}?\p{Ll}{4,}[^;:]{0,40}?),?\sfrom\s" + HEDGES + r"$"
)


def cut_down(s: Situation) -> Draft | None:
    """ "cuts gate bypasses from 15% to 1%": where no metric is named at all."""
    cut = _CUTS_DOWN.search(s.near_left) if s.quantity.pair == "before" or s.quantity.high != s.quantity.low else None
    return None if cut is None or metric_cues(cut["what"]) else measured(s, Metric.ERROR, "share that fails")


def wrong_ones(s: Situation) -> Draft | None:
    """ "12% invalid outputs"."""
    return measured(s, Metric.ERROR, "share that fails") if _WRONG_ONES.match(s.list_right) else None


def lost_or_late(s: Situation) -> Draft | None:
    """ "loses 0.1% of packets", "4% of the flows miss their deadline"."""
    if (_LOSES.search(s.near_left) and _SENT.match(s.right)) or _TOO_LATE.match(s.right):
        return measured(s, Metric.ERROR, "share that fails")
    return None


def fails(s: Situation) -> bool:
    """ "fails on 12% of the tasks"."""
    return _FAILS.search(s.near_left) is not None


def is_a_gap(s: Situation) -> bool:
    """ "attains a 4% gap": a value, no change."""
    return _A_GAP.match(s.list_right) is not None and _REACHES_A.search(s.near_left) is not None


def inaccuracy(s: Situation) -> Draft | None:
    """ "narrows the gap from 9% to 4%", "attains a 4% gap"."""
    gap = s.quantity.pair == "before" and _GAP_FROM.search(s.near_left)
    return measured(s, Metric.ERROR, "percentage of a metric") if gap or is_a_gap(s) else None
