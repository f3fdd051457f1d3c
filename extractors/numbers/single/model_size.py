"""Sizes of models with nothing but a letter: "a 7B", "Foo k2 (>1T)", "13 billion activated per token"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.nouns import NounMatch, is_model_size
from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.single.made import quantity_of
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

_AT_SCALE = Pattern(r"[\s-](?:scale|parameter|model)s?\b")
_PARAMETERS = Pattern(
    r"\b(?:total|active|activated|model|billion)\b[^.;]{0,40}\bparameters?\b|"
    r"\bparameters?\b[^.;]{0,60}\b(?:active|activated|total)\b|\bactivated?\b|\bparameter (?:scales?|"
    r"sizes?|counts?)\b"
)
_OF_MODELS = Pattern(r"\b(?:LLMs?|models?|parameters?)\b")
_NAME_AND_BRACKET = Ending(r"\p{Lu}[^\s()]{1,20}(?:\s[^\s()]{1,8})?\s\([~<>≥≤]?\s?$")


def size_of_model(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity | None:
    """ "a 7B", "a 1T-scale model", "Foo k2 (>1T)"; not "of which 3M are open"."""
    if numeral.magnitude == "T" and (_AT_SCALE.match(view, numeral.end) or _is_size_of_name(view, numeral)):
        return quantity_of(numeral, "model size", "parameters", Dimension.PARAMETERS)
    if noun is not None and _is_of_one(view, numeral, noun):
        noun = None  # "a 32B thinker reasons"
    of_them = view.endswith(("of which ", "of these ", "of those ", "the remaining ", "the other "), 0, numeral.start)
    left = noun is None and _LEFT_OVER.search(view, max(0, numeral.start - 40), numeral.start) is not None
    if numeral.magnitude not in ("B", "M") or of_them or left or not is_model_size(view, numeral.end, noun):
        return None
    end = noun.end if noun is not None and noun.dimension is Dimension.PARAMETERS else numeral.end
    return quantity_of(numeral, "model size", "parameters", Dimension.PARAMETERS, end)


_LEFT_OVER = Ending(r"\b(?:keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|discard(?:s|ed|ing)?)\s" + HEDGES + r"$")
_ONE = Ending(r"\b(?:[Aa]n?|[Ee]ach|[Ee]very)\s$")
_THING_AND_VERB = Pattern(r"\p{Ll}{3,}(?<!s)\s\p{Ll}+s")
# no "a 2M web images corpus"
_OBJECT_OR_END = Pattern(
    r"[.,;:)]|$|\s(?:and|or|but|while|when|as|the|an?|its|their|it|in|on|for|to|from|with|at|over|through|about|that|which|"
    r"\p{L}+ly)\b"
)


def _is_of_one(view: str, numeral: Numeral, noun: NounMatch) -> bool:
    """Whether what looks like a plural is the verb of one thing of that size: "a 32B thinker reasons"."""
    if noun.dimension is not Dimension.COUNT or _ONE.search(view, max(0, numeral.start - 8), numeral.start) is None:
        return False
    return _THING_AND_VERB.fullmatch(noun.phrase) is not None and _OBJECT_OR_END.match(view, noun.end) is not None


def size_of_model_nearby(view: str, numeral: Numeral) -> Quantity | None:
    """ "13 billion activated per token": parameters are spoken of near by."""
    around = view[max(0, numeral.start - 70) : numeral.end + 40]
    if numeral.magnitude not in ("billion", "million", "trillion") or not _PARAMETERS.search(around):
        return None
    return quantity_of(numeral, "model size", "parameters", Dimension.PARAMETERS)


def _is_size_of_name(view: str, numeral: Numeral) -> bool:
    """ "models such as Foo k2 (>1T)": a number alone in the bracket behind a name."""
    if not view.startswith(")", numeral.end) or _OF_MODELS.search(view) is None:
        return False
    return _NAME_AND_BRACKET.search(view, max(0, numeral.start - 30), numeral.start) is not None
