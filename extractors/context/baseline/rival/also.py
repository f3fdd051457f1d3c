"""A rival after the first, with a value of its own: "outperforms A by 2x, and B by 3x"."""

from __future__ import annotations

import regex

from extractors.context.baseline.rival.wins import WINNING, WINNING_OR_IMPROVING
from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.lexicon import HEDGES_OR_A
from extractors.patterns import Pattern
from extractors.situation import Situation

_IMPROVES_ON = Pattern(r"\bimprov(?:es|e|ed|ing)\s(?:(?:up)?on|over)\s")
ALSO_BY = regex.compile(
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?)?\s?,?\s(?:and|as well as)\s(?:(?:up)?on\s|over\s)?(?P<np>[^,;]{2,70}?)\sby\s|"
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?|\s?\([^()]{1,30}\)?)?\s?,\s"
    r"(?P<np>(?-i:\p{L}*\p{Lu}|\p{Ll}+\d)[^,;()]{1,40}?)\sby\s|"
    r"^\s?,\s(?P<np>(?!\p{L}+ing\b)(?-i:\p{Ll})[\p{L}\d._+-]*(?:\s(?!\p{L}+ing\b)[\p{L}\d._+-]+)?)\sby\s",
    regex.IGNORECASE,
)
_ON = Pattern(r"\s(?:and|as well as)\son\s$")
_IN_WHAT_BY = Pattern(r"\sin\s[^,;()]{2,40}\sby\s")
# "surpasses X by 1% while reducing A by 90% and b by 85%"
_ALSO_REDUCES = Pattern(
    r"\b(?:while|and|,)\s(?:also\s|\p{L}+ly\s)?"
    r"(?:reduc|cut|lower|decreas|sav|improv|increas|boost|rais)(?:t?ing|e?s)\s[^;]{2,120}$"
)


def also(s: Situation) -> tuple[int, int] | None:
    """ "outperforms A by 2x, and B by 3x"."""
    if _AFTER_ITS_OWN.fullmatch(s.near_left) and (beaten := _with_its_own(s)):
        return beaten
    match = ALSO_BY.match(s.list_left)
    if match is None or not (WINNING.search(s.left) or _IMPROVES_ON.search(s.left)):
        return None
    if _ON.search(s.list_left, 0, match.start("np")) and not _IMPROVES_ON.search(s.left):
        return None  # "beats X on A by 3% and on B by 4%"
    if match["np"][0].islower() and (_IN_WHAT_BY.search(s.left) or _ALSO_REDUCES.search(s.left)):
        return None  # "beats X in goodput by 2x, fairness by 3x"
    start = s.siblings[s.group[0]].start - len(s.list_left)
    span = noun_phrase(s.doc.view, start + match.start("np"), start + match.end("np"))
    if span is None or WINNING_OR_IMPROVING.search(match["np"]):  # "matches A and also beats B by 2x"
        return None
    return None if metric_cues(s.doc.view[slice(*span)]) else span


_AFTER_ITS_OWN = Pattern(rf"[^()]{{0,24}}\)\sby\s{HEDGES_OR_A}")
_AND_BRACKET = Pattern(r"(?:,|\sand|\sas well as)\s(?P<np>(?!and\s)[\p{L}\d][^,;()]{0,50}?)\s\([^()]{0,20}$")


def _with_its_own(s: Situation) -> tuple[int, int] | None:
    """ "beats A (41 s) by 22% and B (36 s) by 9%": the rival before the bracket with its own value."""
    end = s.previous.start if s.previous else s.sentence.start
    start = max(s.sentence.start, end - 110)
    named = _AND_BRACKET.search(s.doc.view[start:end])
    if named is None or WINNING_OR_IMPROVING.search(named["np"]) or not WINNING.search(s.left):
        return None
    return start + named.start("np"), start + named.end("np")
