"""Names of two that are set against each other: "(Disk: 40 ms vs. Flash: 9 ms)"."""

from __future__ import annotations

from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation

_VERSUS = ("vs", "versus")
_LEADS = Ending(r"(?:\(|\s(?:vs\.?|versus)\s)(?P<name>\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)?):?\s[~$]?$")
_LEADS_NEXT = Pattern(r"[\s%]{0,2}(?:vs\.?|versus)\s\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)?:?\s[~$]?")


def name_of_each(s: Situation) -> Span | None:
    """ "(disks 40 ms vs. flash 9 ms)": the names before the two, capitalised."""
    own = _LEADS.search(s.near_left) if s.says(_VERSUS) else None
    if own is None or of_a_measure(own["name"]):
        return None
    first = _LEADS_NEXT.fullmatch(s.near_right)
    if first is None and (s.previous is None or not _LEADS_NEXT.fullmatch(s.near_left)):
        return None
    if first is None and not _LEADS.search(s.doc.view[s.sentence.start : s.previous.start] if s.previous else ""):
        return None
    start = s.quantity.start - len(s.near_left)
    return start + own.start("name"), start + own.end("name")
