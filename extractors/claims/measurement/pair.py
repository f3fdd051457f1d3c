"""Two bare values, before and after: "lowers the mATE from 0.61 to 0.52", "the number of calls from 21 to 16"."""

from __future__ import annotations

import regex

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.decimal_score import is_decimal
from extractors.context.change.meant import usable
from extractors.context.metric import acronym_metric, last_metric, last_ranked_metric, metric_cues
from extractors.lexicon import DOWN, HEDGES, VERB_CUE, words_of
from extractors.numbers.nouns import DEVICES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_NO_MACHINE = r"(?!nodes|GPUs|cores|devices|workers|machines|parameters)"
# "the number of activated experts from 69.5", "sampling steps of each model from 25"
_COUNT_OF = regex.compile(
    r"\b(?:number of (?:" + _NO_MACHINE + r"\p{L}+\s){0,3}?(?P<noun>" + _NO_MACHINE + r"\p{Ll}{3,}s)|"
    r"(?P<noun>steps|iterations|evaluations|rounds|tokens|calls)(?!\sper\b))\s(?:[^,;]{1,40}?\s)?from\s$"
)
_TAKE_COMPUTE = ("steps", "iterations", "evaluations", "rounds", "calls", "tokens")
# "lowers the mATE for flow from"
_MOVES_FROM = Pattern(
    r"\b(?P<verb>(?:reduc|decreas|improv|increas|rais|enhanc)(?:es?|ed|ing)|(?:lower|boost|lift|drop)(?:s|ed|ped|"
    r"ing|ping)?|cut(?:s|ting)?)\s(?P<what>[^,;:]{2,60}?)\sfrom\s" + HEDGES + r"$",
    IGNORECASE,
)
_SCORE_NAME = Pattern(r"^(?:(?:the|its|their|average|mean|overall)\s){0,2}\p{L}{0,2}\p{Lu}{2}[\p{L}\d@-]*\b")
_AVERAGE_FROM = Pattern(r"\b\p{Lu}[\p{L}\d@-]+\s(?:[Aa]verage|[Mm]ean)\sfrom\s$")  # "raises the LongQA average from"
_MACHINES = Pattern(r"\b(nodes|GPUs|cores|devices|workers|machines)\b")


def bare_pair(s: Situation) -> Draft | None:
    """What is counted or scored stands before."""
    return pair_of_counts(s) or _moved(s) or _pair_of_metric(s)


def pair_of_counts(s: Situation) -> Draft | None:
    """ "the number of calls falls from 21 to 16"."""
    counted = _COUNT_OF.search(s.near_left[-90:])
    if counted is None:
        return None
    metric = Metric.COMPUTE if counted["noun"] in _TAKE_COMPUTE else Metric.COUNT
    return Draft(Kind.MEASUREMENT, metric, counted["noun"], "pair of counts")


def _moved(s: Situation) -> Draft | None:
    """ "lowers the mATE from 0.61 to 0.52": a score of an unknown name that falls is an error."""
    moved = _MOVES_FROM.search(s.near_left) if s.quantity.pair == "before" else None
    if moved is None or metric_cues(moved["what"]):
        return None
    known = acronym_metric(s.doc.view, moved["what"])
    metric = known.metric if known else _metric_of_name(s, moved["verb"], moved["what"])
    return measured(s, metric, "bare before/after pair") if metric else None


def _metric_of_name(s: Situation, verb: str, name: str) -> Metric | None:
    cue = VERB_CUE.match(verb)
    if cue is None or not is_decimal(s) or not _SCORE_NAME.search(name):
        return None
    direction = words_of(cue).direction
    return Metric.ERROR if direction is DOWN else Metric.ACCURACY


def _pair_of_metric(s: Situation) -> Draft | None:
    """Of the metric named last, or of an unknown score."""
    named = last_metric(s.left[-130:])
    if named is not None and named.metric is Metric.CONTEXT_LENGTH:
        named = last_ranked_metric(s.left[-130:]) or named
    if named is None:
        scored = s.text_is_about_quality or _AVERAGE_FROM.search(s.near_left)
        metric = Metric.ACCURACY if scored else Metric.OTHER
        return measured(s, metric, "bare before/after pair") if is_decimal(s) else None
    machines = _MACHINES.findall(s.left[-130:]) if named.metric is Metric.DEVICE_COUNT else []
    unit = DEVICES[machines[-1].lower()] if machines else ""
    return Draft(Kind.MEASUREMENT, usable(named, s) or named.metric, unit, "bare before/after pair")
