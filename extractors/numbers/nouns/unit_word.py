"""Words that are counted like a unit: parameters, tokens, lines of code."""

from __future__ import annotations

from extractors.numbers.nouns.word import Number, Step, Word
from extractors.numbers.units import PARAMETER_SORTS, Dimension
from extractors.patterns import Pattern

_PARAMETERS = frozenset({"parameters", "parameter", "params", "param"})
_PARAMETER_SORT = Pattern(rf"(?<=r)\s(?P<noun>{PARAMETER_SORTS})\b")
_TOKENS = Pattern(r"tokens?(?!\p{L})")  # no tokenizers
_LINES_OF_CODE = frozenset({"loc", "kloc", "sloc"})
_SINGLE_STEPS = frozenset({"step", "epoch", "iteration"})


def of_unit_word(word: Word, number: Number) -> Step | None:
    """ "7B parameters", "1,300 parameter combinations", "2M tokens", "40 KLOC", "in only 1 step"."""
    if word.head in _PARAMETERS:
        if sort := _PARAMETER_SORT.match(word.view, word.end):
            return word.counted(sort["noun"], Dimension.COUNT, sort.end()), None
        return word.counted("parameters", Dimension.PARAMETERS), None
    if word.low in _LINES_OF_CODE:
        return word.counted(word.low.upper(), Dimension.COUNT), None
    if word.low in ("nfe", "nfes"):
        return word.counted("NFEs", Dimension.COUNT), None
    if number.value == 1 and not number.in_words and word.low in _SINGLE_STEPS and word.is_first:
        return word.counted(f"{word.low}s", Dimension.COUNT), None
    joined = word.is_first and "-" in word.text  # "token-level"
    if _TOKENS.match(word.head) and not joined:
        return word.counted("tokens", Dimension.COUNT), None
    return None
