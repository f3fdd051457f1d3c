"""Fewer or more of what is counted: "2x fewer parameters", "processing 8x more frames"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.moved_data import is_moved
from extractors.context.change.quantity_first.comparative import SERVED, SERVES, THINGS
from extractors.context.metric import head_metric, last_metric
from extractors.context.unit_metric import COUNTED, METRIC_OF
from extractors.endings import Ending
from extractors.lexicon import HEDGES, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric

_FEWER = Pattern(r"\b(?P<word>fewer|less|smaller|more|larger)(?=\s)", IGNORECASE)
_EACH_SECOND = Pattern(r"\s(?:per|(?:each|every|a)\s(?:second|minute|hour|day))\b")
_PER_PRICE = Pattern(r"(?:\s[\p{L}-]+){1,2}\sper\s(?:dollar|USD|euro|watt|joule)\b")
_MAKES = Ending(r"\b(?:generat|emit|produc|decod|output)(?:e?s|ed|ing|e)?\s" + HEDGES + r"$")
_AT_EQUAL = Pattern(
    r"\b(?:same|equal|fixed|identical|given)\s(?:[\p{L}-]+\s){0,2}?(?:times?|memory|budgets?|power|energy|cost|hardware)\b"
)
_OF_WHICH = Pattern(r"(?<=s)\s(?:in|of|on|for|from|to)\s")


def of_fewer(s: Situation, window: str, before: str, after: str, direction: Direction) -> Change | None:
    """ "2x fewer parameters", "processing 8x more frames"."""
    fewer = _FEWER.search(window)
    if fewer is None:
        return None
    word, things = fewer["word"].lower(), window[fewer.end() :]
    if word == "more" and _PER_PRICE.match(things):
        return None  # "2x more queries per dollar"
    if is_moved(s, things):
        return Change(Metric.COMMUNICATION, direction, Form.BY, "comparative with a size")
    sized = counted(things)
    if word == "more" and (_EACH_SECOND.search(window) or (_MAKES.search(s.list_left) and _AT_EQUAL.search(s.right))):
        if sized is Metric.COMPUTE:
            return Change(Metric.THROUGHPUT, UP, Form.BY, "comparative with a size")  # "4x more tokens each second"
    elif word == "more" and _takes_more(s, sized, things):
        return Change(Metric.CAPACITY, direction, Form.BY, "comparative with a size")
    compared = head_metric(_OF_WHICH.split(after)[0] if word == "fewer" else after)
    if sized and (compared is None or compared.metric in (Metric.COMPUTE, Metric.MODEL_SIZE)):
        return Change(sized, direction, Form.BY, "comparative with a size")
    if word == "fewer" and compared is None and not last_metric(before):
        return Change(_of_what_there_is(s) or Metric.COUNT, direction, Form.BY, "fewer of a kind")
    return None


_HANDLES = Ending(r"\b(?:process|handl|ingest|support|accommodat|fit|serv|host)\p{L}*\s" + HEDGES + r"$")


def _takes_more(s: Situation, sized: Metric | None, things: str) -> bool:
    """ "processing 8x more frames", "serves 2x more requests adhering to the limit"."""
    if sized in (Metric.COMPUTE, Metric.MODEL_SIZE):
        return _HANDLES.search(s.list_left) is not None
    served = THINGS.match(things) if SERVES.search(s.list_left) else None
    return served is not None and SERVED.fullmatch(served["what"]) is not None


_THEN = Pattern(r"(?:\sper\s[\p{L}-]+)?(?:,|\s\(|\s-{1,3})\s?" + HEDGES)
# "in 8 evaluations, 40x fewer than X"; "in 500 steps (10x fewer)"
_IS_COMPUTE = Pattern(
    r"steps|evaluations|iterations|calls|rounds|epochs|tokens|passes|queries|NFEs|rollouts|simulations"
)


def _of_what_there_is(s: Situation) -> Metric | None:
    """ "in 500 steps (10x fewer)", "8.5M parameters, 58% fewer than X"."""
    before, between = s.previous, s.near_left
    if s.index > 1 and between.startswith(")"):  # "341k parameters (1.3 MB), 70x fewer than X"
        before, between = s.siblings[s.index - 2], between[1:]
    if before is None or not _THEN.fullmatch(between):
        return None
    if before.dimension in COUNTED or before.noun.endswith("parameters"):
        return METRIC_OF.get(before.dimension, Metric.MODEL_SIZE)
    return Metric.COMPUTE if _IS_COMPUTE.fullmatch(before.unit) else None
