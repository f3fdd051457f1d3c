"""What is made larger, as the condition of a result: "increasing the width 8x improves recall"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_PARTS = ("ing ",)
_WHAT = r"(?:(?:the|its|their|our|a)\s)?(?P<what>(?:[\p{L}-]+\s){1,4}?)(?:(?:size|count|number)\s)?"
_GERUND = Ending(
    r"(?:^|[,;:]\s|\bthat\s|\band\s)(?P<way>[Ii]ncreas|[Ss]cal|[Gg]row|[Ee]nlarg|[Ee]xpand|[Ww]iden|[Rr]ais|[Ll]engthen|[Ee]xtend|[Ss]hrink|"
    rf"[Rr]educ|[Dd]ecreas)ing\s(?:up\s)?{_WHAT}(?:by\s)?(?:a\sfactor\sof\s)?{HEDGES}$"
)
_THEN_DOES = Pattern(
    r"(?:\s(?:alone|further|only|also))?\s(?:(?:can|could|only|also|consistently|further)\s)?(?:improv|rais|lift|boost|increas|lower|cut|"
    r"reduc|rais|giv|gave|yield|lead|led|bring|brought|result|hurt|degrad|chang|make|made|add|cost|save|push)(?:e?s|ed)?\b"
)
# "while scaling the length of clips by 12x"
_STRETCHES = Ending(
    r"\b(?:scal|stretch|extend|expand|enlarg|prolong|lengthen)(?:e?s|e|ed|ing)\s(?:(?:the|its|their)\s)?(?:[\p{L}-]+\s){0,2}?"
    rf"(?P<what>length|duration|context|horizon|resolution|window)s?\s(?:of\s[\p{{L}}\s-]{{3,30}}\s)?by\s{HEDGES}$"
)
_SIZES = (
    (Metric.MODEL_SIZE, Pattern(r"model|network|width|depth|parameter|backbone|encoder|decoder|LLM", IGNORECASE)),
    (Metric.BATCH_SIZE, Pattern(r"batch", IGNORECASE)),
    (Metric.CONTEXT_LENGTH, Pattern(r"context|sequence|length|horizon|window", IGNORECASE)),
    (Metric.DATASET_SIZE, Pattern(r"data|corp|samples|examples|training set|images", IGNORECASE)),
    (Metric.COMPUTE, Pattern(r"compute|budget|steps|tokens|FLOP|rollouts", IGNORECASE)),
)


def scaled(s: Situation) -> Change | None:
    """ "increasing the width 8x improves recall": the size, not what it does; "scaling clip length by 12x"."""
    if s.quantity.dimension is not Dimension.TIMES or s.quantity.idiom:
        return None
    if (stretched := _STRETCHES.search(s.near_left)) is not None:
        metric = Metric.CONTEXT_LENGTH if stretched["what"] in ("context", "window") else Metric.OTHER
        return Change(metric, UP, Form.BY, "multiple of a size")
    made = _GERUND.search(s.near_left) if s.says(_PARTS) and _THEN_DOES.match(s.right) else None
    if made is None:
        return None
    metric = next((size for size, words in _SIZES if words.search(made["what"])), Metric.OTHER)
    direction = DOWN if made["way"].lower() in ("shrink", "reduc", "decreas") else UP
    return Change(metric, direction, Form.BY, "multiple of a size")
