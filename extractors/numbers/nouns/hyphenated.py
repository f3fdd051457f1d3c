"""Nouns joined to their number by a hyphen: "14B-parameter", "eight-accelerator", "70B-scale"."""

from __future__ import annotations

from extractors.numbers.nouns.device import DEVICES
from extractors.numbers.nouns.plural import plural_of
from extractors.numbers.nouns.word import NounMatch, Number
from extractors.numbers.units import Dimension
from extractors.numbers.wordgroups import word_group
from extractors.patterns import IGNORECASE, Pattern

_OF_MODEL_SIZES = frozenset({"M", "B", "T", "million", "billion", "trillion"})
_SHORTEST = 3  # letters of a noun
# "10-million-level samples"
_DATA_NEXT = Pattern(
    r"\s(?P<what>samples|images|videos|clips|documents|records|examples|captions|users|items|points|vectors|edges|rows|queries)\b"
)
# "a 100M-scale image corpus"
_A_DATA_SET = Pattern(
    r"\s(?:(?!(?:model|LLM|network)s?\b)[\p{L}-]+\s){0,3}?(?:data\s?sets?|corpus|corpora|(?:vector\s)?databases?|(?:training|pre-?training)\sdata)\b"
)
# "a 500-task suite", also in the plural: "a 500-tasks suite"
COMPOUNDED = frozenset(form for noun in word_group("compounded") for form in (noun, plural_of(noun)))
_SIZED = word_group("sized")
# What a set in the singular has so many of, whatever it is: "a 39-probe test suite", "a 310-mineral catalogue"
_SET = (
    r"(?:benchmark|(?:test\s)?suite|corpus|data\s?set|catalog(?:ue)?|taxonomy|split|subset|pool|library|collection|"
    r"(?:test|core|training|validation|evaluation)\sset|bank|store|atlas|repository|panel|cohort|registry|archive|"
    r"inventory|leaderboard|database|knowledge\sbase)\b"
)
_OF_A_SET = Pattern(rf"(?:\s(?!{_SET}|(?:and|or|in|of|with|for|to|on|from)\b)[\p{{L}}-]+){{0,3}}\s{_SET}", IGNORECASE)
_NO_MEMBER = word_group("no_member")
_DESCRIBES = Pattern(r"\p{L}+(?:ed|ing|ional|ous|able|ible|ful|less|ly|wise)", IGNORECASE)


def is_of_a_set(view: str, noun: str, at: int) -> bool:
    """Whether a noun in lower case that ends at a place is what a set is of: "a 310-mineral catalogue"."""
    if len(noun) < _SHORTEST or noun in _NO_MEMBER or _DESCRIBES.fullmatch(noun):
        return False
    return _OF_A_SET.match(view, at) is not None


_MANY = 10
_NO_COUNT = _NO_MEMBER | word_group("no_compound") | word_group("not_counted") | word_group("measured")


def counts_many(value: float, noun: str) -> bool:
    """Whether so great a number counts the noun joined to it: "a 40-station line", not "a 12-tone scale"."""
    if value < _MANY or value % 1 or len(noun) < _SHORTEST or not (noun.islower() and noun.isalpha()):
        return False
    return noun not in _NO_COUNT and _DESCRIBES.fullmatch(noun) is None


def hyphenated(view: str, word: str, at: int, number: Number) -> NounMatch | None:
    """ "14B-parameter", "eight-accelerator", "70B-scale", "trillion-token-scale"."""
    magnitude = number.magnitude
    first, _, rest = word.partition("-")
    low = first.lower()
    end = at + len(first)
    if low in DEVICES:
        return NounMatch(DEVICES[low], Dimension.DEVICES, end, first)
    if low in ("parameter", "param", "parameters"):
        return NounMatch("parameters", Dimension.PARAMETERS, end, first)
    if low in ("token", "tokens"):
        return NounMatch("tokens", Dimension.COUNT, at + len(word) if rest == "scale" else end, word)
    if low in ("scale", "size", "sized", "level") and magnitude in ("k", "K", "thousand"):
        return NounMatch("samples", Dimension.COUNT, end, first)
    if low == "scale" and magnitude and _A_DATA_SET.match(view, end):
        return NounMatch("samples", Dimension.COUNT, end, first)
    if low in ("scale", "level") and magnitude and (data := _DATA_NEXT.match(view, end)):
        return NounMatch(data["what"], Dimension.COUNT, end, first)
    if low in ("scale", "size", "sized", "level", "class") and magnitude in _OF_MODEL_SIZES:
        return NounMatch("parameters", Dimension.PARAMETERS, end, first)
    if low in ("nfe", "nfes"):
        return NounMatch("NFEs", Dimension.COUNT, end, first)
    counted = low in COMPOUNDED or (magnitude and low in _SIZED) or is_of_a_set(view, low, end)
    if counted or (not number.in_words and counts_many(number.value, first)):
        return NounMatch(plural_of(low), Dimension.COUNT, end, first)
    return None
