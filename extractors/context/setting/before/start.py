"""What opens the sentence or a clause of it: "On A, ...", "When paired with B, ...", "on A with a score of"."""

from __future__ import annotations

from extractors.context.phrase import noun_phrase
from extractors.context.phrase.shapes import ITEM
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.more import with_what
from extractors.context.setting.introduced import says_what_it_rests_on
from extractors.context.setting.span import Span, span_of
from extractors.patterns import Folded, Match, Pattern
from extractors.situation import Situation

_FIRST = Folded(
    r"(?:^(?:(?:our|the|extensive|comprehensive|experimental|empirical|numerical|efficiency|additional|further|preliminary)\s){0,2}"
    r"(?:experiments?|evaluations?|results?|benchmarks?|tests|experimentation|case studies|studies)\s|"
    r"^(?:specifically|notably|moreover|furthermore|additionally|meanwhile|remarkably|crucially|empirically|"
    r"experimentally|finally|importantly|[a-z]\p{L}+\s\p{L}+),\s|^\s?(?:(?:yet|but|still|and|also|similarly|conversely|however|even),?\s)?|"
    r"(?=[;:ts,(])(?:[;:]\s|\bthat,?\s|,\s(?:and|while|whereas|but)\s|,\s(?=across\s)|\bshow(?:s|n)?\s|\(\d\)\s))"
    r"(?P<prep>on|across|for|in|under|at|during|(?:when\s)?(?:applied|evaluated|tested|deployed|tried|validated|assessed)"
    r"(?:\s(?!on\b|to\b|in\b)[\p{L}-]+){0,4}?\s(?:to|on|across|over)|with|"
    # "When paired with A, ..."
    r"when(?:\susing)?(?=\s(?!(?:using|asked|considering|compar\p{L}+|it|we|they)\b)))\s"
)


_ENDS = (",", " ", ")", ";", ":")
_CLAUSE = ("when", "when using")
_CLAUSE_ENDS = (",",)  # a clause that is cut short says less than a phrase


def sentence_start(s: Situation) -> Span | None:
    """ "On X, ...", "For Y, ...": the last such phrase before the quantity."""
    found: Span | None = None
    for match in _FIRST.finditer(s.left):
        if match["prep"].lower() == "with" and match.start() > 0:
            continue
        if ";" in s.left[match.end() :] or _is_in_another_item(s.left, match):
            continue
        start = s.sentence.start + match.end()
        span = with_what(s.doc.view, noun_phrase(s.doc.view, start, s.quantity.start, limit=110), s.sentence.end)
        ends = _CLAUSE_ENDS if match["prep"].lower() in _CLAUSE else _ENDS
        if span is not None and s.doc.view[span[1] : span[1] + 1] not in ends:
            continue
        found = accept(s, span, match["prep"].lower()) or found
    return found


def _is_in_another_item(left: str, match: Match) -> bool:
    """ "a) on six corpora it is better, b) it trains 10% faster"."""
    items = [item.start() for item in ITEM.finditer(left)] if ") " in left else []
    return len(items) > 1 and items[0] < match.start() and match.end() <= items[-1]


_ON_WITH = Pattern(
    r"\b(?:on|across)\s(?P<np>(?:(?!\s(?:on|across|for|in|of|with)\s|\sand\s\p{Ll}+s\s(?:at|with)\s)[^,;:()]){3,60}?)(?:\s(?:while|and|by|thus|thereby))?(?:,\s|\s)(?:with|at|achieving|reaching|attaining|"
    r"obtaining|scoring)\s[^,;:()]{0,50}$"
)


def before_with(s: Situation) -> Span | None:
    """ "state of the art on X with a score of 1.35": what is named before in the same clause."""
    match = _ON_WITH.search(s.near_left)
    if match is None or says_what_it_rests_on(s.near_left, match.start(), "on"):
        return None
    return accept(s, noun_phrase(s.doc.view, *span_of(match, s.quantity.start)), "on")
