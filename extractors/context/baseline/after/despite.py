"""A rival that is beaten or equalled in spite of the value: "despite 3x fewer weights, it beats X"."""

from __future__ import annotations

from extractors.context.baseline.phrases import A_NUMBER, COMPARED, cut
from extractors.context.phrase.shapes import BENCHMARK
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_OPENS = Ending(
    r"(?:^|[,;]\s|\b(?:that|and|but),?\s|^[\p{L}]+,\s)(?:even\s|by\s)?(?:"
    r"despite|in\sspite\sof|notwithstanding|with|using|requiring|consuming|having|being|trained\s(?:on|with|for)|"
    r"(?:while|whilst|although|though|albeit)\s(?:\p{L}+ly\s)?(?:\p{L}+ing|trained|it\s(?:is|uses|has|requires|needs)))\b"
    r"(?:[^,;:()]{0,40}\d[^,;:()\d]{0,40}\sand\s(?:(?:up to|about|over|nearly|an?)\s|~){0,2})?"
    r"(?:(?!\s(?:improv|increas|gain|achiev|outperform|surpass|deliver|rais|boost)\p{L}*\b)[^,;:()\d]){0,50}$",
    IGNORECASE,
)
# what costs less or more; a quality that is better is no reason to wonder
_LESS = Pattern(
    r"[%$\\]{0,3}(?:-\d[\d.]*(?:x|%))?\s(?:fewer|less|smaller|lower|cheaper|lighter|shorter|slimmer|reduced|reductions?|savings?|faster|of\s(?:its|the)\s)"
)
_IT = r"(?:,\s(?:\p{L}[\p{L}\d.+-]*\s){1,6}?|,\s)(?:(?:can|could|still|also|even|not only|\p{L}+ly)\s){0,2}"
_IS_EQUAL = (
    r"(?:(?:comparabl[ey]|competitive(?:ly)?|on[ -]par|similar(?:ly)?|equivalent|identical|parity|superior|"
    r"favou?rably)\s(?:(?:results?|performance|accuracy|quality|scores?)\s)?(?:to|with)|better\s(?:[\p{L}-]+\s){0,3}?than)"
)
_BEATS = Pattern(
    rf"(?P<until>[^,;:()]{{0,80}}(?:\s?\([^()]{{1,40}}\))?){_IT}(?:{BEATS_OR_EQUALS}\s(?:(?:or|and)\s(?:even\s)?{BEATS_OR_EQUALS}\s)?|"
    r"(?:performs?|remains?|stays?|is|are|achieves?|attains?|reach(?:es)?|delivers?|offers?|yields?|obtains?|shows?|compares?|maintains?)\s"
    rf"(?:(?!\s(?:to|with|than|while|and)\s)[^,;:()\d]){{0,50}}?{_IS_EQUAL}\s)"
    r"(?:the\s(?:[\p{L}-]+\s){0,2}(?:performance|accuracy|quality|results?|scores?)\s(?:of|achieved by)\s)?"
    rf"(?!{A_NUMBER}|(?:that|those)\s(?!of\b)|or\b|and\b|the\s(?:performance|accuracy|quality|results?)\b)"
)


def despite(s: Situation) -> tuple[int, int] | None:
    """The object of the clause that the value's phrase opens."""
    if not _LESS.match(s.list_right) or not _OPENS.search(s.left[-120:]):
        return None
    found = _BEATS.match(s.doc.view, s.siblings[s.group[1]].end, s.sentence.end)
    if found is None or COMPARED.search(found["until"]):
        return None
    span = cut(s, found.end(), s.sentence.end)
    return None if span is None or BENCHMARK.match(s.doc.view, *span) else span
