"""Whose each value is where that is said: "the tuned parsers and plain taggers reach 91% and 87%, respectively"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.pairing.parts import PAIRED_BEHIND, TOLD, respective_part
from extractors.context.pairing.respective import are_of_their_own, pair_elsewhere
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import BEATING
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_NO_WORD = (
    r"(?:and|or|the|an?|of|on|in|for|at|with|by|from|to|as|than|over|under|across|is|are|was|were|be|it|we|our|its|they|this|these|"
    r"that|which|both|each|while|whereas|but|when|where|using|results?|experiments?|evaluations?|respectively|compared)\b"
)
_WORD = rf"(?!{_NO_WORD})[\p{{L}}\d][\p{{L}}\d./+-]*"
_ITEM = rf"(?:the\s)?{_WORD}(?:\s{_WORD}){{0,3}}?(?:\s\([^()\d]{{1,20}}\))?"
_VERB = (
    r"(?:(?:achiev|reach|obtain|attain|scor|requir|provid|deliver|exhibit|retain|preserv|contribut|account|sav|add|incur|gain|"
    r"yield|show|need|follow|consum|cost|us|ris|complet|produc|support|sustain|record|perform|succeed|agree)(?:e|es|s|ed|ing)?|"
    r"takes?|took|taking|ha(?:ve|s|d|ving)|gets?|got|runs?|ran|running|"
    r"(?:improv|reduc|increas|rais|lower|decreas|boost|lift|cut)(?:e|es|s|ed|t?ing)?(?!\s(?:by|from|to)\b)|"
    r"(?:are|were|is|was|being)\s(?:accelerated|sped\sup|compressed|shortened|detected|solved|recognized|classified|favored|found))"
)
_SUBJECTS = Ending(
    r"(?:^|[.;:]\s|,\s(?:(?:while|whereas|but|and|with|where)\s)?|\b(?:that|with|while|whereas|where|as)\s)(?:both\s)?"
    rf"(?P<names>{_ITEM}(?:,\s{_ITEM}){{0,4}},?\sand\s{_ITEM})\s(?:(?:can|also|only|each|still|\p{{L}}+ly)\s)?{_VERB}\s"
    r"(?:(?!(?:over|than|against|and)\s|[~$+<>]?\d)[^\s,;:()]+\s){0,9}[~$+]?$",
    IGNORECASE,
)
_PLACE = Pattern(r"\s(?:on|across|for|in|under)\s")
_OPENS_WITH_A_PLACE = Pattern(r"(?:On|In|For|Across|Under|At)\s[^,;:]{2,80},\s")


def told_subject(s: Situation) -> Span | None:
    """The subject that has the place in its list that the value has among the values."""
    first, last = s.group
    if first == last or not s.says(TOLD) or " and " not in s.list_left:
        return None
    if PAIRED_BEHIND.match(s.list_right) is None:
        return None
    subjects = _SUBJECTS.search(s.list_left)
    if subjects is None or are_of_their_own(s) or pair_elsewhere(s) or BEATING.search(s.list_left):
        return None
    start = subjects.start("names")
    if s.list_left.endswith("that ", 0, start) and _PLACE.search(s.list_left, 0, start):
        return None  # "tests on A show that B and C gain"
    if _OPENS_WITH_A_PLACE.match(s.left):
        return None  # "On A, B and C gain"
    names = subjects["names"]
    if of_a_measure(names) or metric_cues(names):
        return None
    start = s.siblings[first].start - len(s.list_left)
    return respective_part(
        s.doc.view, start + subjects.start("names"), start + subjects.end("names"), s.group, s.index
    )
