"""A rival that is equalled in a clause behind the value: "by 30%, while keeping a quality close to that of X"."""

from __future__ import annotations

from extractors.context.baseline.phrases import A_NUMBER, ANOTHER, COMPARED, cut
from extractors.context.phrase.shapes import BENCHMARK
from extractors.lexicon import BEATING
from extractors.patterns import Pattern
from extractors.situation import Situation

_KEEPS = r"(?:maintain|preserv|keep|retain|sustain|stay|remain)ing"
_REACHES = (
    r"(?:achiev|attain|reach|deliver|provid|yield|offer|obtain|hav|show|giv|produc|perform|match|approach|be)ing"
)
_WHILE = ("while ", "whilst ")
_AND_WHILE = r"(?P<until>[^;]{0,160}?)\s(?:while|whilst)\s(?:(?:still|also|even|\p{L}+ly)\s)?"
_EQUAL = (
    r"(?:comparabl[ey]|competitive(?:ly)?|on[ -]par|close|similar(?:ly)?|equal|equivalent|identical|parity)\b"
    r"(?:(?!\s(?:to|with|than|over|as)\s)[^,;:()\d]){0,50}?\s(?:to|with)"
)
_EQUALLED = Pattern(
    rf"{_AND_WHILE}(?:"
    rf"(?:{_KEEPS}|{_REACHES})\s(?:(?!\s(?:than|over)\s)[^,;:()\d]){{0,60}}?{_EQUAL}|"
    rf"{_KEEPS}\s(?:(?!\s(?:than|over)\s)[^,;:()\d]){{2,60}}?\s(?:compared|relative)\s(?:to|with)"
    rf")\s(?!{A_NUMBER}|(?:that|those)\s(?!of\b))"
)
_QUALITY = r"(?:performance|accurac(?:y|ies)|quality|results?|fidelity|recall|convergence|scores?|perplexity)"
_OR_BEATS = (
    r"(?:,?\s(?:and|or)\s(?:\p{L}+\s){0,2}?(?:surpass|exceed|outperform|beat|improv)ing(?:\s(?:up)?on|\sover|,)?)?"
)
# "matching or exceeding the accuracy of X", "matching the baseline's recall", "retaining baseline quality"
_MATCHED = Pattern(
    rf"{_AND_WHILE}(?:(?P<matches>match|rivall?|equall?)ing|{_KEEPS}){_OR_BEATS}\s(?:"
    rf"the\s(?:(?!of\s)[\p{{L}}-]+\s){{0,3}}?{_QUALITY}\sof\s(?P<of>(?:an?\s|the\s|our\s)?(?:{ANOTHER}|\p{{Lu}}))|"
    rf"(?P<np>(?:the\s|an?\s|our\s)?(?(matches)(?:{ANOTHER}(?!-level)|\p{{Lu}})|"
    rf"(?:[\p{{L}}-]+\s){{0,2}}?(?:baseline|teacher)(?:'s)?\s(?:[\p{{L}}-]+\s)?{_QUALITY})))"
)
_ITS_QUALITY = Pattern(
    rf"(?:'s?\s(?:[\p{{L}}-]+\s){{0,3}}?|\s(?:(?!baseline|teacher)[\p{{Ll}}-]+\s)?){_QUALITY}\b.*$|'s?$"
)


def equalled(s: Situation) -> tuple[int, int] | None:
    """The rival whose quality is kept is the one that the costs are compared with."""
    if not s.says(_WHILE):
        return None
    found = _EQUALLED.match(s.right)
    if found is not None:
        return None if _is_of_another(found["until"]) else cut(s, s.quantity.end + found.end(), s.sentence.end)
    return _matched(s)


def _is_of_another(until: str) -> bool:
    """ "by 30%, beats Y by 5%, while keeping the quality of X"."""
    return bool(BEATING.search(until) or COMPARED.search(until))


def _matched(s: Situation) -> tuple[int, int] | None:
    """ "by 30% while matching the recall of X": X, without what is equalled of it."""
    found = _MATCHED.match(s.right)
    if found is None or _is_of_another(found["until"]):
        return None
    span = cut(s, s.quantity.end + found.start("of" if found["of"] else "np"), s.sentence.end)
    if span is None or BENCHMARK.match(s.doc.view, *span):
        return None
    quality = _ITS_QUALITY.search(s.doc.view, *span)
    return (span[0], quality.start()) if quality else span
