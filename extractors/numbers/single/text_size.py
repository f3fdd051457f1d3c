"""Sizes of texts, in tokens: "a 32K context", "a vocabulary of 50k", "a 300B corpus"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.nouns import NounMatch, is_context_length
from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.single.made import quantity_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern

_VOCABULARY = Pattern(r"(?P<unit>[\s-]?(?:tokens?|entr(?:y|ies)|words?|items?)?)[\s-](?:BPE\s)?vocabular(?:y|ies)\b")
_VOCABULARY_OF = Ending(
    r"\bvocabular(?:y|ies)(?:\ssizes?)?\s(?:of|is|to|from|at)\s" + HEDGES + r"$",
    IGNORECASE,
)
_CORPUS = Pattern(r"\s(?:training\s|pre-?training\s|text\s|high-quality\s){0,2}(?:corpus|corpora)\b")


def size_of_text(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity | None:
    """The length of a context, the size of a vocabulary or of a corpus, in tokens."""
    return _length(view, numeral, noun) or _vocabulary(view, numeral, noun) or _corpus(view, numeral)


def length_nearby(view: str, numeral: Numeral) -> Quantity | None:
    """ "a sequence length of 2048K": contexts are spoken of near by."""
    if numeral.magnitude not in ("k", "K"):
        return None
    around = view[max(0, numeral.start - 70) : numeral.end + 40]
    of_length = _LENGTHS.search(around) or _CONTEXT.search(view, max(0, numeral.start - 110), numeral.start)
    return _as_length(numeral) if of_length else None


def _as_length(numeral: Numeral) -> Quantity:
    return quantity_of(numeral, "context length", "tokens", Dimension.COUNT, noun="context")


def _length(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity | None:
    """ "a 32K context", "contexts of up to 4096"."""
    if _is_length_of_what_follows(view, numeral, noun):
        return _as_length(numeral)
    if (
        noun is None
        and _LENGTH_OF.search(view, max(0, numeral.start - 60), numeral.start)
        and _may_be_length(numeral)
    ):
        return _as_length(numeral)
    return None


def _vocabulary(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity | None:
    """ "a 50k-token vocabulary", "a vocabulary of 50k"."""
    if words := _VOCABULARY.match(view, numeral.end):
        return quantity_of(
            numeral, "size of a vocabulary", "tokens", Dimension.COUNT, words.end("unit"), "vocabulary"
        )
    if noun is None and _VOCABULARY_OF.search(view, max(0, numeral.start - 40), numeral.start):
        return quantity_of(numeral, "size of a vocabulary", "tokens", Dimension.COUNT, noun="vocabulary")
    return None


def _corpus(view: str, numeral: Numeral) -> Quantity | None:
    """ "a 300B training corpus"."""
    corpus = _CORPUS.match(view, numeral.end) if numeral.magnitude in ("B", "T") else None
    if corpus is None:
        return None
    return quantity_of(numeral, "size of a corpus", "tokens", Dimension.COUNT, corpus.start(), "corpus")


_LENGTH_OF = Ending(
    r"\b(?:contexts?(?:\s(?:lengths?|windows?|sizes?))?|sequence\slengths?|(?:prompt|input|token)\slengths?)\s"
    r"(?:(?:grows|is|was|extends|extended|scales|goes|reaches|increases|limited|up|of|from|at|to)\s){1,3}"
    r"(?:[\d,]{1,9}[kKM]?\sto\s)?(?:(?:about|over|up to|as long as|more than)\s|~)?$",
    IGNORECASE,
)


def _may_be_length(numeral: Numeral) -> bool:
    """Whether a number is whole, and large enough for the length of a context."""
    whole = not numeral.value % 1 and not numeral.in_words
    return whole and (numeral.magnitude in ("k", "K", "M") or (not numeral.magnitude and numeral.value >= 512))


_CONTEXT_LENGTH = Pattern(
    r"\s(?:context|sequence)[\s-](?:lengths?|windows?)\b|[\s-]length\s(?:sequences|contexts|inputs|prompts)\b"
)


def _is_length_of_what_follows(view: str, numeral: Numeral, noun: NounMatch | None) -> bool:
    """ "a 32K context"."""
    if _CONTEXT_LENGTH.match(view, numeral.end):
        return True
    if numeral.magnitude not in ("k", "K", "M") or (noun is not None and noun.unit == "tokens"):
        return False
    return is_context_length(view, numeral.end)


_LENGTHS = Pattern(
    r"\b(?:contexts?|(?:sequence|token|prompt|input|output)(?:s|\s|-)(?:lengths?|windows?|sizes?)?)\b", IGNORECASE
)
_CONTEXT = Pattern(r"\d[kKM] contexts?\b|\b[Ll]ong contexts?\b")
