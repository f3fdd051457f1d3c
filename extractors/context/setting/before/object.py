"""What is improved or made smaller: "cutting the footprint of Y by 90%", "speeds up X by 2x"."""

from __future__ import annotations

import regex

from extractors.context.metric import metric_cues
from extractors.context.phrase.shapes import BENCHMARK
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.forms import COMPARED
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES, VERB_CUE
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_BY = (
    r"\s(?:by|to|is|reaches|from)\s(?:(?:up to|an?|the|over|about|only|average|of|factor|nearly|around|more than|"
    r"approximately|roughly|at least|geometric|mean|geomean)\s)*[~$(+]{0,2}\s?$"
)
_ENDS_IN_BY = Ending(_BY, regex.IGNORECASE)
_OBJECT = regex.compile(
    r"\b(?:of|for|on|in)\s(?P<np>(?:(?!\s(?:of|for|on|in)\s)[^,;:()]){2,70}?)(?<!\b(?:up|and))(?:\s\([^()]{2,30}\))?"
    + _BY,
    regex.IGNORECASE,
)
_SAYS = Pattern(
    r"\s(?:that|which|while|whereas|but|causes|makes|lets|leads|results|shows?|demonstrates?|indicates?|reveals?)\s"
)
_MAY = Pattern(r"\s(?:can|could|may|might|will|would)\s")
_NAMED_WHOLE = Pattern(r"\s\(\p{Lu}\p{Ll}{0,2}\p{Lu}\p{L}{0,4}\)")  # "the Age of Information (AoI)": one name


def object_of(s: Situation) -> Span | None:
    """ "improves the performance of X by 14%", "cutting the footprint of Y by 90%"."""
    left = s.list_left
    match = _object(left)
    if match is None and s.index == s.group[0] and s.index:  # the size of a model stands in between
        before = s.siblings[s.index - 1]
        left = s.left if before.dimension is Dimension.PARAMETERS and s.near_left[:1] == " " else left
        match = _object(left)
    if (
        match is None
        or left[: match.start()].endswith(("number ", "that ", "those "))
        or VERB_CUE.search(match["np"])
        or _MAY.search(match["np"])
        or _SAYS.search(match["np"])
        or _NAMED_WHOLE.match(left, match.end("np"))
    ):
        return None
    return accept(s, span_of(match, s.siblings[s.group[0]].start), "of")


def _object(left: str) -> Match | None:
    return _OBJECT.search(left) if _ENDS_IN_BY.search(left) else None  # the end refuses most at once


_SPEEDS_UP = Pattern(
    r"\b(?:speed(?:s|ing)? up|accelerat\p{L}+|compress\p{L}*|prun\p{L}+|"
    r"quanti[sz]\p{L}+)\s(?P<np>(?:the\s)?\p{Lu}[^,;:()]{1,40}?)\s(?:by|(?:with\s)?up to)\s" + HEDGES + r"$"
)


def sped_up(s: Situation) -> Span | None:
    """ "speeds up X by 2x and Y by 3x": the model that is made faster."""
    match = _SPEEDS_UP.search(s.near_left)
    if match is None or metric_cues(match["np"]) or COMPARED.search(match["np"]):
        return None
    return span_of(match, s.quantity.start)


_NAME = r"\p{Lu}[\p{L}\d-]*(?:\s\p{Lu}[\p{L}\d-]*)?"
_IMPROVED = Ending(
    r"\b(?:improv|enhanc|boost|rais|lift|increas)(?:es|e|s|ed|ing)?\s"
    rf"(?P<np>{_NAME}(?:(?:,|,?\sand)\s{_NAME}){{0,3}})\sby\s(?:(?:up\sto|an?|about|over|average|of|nearly)\s){{0,3}}[~+]?$"
)


def improved_data(s: Situation) -> Span | None:
    """ "improves FooQA and BarQA by 3%": the data whose scores rise."""
    match = _IMPROVED.search(s.list_left) if " by " in s.list_left[-20:] else None
    if match is None or not BENCHMARK.match(match["np"]):
        return None
    return span_of(match, s.siblings[s.group[0]].start)
