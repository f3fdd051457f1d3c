"""A baseline named later in the sentence: "cuts the time by 30%, the most on large inputs, compared with X"."""

from __future__ import annotations

from extractors.context.baseline.after.clause import (
    BY_CONTRAST,
    OTHER_CLAUSE,
    is_of_another,
    leaves_its_bracket,
    named_first,
    opens_a_clause,
)
from extractors.context.baseline.after.shared import shared_over
from extractors.context.baseline.phrases import COMPARED, cut
from extractors.context.phrase.shapes import ITEM
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation


def later(s: Situation) -> tuple[int, int] | None:
    """The first that is named, unless a clause of its own begins before."""
    if named_first(s):
        return None
    if (shared := shared_over(s)) is not None:
        return cut(s, shared, s.sentence.end)
    match = COMPARED.search(s.right)
    if match is None:
        return None
    until = s.right[: match.start()]
    if (BY_CONTRAST if until.endswith(", ") else OTHER_CLAUSE).search(until):
        return None  # "by 30%, and achieves 2x, compared with B" is of both
    if is_of_another(until) or leaves_its_bracket(until):
        return None
    if ITEM.search(until) and ITEM.search(s.left):
        return None  # "a) raises the score by 4%, b) is faster than X"
    if until.rfind("(") > until.rfind(")"):
        return None  # "cuts memory by 5x, and time more (8x less than X)"
    start, end = s.quantity.end + match.start(), s.quantity.end + match.end()
    return None if opens_a_clause(s, start, end) else cut(s, end, s.sentence.end)


_FROM = Pattern(
    r"\s(?:[\p{L}@/-]{1,20}\s){0,6}?from\s(?=(?:(?:an?|the|our|its)\s)?(?:[\p{L}\d.+-]+\s){0,3}?"
    r"(?:baselines?|vanilla|base|original|previous|prior|existing|standard|conventional|unmodified|untuned|dense)\b)"
)
_WITH_SO_LITTLE = Ending(
    r"(?:^|,\s|\bthat,?\s)(?:with|using|at|for)\s(?:(?:only|just|merely|less than|about|under|a mere)\s|~){1,2}$",
    IGNORECASE,
)
_IT_BEATS = Pattern(
    rf"\s(?:of\s)?[^,;:]{{2,50}},\s[^,;:]{{1,40}}?\s{BEATS_OR_EQUALS}\s"
    r"(?:the\s(?:performance|accuracy|quality)\sof\s)?(?!or\b|and\b)"
)


def from_baseline(s: Situation) -> tuple[int, int] | None:
    """ "27% fewer errors from the X baseline", "with only 10% of the cost, it beats X"."""
    found = _FROM.match(s.right)
    if found is None and _WITH_SO_LITTLE.search(s.left):
        found = _IT_BEATS.match(s.right)
    return cut(s, s.quantity.end + found.end(), s.sentence.end) if found else None
