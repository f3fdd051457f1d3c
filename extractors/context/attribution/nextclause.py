"""A rival that does the like in a clause beside that of the paper's own: "ours reaches 91%; Corvid stalls at 45%"."""

from __future__ import annotations

from extractors.context.attribution.own import is_another, is_system
from extractors.context.attribution.subject import names_device
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation

_JOINTS = ("; ", " and ")
_LIKE = (
    r"(?:reach|achiev|attain|obtain|scor|get|need|requir|tak|took|run|us|consum|cost|serv|deliver|sustain|manag|yield|solv|"
    r"resolv|train|finish|start|incur|spend|draw|occup|hold|answer)(?:e?s|ied|ies|ed|t|s|e|y)?"
)
_LESS = (
    r"(?:stall|stop|saturat|plateau|stagnat|hover|peak|top|fall|fell|drop|collaps|remain|stay|stuck|lag|trail|fail|struggl)"
    r"(?:e?s|p?ed|e)?"
)
_NAME = r"\p{Lu}[\p{L}\d+.-]*(?:\s(?!and\b)[\p{L}\d+.-]+){0,2}?|[\p{Ll}\d]+\p{Lu}[\p{L}\d+.-]*"
_THEN = Ending(
    rf"(?P<joint>;\s(?:and\s|but\s)?|,\s(?:and|but)\s|\sand\s)(?:(?:by|in)\s(?:contrast|comparison),\s)?"
    rf"(?P<who>(?:(?:the\s)?(?:{_NAME})(?:,\s(?:{_NAME})){{0,3}}(?:,?\sand\s(?:{_NAME}))?|an?\s(?:[\p{{L}}\d-]+\s){{0,3}}?[\p{{L}}\d-]+))\s"
    rf"(?:(?:only|still|both|all|each|already)\s)?(?P<verb>{_LIKE}|(?P<less>{_LESS}))\s(?:[\p{{L}}-]+\s){{0,4}}[~$]?$"
)
_OURS = Pattern(
    r"(?:^|[,;:]\s|\bthat\s)(?P<who>ours|we|it|(?:our|the\sproposed)(?:\s[\p{L}\d+.-]+){1,3}?|\p{L}[\p{L}\d+.-]*(?:\s[\p{L}\d+.-]+){0,2}?)"
    rf"\s(?:\p{{L}}+ly\s)?{_LIKE}\s[^;]{{0,240}}?\d",
    IGNORECASE,
)
_SAYS_OURS = Pattern(r"(?:ours?|we|it|the\sproposed)\b", IGNORECASE)
_OF_OURS = Pattern(
    r"\b(?:variant|version|ablation|stage|mode|module|step|second|larger|smaller|further|single|new|novel)s?\b"
)
_WITH_OURS = Pattern(r"[^;.]{0,40}\bour\b")  # "and Corvid reaches 85% with our prompt"
_FAR = 120  # characters
_LONGEST = 240  # characters of a clause


def rival_is_next(s: Situation, system: str | None) -> bool:
    """Whether the clause of the value says of a rival what the clause before says of the paper's own."""
    if not s.group[0] or not s.says(_JOINTS):
        return False
    left = s.before_list
    then = _THEN.search(left[-_FAR:])
    if then is None or not is_another(then["who"], system) or _is_of_ours(then["who"]) or not _agrees(then):
        return False
    at = max(0, len(left) - _FAR) + then.start()
    before = left[:at]
    known = any(q.dimension is s.quantity.dimension for q in s.siblings[: s.group[0]])
    if then["who"].startswith(("a ", "an ")) and not then["joint"].startswith(";"):
        return False
    if names_device(s, at) or _WITH_OURS.match(s.near_right):
        return False
    ours = _OURS.search(before, max(0, at - 2 * _LONGEST))
    if ours is None or not (_SAYS_OURS.match(ours["who"]) or is_system(ours["who"], system)):
        return False
    return known or (then["less"] is not None and then["joint"].startswith(";"))


def _is_of_ours(who: str) -> bool:
    return _OF_OURS.search(who) is not None or bool(metric_cues(who))


def _agrees(then: Match) -> bool:
    """Whether the verb is one of its subject: not "a score of 73 and an overall score of 84"."""
    return then["verb"].endswith(("s", "ed", "took")) or " and " in then["who"]
