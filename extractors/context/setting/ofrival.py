"""Names of rivals behind their values: in "71% on A, compared with 60% for B and 64% for C" neither is a setting."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from extractors.context.setting.phrases import Phrase
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_PARTS = ("compared", "comparison", "versus", "vs", "against", "relative to")
_LEADS = Ending(
    r"\b(?:compared\s(?:to|with)|in\scomparison\s(?:to|with)|versus|vs\.?|against|relative\sto)\s"
    rf"(?:(?:an?\s)?(?:[\p{{L}}@-]{{1,20}}\s){{0,3}}of\s)?{HEDGES_OR_A}[~$]{{0,2}}$",
    IGNORECASE,
)
# "surpassing A (", "ahead of A (72%), B (70%), and C ("
_IN_BRACKET = Ending(
    rf"\b(?:{BEATS_OR_EQUALS}|ahead\sof|better\sthan|higher\sthan|above|over)\s(?:both\s|the\s)?"
    r"(?:\p{Lu}[^\s,;:()]*(?:\s[^\s,;:()]{1,20}){0,3}\s\([~$]{0,2}[\d.]{1,6}[\\%$]{0,3}\)(?:,\s(?:and\s)?|\s(?:and|or)\s)){0,5}"
    r"\p{Lu}[^\s,;:()]*(?:\s(?!(?:on|in|for)\b)[^\s,;:()]{1,20}){0,3}\s\([~$]{0,2}$"
)
_OF_WHOM = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}\d@-]{1,20}\s){0,2}?(?:for|by|with|from|using)\s")
_THEN_ANOTHER = Pattern(
    r"[%$\\]{0,3}\s(?:[\p{L}\d@-]{1,20}\s){0,2}?(?:for|by|with|from|using)\s[^,;:()]{1,60}?(?:,\s(?:and\s)?|\sand\s)"
    rf"{HEDGES_OR_A}[~$]{{0,2}}"
)
_IN_A_LIST = Pattern(r"[%$\\]{0,3}(?:,\s(?:and\s)?|\sand\s|/)[~$]{0,2}")
_MOST_RIVALS = 8
_PREP = Pattern(r"\b(?P<prep>on|in|across|over|under|at|for|by|with|using|from|of|when|to)\s", IGNORECASE)
_PLACES = frozenset({"on", "in", "across", "over", "under", "at"})
_END = attrgetter("end")


def is_behind_a_rival(s: Situation, phrase: Phrase) -> bool:
    """Whether a phrase names the rival that the value before it, one of another list than this, is of."""
    if not s.says(_PARTS):
        return False
    index = bisect_right(s.siblings, phrase.at, key=_END) - 1
    first, last = s.group
    if index < 0 or first <= index <= last or not _OF_WHOM.fullmatch(s.doc.view, s.siblings[index].end, phrase.start):
        return False
    return is_of_a_rival(s, index)


def is_of_a_rival(s: Situation, index: int) -> bool:
    """Whether words of comparison lead to a value of the sentence that names whose it is, or to one listed before."""
    for place in range(index, max(-1, index - _MOST_RIVALS), -1):
        start = s.siblings[place - 1].end if place else s.sentence.start
        gap = s.doc.view[max(start, s.siblings[place].start - 90) : s.siblings[place].start]
        if _LEADS.search(gap):
            return not gap.startswith(" vs") or not s.doc.view.endswith("(", 0, s.siblings[place - 1].start)
        if not (place and (_THEN_ANOTHER.fullmatch(gap) or _IN_A_LIST.fullmatch(gap))):
            return False
    return False


def names_its_rival(s: Situation) -> bool:
    """ "compared with 60% for B": whether the value is a rival's that is named behind it."""
    return s.says(_PARTS) and _OF_WHOM.match(s.list_right) is not None and is_of_a_rival(s, s.index)


def is_in_its_bracket(s: Situation) -> bool:
    """ "surpassing A (72%) and B (70%)": whether the value stands in the bracket behind a rival."""
    return s.near_left.endswith(("(", "($", "(~")) and _IN_BRACKET.search(s.left) is not None


def is_where(s: Situation, setting: str) -> bool:
    """Whether a setting that was found before is a place ("on A"), not what the paper's own does ("with B")."""
    at = s.left.rfind(setting)
    preps = [*_PREP.finditer(s.left, max(0, at - 60), at)] if at >= 0 else []
    if not preps or preps[-1]["prep"].lower() not in _PLACES:
        return False
    between = s.left[preps[-1].end() : at]
    in_list = s.group[0] < s.group[1]
    return ")" not in between and (in_list or "," not in between)


# "71%, | above the | 69% of others"
_SET_AGAINST = Pattern(rf"\b(?:compared\s(?:to|with)|versus|vs|against|above|than|{BEATS_OR_EQUALS})\b")


def is_set_against_one(s: Situation, at: int) -> bool:
    """ "A reaches 71%, above the 69% of others": whether the value is set against one behind the verb at ``at``."""
    first = s.group[0]
    before = s.siblings[first - 1] if first else None
    if before is None or before.start < at:
        return False
    return _SET_AGAINST.search(s.doc.view, before.end, s.siblings[first].start) is not None
