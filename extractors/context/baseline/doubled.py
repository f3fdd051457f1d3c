"""Whose the metric is that is doubled or halved: "halves the error of X", "triples X's recall"."""

from __future__ import annotations

from extractors.context.baseline.phrases import ANOTHER, cut
from extractors.patterns import Pattern
from extractors.situation import Situation

_VERB = Pattern(r"(?:hal|doub|trip|quadrup)\p{L}*(?:e|es|ed|ing|s)$")  # their object is the metric
_OF_ANOTHER = Pattern(
    r"\s(?:(?:(?:the|its|their)\s)?(?:[\p{L}-]{1,20}\s){1,3}?of\s|(?:the\s)?(?=baseline))"
    rf"(?P<np>(?:(?:an?|the|our)\s)?{ANOTHER})"
)
# "halves the number of messages sent by Tarnet"
_DONE_BY_NAME = Pattern(
    r"\s(?:the|its)\s[^,;:()]{2,50}?\s(?:sent|used|needed|required|incurred|produced|generated|consumed|issued|taken|made|done)\sby\s"
    r"(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*){0,2})"
)
_OWNS = Pattern(
    rf"\s(?P<np>(?:(?:an?|the|our)\s)?{ANOTHER}(?:\s[\p{{L}}-]{{2,20}}){{0,2}}?|"
    r"\p{Lu}[\p{L}\d.+-]*(?:\s[\p{Lu}\d][\p{L}\d.+-]*){0,2})'s\s(?!own\b)"
)


def is_verb(s: Situation) -> bool:
    """ "doubles", "halving"."""
    return _VERB.search(s.quantity.idiom) is not None


def whose_is_doubled(s: Situation) -> tuple[int, int] | None:
    """Where in the text the owner of the metric stands: "X" in "triples X's recall"."""
    if (owns := _OWNS.match(s.right)) is not None:
        return s.quantity.end + owns.start("np"), s.quantity.end + owns.end("np")
    theirs = _OF_ANOTHER.match(s.right) or _DONE_BY_NAME.match(s.right)
    return cut(s, s.quantity.end + theirs.start("np"), s.sentence.end) if theirs else None
