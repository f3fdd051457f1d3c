"""As many names in the sentence before: "We run A, B and C. They take 3 s, 4 s and 9 s, respectively"."""

from __future__ import annotations

from extractors.context.pairing.parts import PAIRED_BEHIND, TOLD
from extractors.context.pairing.respective import are_of_their_own, pair_elsewhere
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation

_NAME = (
    r"(?!(?:We|It|They|This|These|Our|The|On|In|For|With|Both|To|At|By|From|As|Using|While|When|Here|However)\b)"
    r"\p{Lu}[^\s,;:().]*(?:\.\d[^\s,;:().]*)?(?:\s[\p{Lu}\d][^\s,;:().]{0,24}){0,3}"
)
_NAMES = Pattern(rf"(?<![\p{{L}}\d-]){_NAME}(?:,\s{_NAME}){{0,5}},?\sand\s(?:the\s)?{_NAME}")
_JOINT = Pattern(r",\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?")
_OF_RIVALS = Ending(
    r"\b(?:over|than|against|versus|compared\s(?:to|with)|like|unlike|outperform\p{L}*|surpass\p{L}*|exceed\p{L}*|beat\p{L}*)\s"
    r"(?:both\s|the\s|baselines?\s|such\sas\s){0,3}$"
)


def listed_earlier(s: Situation) -> Span | None:
    """The name of the sentence before, where this sentence has no list beside that of its values."""
    first, last = s.group
    if first == last or not s.sentence.index or not s.says(TOLD) or " and " in s.before_list:
        return None
    if PAIRED_BEHIND.match(s.list_right) is None or are_of_their_own(s) or pair_elsewhere(s):
        return None
    earlier = s.doc.sentences[s.sentence.index - 1]
    lists = [_members(s.doc.view, *found.span()) for found in _NAMES.finditer(s.doc.view, earlier.start, earlier.end)]
    alike = [names for names in lists if len(names) == last - first + 1]
    if len(alike) != 1 or _OF_RIVALS.search(s.doc.view, earlier.start, alike[0][0][0]):
        return None
    if any(of_a_measure(s.doc.view[slice(*name)]) for name in alike[0]):
        return None
    return alike[0][s.index - first]


def _members(view: str, start: int, end: int) -> list[Span]:
    joints = [joint.span() for joint in _JOINT.finditer(view, start, end)]
    return [*zip([start, *(stop for _, stop in joints)], [*(at for at, _ in joints), end], strict=True)]
