"""Whose a multiple is: "3x what Tarnet manages", "twice the amount behind Tarnet", "-- 3 times Tarnet --"."""

from __future__ import annotations

from extractors.context.baseline.phrases import cut
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_WHAT = Pattern(
    r"\s(?:of\s)?what\s(?P<np>(?:(?!(?:is|are|was|were|it|we|they|and|or|to|you|one)\b)[\p{L}\d.+'/-]+\s){1,6}?)"
    r"(?:(?:would|could|can|may|will|must)\s(?:have\s)?|ha[sd]\s(?:to\s)?|is\sable\sto\s)?"
    r"(?:do(?:es)?|did|manag|achiev|sustain|deliver|attain|reach|offer|provid|give|gave|get|got|produc|allow|yield|support|handl|"
    r"process|need|requir|us(?=e)|tak|took|consum|cost|spen[dt]|draw|drew|incur|occup|demand|see|saw)(?:i?e[sdn]?|n|s|y)?\b"
)
_AMOUNT = Pattern(
    r"\sthe\s(?:amounts?|figures?|values?|numbers?|volume|quantity|total|level|scale|data|size)\s"
    r"(?:behind|of(?=\s(?:the\s|its\s|an?\s)?(?:\p{Ll}{0,3}\p{Lu}|previous|next|largest|baseline|predecessor|teacher))|"
    r"(?:used|needed|required|seen|reported|given|published|consumed|gathered|collected)\s(?:by|for|in)|available\s(?:to|in)|behind)\s(?=\p{L})"
)
_NAME = Pattern(
    r"\s(?P<np>(?:\p{Ll}{1,3})?\p{Lu}[\p{L}\d+-]*(?:\.[\p{L}\d]+)*(?:\s[\p{Lu}\d][\p{L}\d.+-]*){0,2}?)"
    r"(?=\s?(?:[,;:)]|\.(?:\s|$)|\s-{1,3}\s|$)|\s(?:and|on|at|in|for|while|with)\s)"
)
_APPOSED = Ending(rf"(?:,|\(|\s-{{1,3}}|\u2014|;|\sor|\s(?:is|are|was|were))\s?{HEDGES}$")


def multiple_of_whom(s: Situation) -> tuple[int, int] | None:
    """Where in the text it stands whose value is multiplied: "X" in "3x what X manages"."""
    if s.quantity.dimension not in (Dimension.TIMES, Dimension.ORDERS):
        return None
    start = s.siblings[s.group[1]].end
    if (what := _WHAT.match(s.list_right)) is not None:
        return cut(s, start + what.start("np"), start + what.end("np"))
    if (amount := _AMOUNT.match(s.list_right)) is not None:
        return cut(s, start + amount.end(), s.sentence.end)
    if (name := _NAME.match(s.list_right)) is not None and _APPOSED.search(s.list_left):
        return start + name.start("np"), start + name.end("np")
    return None
