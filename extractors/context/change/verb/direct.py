"""A verb and its quantity without *by*: "energy drops 75%", "lowers the peak memory 37%"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.used import used
from extractors.context.change.window import clip
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import acronym_metric, first_metric, last_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES, UNRANKED, UP, VERB_CUE, words_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.rulenames import VERB_AND_QUANTITY
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_VERB_END = Folded(
    r"\b(?P<verb>drop(?:s|ped|ping)?|falls?|fell|falling|ris(?:es?|ing)|rose|increas(?:es?|ed|ing)|"
    r"decreas(?:es?|ed|ing)|improv(?:es?|ed|ing)|declin(?:es?|ed|ing)|(?:degrad|deteriorat)(?:es?|ed|ing)|worsen(?:s|ed|ing)?|"
    r"sav(?:es?|ed|ing)|gain(?:s|ed|ing)?|"
    r"los(?:es?|ing)|lost|grow(?:s|n|ing)?|grew|reduc(?:es?|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|"
    r"slash(?:es|ed|ing)?|trim(?:s|med|ming)?|shrink(?:s|ing)?|shrank|sped up|speeds up|accelerated|"
    r"climb(?:s|ed|ing)?|soar(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"(?:is|are|was|were|go|goes|went|going|comes?|came|creeps?|crept|(?:edge|inche)[sd]|tick(?:s|ed)|shot)\s(?:up|down)|leaps?|leapt|surg(?:es?|ed)|plung(?:es?|ed)|plummet(?:s|ed)?|dip(?:s|ped)?|extend(?:s|ed|ing)?|stretch(?:es|ed|ing)?|prolong(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|enlarg(?:es?|ed|ing))\s"
    r"(?:(?:over|about|nearly|almost|roughly|approximately|up to|around|more than|at least|above|another|"
    r"an additional|a further|an? average of|an?|by|only|just|mere|merely|near|some)\s){0,3}[~$(+]{0,2}\s?$"
)


def verb_and_quantity(s: Situation) -> Change | None:
    """ "energy drops 75%", "throughput rises 2.5x": the verb stands right before the quantity."""
    match = _VERB_END.search(s.near_left)
    if match is None or s.quantity.pair:
        return None
    verb = VERB_CUE.match(match["verb"])
    if verb is None:
        return None
    _, direction, default = words_of(verb)
    metric = default or _what_moves(s, s.near_left[: match.start()]) or _size_that_grows(s, match)
    metric = metric or _what_moves_unnamed(s, match)
    if s.quantity.dimension is Dimension.POINTS and metric is not Metric.ERROR:
        metric = Metric.ACCURACY  # "under the same budget it loses 2 points"
    if metric is None and s.quantity.dimension is not Dimension.TIMES:
        return None
    return settle(metric or Metric.OTHER, direction, match["verb"], VERB_AND_QUANTITY)


_AT_ONCE = Pattern(r"\s(?:of\sthe\s)?(?:[\p{L}-]+\s)?(?:tokens|parameters|params|FLOPs|steps|samples)\b")


def _what_moves(s: Situation, before: str) -> Metric | None:
    """ "rises 2.5x in throughput", "throughput rises 2.5x", "grows 3x more samples": what is named around it."""
    subject = CLAUSE_BREAK.split(before)[-1][-60:]
    things = None if s.quantity.dimension is Dimension.POINTS else counted(s.right)
    behind = first_metric(clip(s.right))
    if behind is None and things is not None and _AT_ONCE.match(s.right):
        return things  # "compression improves, saving 20% tokens"
    named = behind or last_metric(subject) or acronym_metric(s.doc.view, subject)
    return usable(named, s) or things


_GROWS = Ending(
    r"\b(?:(?P<model_size>models?|networks?|LLMs?|transformers?)|(?P<dataset_size>data\s?sets?|corpora|corpus)|"
    r"(?P<context_length>contexts?(?:\s(?:windows?|lengths?))?))(?:\ssizes?)?\s(?:ha(?:s|ve|d)\s)?(?:grow(?:s|n)?|grew)\s$",
    IGNORECASE,
)


def _size_that_grows(s: Situation, moves: Match) -> Metric | None:
    """ "models have grown 1,000x"."""
    grows = None if s.quantity.dimension is Dimension.POINTS else _GROWS.search(s.near_left, 0, moves.end("verb") + 1)
    return Metric(grows.lastgroup) if grows and grows.lastgroup else None


_MOVES = Pattern(r"drop|fall|fell|ris|rose|declin|climb|grew|grow|shrink|shrank")


_IS_ALL = Pattern(r"[%$\\]{0,3}(?:[,.;)]|$)")
_NO_SCORE = Ending(rf"\b{UNRANKED}\s(?:\p{{Ll}}+ly\s|only\s)?$", IGNORECASE)


def _what_moves_unnamed(s: Situation, moves: Match) -> Metric | None:
    """ "gains 3%", "its confidence drops 14%"; "its polling frequency grows 3%" is of no score."""
    verb = moves["verb"]
    if _NO_SCORE.search(s.near_left, endpos=moves.start()):
        return Metric.OTHER
    if verb.lower().startswith(("gain", "improv")):
        return default_metric(s)
    if s.quantity.dimension is Dimension.PERCENT and verb.lower().startswith("los") and _IS_ALL.match(s.near_right):
        return default_metric(s)  # "a few of them lose more than 25%"
    if s.quantity.dimension is Dimension.PERCENT and _MOVES.match(verb):
        return Metric.ACCURACY if s.text_is_about_quality else Metric.OTHER
    return None


_VERB_OBJECT = Pattern(
    r"\b(?P<verb>(?:reduc|improv|increas|decreas|boost|lower|rais|cut|slash|trim|shrink|enhanc|accelerat|stretch|prolong|lengthen|extend)"
    r"(?:e?s|ed|ing|ting|ming|e)?|speed(?:s|ing)?\sup|sped\sup)\s(?P<np>(?:(?:the|its|their|our)\s)?"
    r"(?:(?!by\s)[\p{L}][\p{L}\d-]*\s){0,3}?[\p{L}-]+)\s" + HEDGES + r"~?$",
    IGNORECASE,
)
_QUICKENS = Pattern(r"sp|accelerat", IGNORECASE)
_LEVEL = Ending(
    r"\b(?:slightly|much|somewhat|even|far|the|an?|with|show|yield|reach|achieve|obtain|exhibit|have|has|had|get|give|"
    r"attain|produce|deliver|suffer|at|and)(?:s|es|ed|ing)?\s$"
)
_ARTICLE = Ending(r"\b(?:the|an?|our|its)\s$", IGNORECASE)


def verb_object_and_quantity(s: Situation) -> Change | None:
    """ "lowers the peak memory 37%", "improves throughput 15-30%": the object stands between, without *by*."""
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES) or s.quantity.pair:
        return None
    match = _VERB_OBJECT.search(s.near_left)
    if match is not None and match["verb"].lower() == "lower" and _LEVEL.search(s.near_left, 0, match.start("verb")):
        return None  # "trees yield lower errors (3%)": how low they are
    cues = metric_cues(match["np"]) if match else []
    if match is not None and _QUICKENS.match(match["verb"]):
        return Change(Metric.SPEED, UP, Form.BY, VERB_AND_QUANTITY)  # "speeds up training 30%"
    if match is None or not cues or len(match["np"]) - cues[-1].end > 1:
        return None
    if match["verb"].endswith("ed") and _ARTICLE.search(s.near_left, endpos=match.start("verb")):
        return None  # "the enhanced set reaches an accuracy (98%)"
    verb = VERB_CUE.match(match["verb"])
    if verb is None:
        return None
    _, direction, default = words_of(verb)
    metric = default or used(s, usable(cues[-1], s) or Metric.OTHER, cues[-1], direction)
    return settle(metric, direction, match["verb"], VERB_AND_QUANTITY)
