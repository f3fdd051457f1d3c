""" "Over" that is across: "partitioned over 8,192 ranks", "tested over 45 days"."""

from __future__ import annotations

import regex

from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from extractors.wordgroups import any_of, word_groups

_WORDS = {group: any_of(words) for group, words in word_groups("extractors.context.qualifier", "over.txt").items()}
_SPREAD_OVER = regex.compile(rf"(?<=\b(?:{_WORDS['spread']})\p{{L}}{{0,5}}\s)over\s(?=(?:the\s)?$)", IGNORECASE)
_AVERAGED_OVER = regex.compile(
    rf"(?<!(?:^|\b(?:{_WORDS['more than']})|\()\s?)\sover\s(?=(?:the\s|a\s)?$)", IGNORECASE
)
_MANY = 100
_TELLS_ALL = 1000
_HAS_OVER = Ending(
    rf"\b(?:{_WORDS['amount']})\p{{L}}{{0,4}}\sover\s$|"
    rf"\b(?:{_WORDS['amount, present']})(?:e|es|s|ing)?\sover\s$|"
    r"\b[Ww]e\s(?:\p{L}+ly\s)?\p{L}+ed\sover\s$|\b(?:together|where|seen)\sover\s$",
    IGNORECASE,
)


# "Over 900 games, it wins 62%", "in the field, over 40 trials, it succeeds": a clause follows
_OPENS_WITH_OVER = Ending(r"(?:^|,\s)[Oo]ver\s(?:the\s|all\s)?$")
_THEN_CLAUSE = Pattern(
    r"(?:\s(?!(?:are|were|is|was|have|has|had|can|will)\s)[^,;:().\s]{1,30}){0,12}(?:\s(?=(?:it|we|they)\s)|,\s(?=(?:"
    r"(?:it|we|they|this|the|our|its|their|an?|\p{Lu}[\p{L}\d-]+)\s|"
    r"(?:[\p{Ll}-]+\s){1,3}(?:is|was|are|were|stays|rises?|falls?|drops?|improves?|averages?|reach(?:es)?|var(?:y|ies)|"
    r"differs?|grows?|increases?|decreases?)[\s.])))"
)
_A_CLAUSE_WITHIN = Pattern(r"(?:it|we|they|this|the|our)\s")
# "retrieval over 2 million passages"
_NOUN_OVER = Ending(
    r"\b(?!total\s)\p{L}{3,}(?:tion|sion|al|sis|ment|search|reasoning|answering)(?:\s|,\s)over\s$", IGNORECASE
)


def is_across(s: Situation) -> bool:
    """ "Over 900 games, it wins 62%": the number of what was tried, no bound."""
    if _OPENS_WITH_OVER.search(s.left) is None:
        return False
    if s.quantity.low > _TELLS_ALL and s.quantity.low % 10 and not s.quantity.magnitude:
        return True  # "Over 31,417 nodes": nobody says so exactly what it is more than
    clause = _THEN_CLAUSE.match(s.right)
    if clause is None:
        return False
    return not s.left.startswith(", ", -7) or _A_CLAUSE_WITHIN.match(s.right, clause.end()) is not None


def without_over(s: Situation, left: str) -> str:
    """What stands before a count or a time, less the "over" that is across it."""
    if s.quantity.dimension is Dimension.DEVICES:
        return _SPREAD_OVER.sub("", left)
    if _NOUN_OVER.search(left):
        return left.removesuffix("over ")
    return left if left.endswith(" over ") and _counts_more(s, left) else _AVERAGED_OVER.sub("", left)


def _counts_more(s: Situation, left: str) -> bool:
    """ "Since 2019, over 4,000 papers", "integrating over 900 documents": more than so many, not across them."""
    if left.endswith(", over "):
        return s.quantity.low >= _MANY
    return s.quantity.dimension is Dimension.COUNT and _HAS_OVER.search(left) is not None
