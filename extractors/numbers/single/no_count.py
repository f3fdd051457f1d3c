"""Numbers before a noun that count nothing: "Name 3.0 shows clear improvements", "28.08 CLIP scores"."""

from __future__ import annotations

from extractors.numbers.nouns import NounMatch
from extractors.numbers.numerals import Numeral
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

VERSION = "a version"
_OF_TRANSISTORS = frozenset({"cells", "bitcells", "designs", "adders", "macros", "arrays", "gates", "circuits"})


def is_version(view: str, numeral: Numeral, noun: NounMatch) -> bool:
    """ "Name 3.0 shows clear improvements": no fraction of things is counted, but on average."""
    written = view[numeral.start : numeral.end]
    if written.startswith("802."):
        return True  # "802.11 traces"
    if numeral.magnitude == "T" and noun.unit in _OF_TRANSISTORS:
        return True  # "6T SRAM cells"
    apart = noun.dimension is Dimension.COUNT and len(noun.phrase.split()) >= 3
    return apart and "." in written and "e" not in written and not numeral.magnitude


_SCORE_NAMES = Pattern(r"\p{Ll}{0,2}\p{Lu}{2,8}(?:/\p{Ll}{0,2}\p{Lu}{2,8}){0,3}")
_CHANGES = frozenset({"improvements", "gains", "boosts", "drops"})


def is_score(view: str, numeral: Numeral, noun: NounMatch) -> bool:
    """ "28.08 CLIP scores", "37.9 mAP/NDS", "7.9 absolute gains" are no counts."""
    if numeral.magnitude or "." not in view[numeral.start : numeral.end]:
        return False
    changes = noun.unit in _CHANGES and noun.phrase.count(" ") < 2
    return changes or noun.unit == "scores" or _SCORE_NAMES.fullmatch(noun.phrase) is not None
