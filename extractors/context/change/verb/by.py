"""A verb and by how much: "reduces memory by 61%", "throughput is improved by 2x"."""

from __future__ import annotations

import regex

from extractors.context.change.made import Change
from extractors.context.change.verb.governed import governed
from extractors.context.change.words import FILLER
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.quantity import Quantity
from extractors.patterns import Folded, Pattern
from extractors.situation import Situation

_A_CHANGE = r"(?:an? (?:[\p{L}-]+ ){0,2}(?:improvement|gain|reduction|increase) of" + FILLER + r")?"
# "by wide margins of 3%", "by a large margin (3%)"
_A_MARGIN = r"(?:(?:[\p{L}-]+\s){0,2}margins?\s(?:of\b|\()" + FILLER + r")?"
BY = Folded(r"\bby" + FILLER + _A_CHANGE + _A_MARGIN + r"$")
# "reduces compute up to 3x" means by; "raises accuracy up to 95%" does not.
_UP_TO = regex.compile(
    r"(?<=(?<![\p{L}-])(?:reduc|lower|cut|decreas|enhanc|boost|improv|accelerat|sav|outperform|shrink|speed)"
    r"(?:es|s|e|ed|ing|ts|ting)?\s(?!to\b|by\b)(?:(?!\b(?:achiev|reach|attain|get))[^,;.]){2,70})"
    r"\sup\s?to\s(?:a\s(?:[\p{L}-]+\s)?margin\sof\s)?[~$]?\s?$",
    regex.IGNORECASE,
)
# "boosts the accuracy of 4% compared to X": means by too
_OF = regex.compile(
    r"(?<=\b(?:improv|enhanc|boost|increas|rais|lift|reduc|lower|decreas|shorten)(?:es|s|ed|ing)\s(?:(?:the|its|their)\s)?"
    r"(?:[\p{L}-]{2,20}\s){0,2}[\p{L}-]{2,20})\sof\s" + HEDGES + r"$",
    regex.IGNORECASE,
)
_AGAINST = Pattern(r"\s(?:compared|over|relative|with respect|in comparison|against)\s")
_DONE_BY = Ending(r"(?<!\b(?:reduc|improv|increas|decreas|lower|boost|exceed|enhanc))ed\sby\s" + HEDGES + r"$")
_OF_PEOPLE = Pattern(r"\sof\s(?:the\s|all\s)?(?:[\p{L}-]+\s){0,2}\p{Ll}+s\b")


# "cuts latency by 70% under limited communication and by 30% under load": where the first holds names no metric, nor
# does what it is set against
_UNDER_WHAT = Pattern(
    r"[%$\\]{0,3},?\s(?:under|on|in|for|at|with|over|across|versus|vs\.?|against|relative\sto|compared\s(?:to|with))\s"
    r"[^,;:()]{2,60},?\sand\sby\s" + HEDGES
)
# "drops by 0.2% with 3x compression and by 0.9% with 8x": the same verb again
_WITH_SO_MUCH = Pattern(r"[%$\\]{0,3}\s(?:under|at|with|for|using)\s(?:an?\s)?" + HEDGES)
_AND_BY = Pattern(r"(?:\s[\p{L}-]+){0,2},?\sand\sby\s" + HEDGES)


def verb_and_by(s: Situation) -> Change | None:
    """ "reduces memory by 61%", "throughput is improved by 2x", "outperforms X by 3%"."""
    left = s.list_left if s.group[0] != s.index and not BY.search(s.near_left) else s.near_left
    start = s.doc.view[s.sentence.start : s.quantity.start]
    by = BY.search(left) or _UP_TO.search(left) or (_OF.search(left) if _AGAINST.match(s.list_right) else None)
    if by is None or (_DONE_BY.search(s.near_left) and _OF_PEOPLE.match(s.near_right)):
        return None  # "used by 87% of companies"
    # The verb may stand before an earlier quantity: "improves A by 2x in X and by 3x in Y".
    head = start[: len(start) - (len(left) - by.start())] if left and start.endswith(left) else left[: by.start()]
    if s.previous is not None and _UNDER_WHAT.fullmatch(s.near_left):
        head = BY.sub("", s.doc.view[s.sentence.start : s.previous.start])
    elif (first := _by_before(s)) is not None:
        head = BY.sub("", s.doc.view[s.sentence.start : first.start])
    return governed(s, head, "verb and by")


def _by_before(s: Situation) -> Quantity | None:
    """The value that the verb took before, where only how much of something it held for stands between."""
    if s.index < 2 or _AND_BY.fullmatch(s.near_left) is None:
        return None
    first, held = s.siblings[s.index - 2], s.siblings[s.index - 1]
    again = first.unit == s.quantity.unit and _WITH_SO_MUCH.fullmatch(s.doc.view, first.end, held.start)
    return first if again and BY.search(s.doc.view[s.sentence.start : first.start]) else None
