"""Counts that move, their noun before: "scaling agents from 4 to 64", "crashes fall from 210 to 16"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.nouns.plural import is_plural
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_FROM = rf"\sfrom\s{HEDGES}$"
_NOUN = r"(?<![\p{L}-])(?P<noun>\p{L}{3,}s)"
# what is moved, and what moves
_OBJECT = Ending(
    r"\b(?:scal|grow|increas|expand|extend|rais|reduc|cut|lower|decreas|shrink|boost|enlarg|slash|trim|bring)"
    r"(?:e|e?s|ed|t?ing)?\s(?:up\s|down\s)?(?:(?:the|its|their|our)\s)?(?P<sort>(?:(?!(?:the|its|their|our)\s)[\p{L}-]+\s){0,3})"
    + _NOUN
    + _FROM,
    IGNORECASE,
)
_SUBJECT = Ending(
    r"(?P<sort>(?:[\p{L}-]+\s){0,2})"
    + _NOUN
    + r"\s(?:grow|grew|increased?|rise|rose|climb(?:ed)?|expand(?:ed)?|scaled?|drop(?:ped)?|"
    r"fall|fell|decreased?|shrink|shrank|declined?|go|went|jump(?:ed)?|plummet(?:ed)?)(?:\s(?:up|down))?" + _FROM,
    IGNORECASE,
)
# these grow by what is in them
_COLLECTIONS = Pattern(
    r"pools|sets|groups|teams|batches|crowds|clusters|libraries|collections|catalogue?s|trees|queues|lists|graphs|fleets"
)
# of these a bare number is the value, and not how many there are
_VALUES = Pattern(
    r"scores|ratings?|rates|levels|values|sizes|lengths|ratios|percentages|shares|prices|points|temperatures|thresholds|"
    r"dimensions|widths|depths|ranks|grades|returns|rewards|frequencies|speeds|degrees|indices|scales|results|gains|"
    r"tokens|budgets|ages|distances|angles|resolutions|ranges|voltages|weights|losses|times|years|versions|marks|orders|intervals"
)
_TAKE_COMPUTE = (
    "steps",
    "iterations",
    "evaluations",
    "rounds",
    "calls",
    "rollouts",
    "epochs",
    "passes",
    "operations",
)


# "trainable parameters from 9 million", "the number of FLOPs per image from 2 billion"
_AMOUNT = Ending(
    r"\b(?:(?P<sort>[\p{L}-]+)\s)?(?:(?P<size>parameters|params|weights)|(?P<work>FLOPs|FLOPS|MACs)|tokens)"
    r"(?:\s\([^()\d]{1,12}\))?(?:\s(?:per|of|in)\s(?:[\p{L}-]+\s?){1,3})?\s\(?from\s" + HEDGES + r"$"
)
_TRAINED_ON = Pattern(r"(?:pre-?)?training|corpus|data", IGNORECASE)


def amount_moved(s: Situation) -> Draft | None:
    """One of two with a magnitude of what is named before "from": "cuts parameters from 9 million to 2 million"."""
    start = s.quantity if s.quantity.pair == "before" else s.previous
    if start is None or not start.magnitude:
        return None
    named = _AMOUNT.search(s.doc.view, max(s.sentence.start, start.start - 90), start.start)
    if named is None:
        return None
    if named["size"]:
        return Draft(Kind.MEASUREMENT, Metric.MODEL_SIZE, "parameters", "pair of counts")
    if named["work"]:
        return Draft(Kind.MEASUREMENT, Metric.COMPUTE, named["work"].replace("FLOPS", "FLOPs"), "pair of counts")
    metric = Metric.DATASET_SIZE if _TRAINED_ON.fullmatch(named["sort"] or "") else Metric.COUNT
    return Draft(Kind.MEASUREMENT, metric, "tokens", "pair of counts")


def count_moved(s: Situation) -> Draft | None:
    """A whole number of what is named before "from"; null for a score or a size."""
    q = s.quantity
    start = q if q.pair == "before" else s.previous
    if q.low % 1 or start is None or start.low % 1:
        return None
    left = s.doc.view[max(s.sentence.start, start.start - 90) : start.start]
    moved = _OBJECT.search(left) or _SUBJECT.search(left)
    noun = moved["noun"].lower() if moved else ""
    if moved is None or not is_plural(noun) or _VALUES.fullmatch(noun):
        return None
    if noun not in _TAKE_COMPUTE and metric_cues(moved["sort"] + noun):
        return None
    metric = Metric.COMPUTE if noun in _TAKE_COMPUTE else Metric.COUNT
    return Draft(Kind.MEASUREMENT, metric, "" if _COLLECTIONS.fullmatch(noun) else noun, "pair of counts")
