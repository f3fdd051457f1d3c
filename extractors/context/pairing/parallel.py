"""Values that stand in turn though more than a comma parts them: "71% (+3) and 64% (+2)", "3 mm in A and 8% in B"."""

from __future__ import annotations

from extractors.context.pairing.members import Members
from extractors.lexicon import HEDGES_OR_A
from extractors.patterns import Pattern
from extractors.situation import Situation

_WORD = (
    r"(?!(?:on|for|at|under|across|over|than|with|from|to|while|whereas|but|which|that|compared|versus|vs)\b)"
    r"[\p{L}\d@][\p{L}\d@*/-]*"
)
_WORDS = rf"(?:\s?{_WORD}){{0,6}}(?:\s\([^()\d]{{1,12}}\))?(?:\s{_WORD}){{0,2}}"  # "in Mean Joint Error (MJE)"
_SIGNS = r"[~$+<>-]{0,3}"
_NEXT = Pattern(
    rf"[%$\\]{{0,3}}(?:\spoints?|\spp)?\)?{_WORDS}(?:,\s(?:and\s)?|\sand\s)(?:{_WORD}\s){{0,4}}?{HEDGES_OR_A}{_SIGNS}"
)
# what is said of the value before: "71% mAP (+3%)", "36.8/0.95"
_ASIDE = Pattern(rf"[%$\\]{{0,3}}(?:(?:\s{_WORD}){{0,3}}\s?\(\s?|\s?/\s?){HEDGES_OR_A}{_SIGNS}")
_LONGEST = 16  # values to either side


def parallel(s: Situation) -> Members | None:
    """The values that stand in turn, each with those that are said of it in a bracket; null when it is but one."""
    if s.quantity.pair:
        return None
    first = last = s.index
    before: list[bool] = []
    while first and s.index - first < _LONGEST and (begins := _begins(s, first)) is not None:
        before.append(begins)
        first -= 1
    behind: list[bool] = []
    while last + 1 < len(s.siblings) and last - s.index < _LONGEST and (begins := _begins(s, last + 1)) is not None:
        behind.append(begins)
        last += 1
    place = sum(before)
    size = 1 + place + sum(behind)
    return Members(first, last, size, place) if size > 1 else None


def _begins(s: Situation, index: int) -> bool | None:
    """Whether a value is the next one, not one said of the value before it; null when it is neither."""
    one, other = s.siblings[index - 1], s.siblings[index]
    if one.pair or other.pair:
        return None
    gap = s.doc.view[one.end : other.start]
    if _ASIDE.fullmatch(gap):
        return False
    return True if _NEXT.fullmatch(gap) else None
