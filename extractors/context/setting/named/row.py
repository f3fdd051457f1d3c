"""Rows that a colon opens: "FooSet: error 0.04, recall 0.93; BarSet: error 0.05, recall 0.91"."""

from __future__ import annotations

from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from extractors.situation import Situation

_NAME = r"\p{Lu}[\p{L}\d.+@/_-]*(?:\s(?:\([^()]{1,20}\)|[\p{L}\d][\p{L}\d.+@/_-]*)){0,3}"
# what is measured may stand between the name and the first value
_ROW = Pattern(
    rf"(?:[;:]\s|\s--?\s|—\s?|\.\s|\)\s|\b(?:on|in|for)\s)(?:and\s)?(?P<np>{_NAME}):\s(?=(?:[\p{{L}}@][\p{{L}}\d@-]*\s){{0,4}}(?:of\s|=\s|\()?[~$+<>-]{{0,2}}\d)"
)
_FEWEST = 2


def name_of_row(s: Situation) -> Span | None:
    """The name that opens the row of the value, where another row has one."""
    if s.left.count(": ") + s.right.count(": ") < _FEWEST or ":" not in s.left:
        return None
    before = max(0, s.sentence.start - 2)  # a row may begin the sentence
    rows = [*_ROW.finditer(s.doc.view, before, s.sentence.end)]
    own = [row for row in rows if row.end() <= s.quantity.start]
    if len(rows) < _FEWEST or not own or ";" in s.doc.view[own[-1].end() : s.quantity.start]:
        return None
    names = [row["np"] for row in rows]
    return None if any(of_a_measure(name) for name in names) or len({*names}) < _FEWEST else own[-1].span("np")
