"""What is halved or doubled as the subject of a clause: "doubling the width improves recall" doubles the width."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.meant import usable
from extractors.context.metric import head_metric
from extractors.lexicon import DOWN, UP
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_DOES = (
    r"(?:costs?|adds|takes|needs|requires|improves|raises|lifts|boosts|lowers|reduces|increases|decreases|cuts|gives|yields|"
    r"brings|buys|gains|loses|drops|saves|speeds|slows|helps|hurts|degrades|leads|results|makes|leaves|has|had|is|was|does|did|"
    r"can|could|may|will|would|only|barely|hardly|further|also|still|doubles|halves|triples)"
)
_OBJECT = Pattern(
    r"\s(?P<object>(?:it|them|this|that|these)|(?:(?:the|its|their|a)\s)?(?:(?!and\s|by\s|while\s)[\p{L}-]+\s){0,4}?[\p{L}-]+)"
    rf"(?:\s(?:to|from)\s[^\s,;:()]{{1,12}})?\s{_DOES}\b"
)


def of_the_subject(s: Situation) -> Change | None:
    """ "halving it costs 3 points", "doubling the width improves recall": the metric is that of what is changed."""
    subject = _OBJECT.match(s.right) if s.quantity.idiom.endswith("ing") else None
    if subject is None:
        return None
    named = usable(head_metric(subject["object"]), s) or counted(f" {subject['object']}")
    down = s.quantity.idiom.startswith("hal")
    return Change(named or Metric.OTHER, DOWN if down else UP, Form.BY, "halves" if down else "doubles")
