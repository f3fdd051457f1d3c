"""The workload, data set, model or condition that a value holds for, as in the text."""

from __future__ import annotations

from collections.abc import Callable

import regex

from extractors.context.phrase import noun_phrase
from extractors.situation import Situation

_AFTER = regex.compile(r"\b(?:on|for|across|in|under|during|within|at|when|with)\s(?!average|particular|total|addition|terms|comparison|respect|contrast|most|least|the (?:order|best|same time)|up to\b|less than|over\b|only\b|a \d)", regex.IGNORECASE)
_ORDER = ("on", "for", "across", "in", "under", "during", "within", "at", "when", "with")
_FIRST = regex.compile(r"(?:^|[;:]\s|\bthat,?\s|,\s(?:and\s)?)(?P<prep>[Oo]n|[Ff]or|[Aa]cross|[Ii]n|[Uu]nder|[Aa]t|[Ww]hen applied to|[Ww]ith)\s(?!this|these|particular|addition|contrast|terms|our|the other|average|comparison|total|fact|general|summary|practice|order|such|experiments|most|all\b|both cases)", regex.IGNORECASE)
_OBJECT = regex.compile(r"\b(?:of|for|on|in)\s(?P<np>[^,;:()]{2,70}?)\s(?:by|of|to|is|reaches)\s(?:up to\s|an?\s|over\s|about\s|only\s|average\s|of\s|factor\s|nearly\s|around\s|more than\s)*[~$(]?$", regex.IGNORECASE)
_METRIC_ONLY = regex.compile(
    r"(?:(?:the|its|their|end-to-end|average|total|overall|training|inference|peak|token|median|mean|both)\s)*(?:latency|throughput|accuracy|memory|memory usage|time|speed|performance|cost|"
    r"energy|runtime|execution time|efficiency|inference|training|terms|decoding time|execution speeds?|wall-?clock time|wall-time|energy efficiency|energy consumption|power|bandwidth|quality|size|total|recall|precision|F1|pass@1|comparison|compute|computation|model size|all cases|most cases|practice|parallel|order|energy and area)\b.{0,12}",
    regex.IGNORECASE,
)
_BAD = regex.compile(r"(?:it|them|this|that|which|each|all|both|average|particular|hours|minutes|seconds|days|a (?:fraction|variety|factor|single pass|few)|total|up to|less than|more than|no\b|minimal|negligible|only|improv|comparable|little|better|lower|higher|average|respect|an average)\b", regex.IGNORECASE)
_PREP_CUT = regex.compile(r"\s(?:over|against|than|compared|relative|by|while|via)\s", regex.IGNORECASE)


def find_setting(s: Situation) -> str | None:
    """The setting of a value; null when none is stated near it."""
    for step in (_after, _object_of, _sentence_start, _after_list):
        span = step(s)
        if span is not None:
            return s.doc.text[span[0] : span[1]]
    return None


def _pick(s: Situation, window: str, start: int) -> tuple[int, int] | None:
    window = regex.split(r";|\.\s|,\s(?:while|whereas|but|and|achiev\w+|reduc\w+|demonstrat\w+|with)\b", window)[0]
    found: list[tuple[int, int, int]] = []
    for match in _AFTER.finditer(window):
        span = noun_phrase(s.doc.view, s.doc.text, start + match.end(), start + len(window), limit=90)
        if span is None:
            continue
        text = s.doc.view[span[0] : span[1]]
        cut = _PREP_CUT.search(text)
        if cut:
            span = (span[0], span[0] + cut.start())
            text = text[: cut.start()]
        if len(text) < 2 or _METRIC_ONLY.fullmatch(text) or _BAD.match(text):
            continue
        found.append((_ORDER.index(match[0].strip().lower()), span[0], span[1]))
    if not found:
        return None
    best = min(found, key=lambda f: (f[0] > 4, f[1]))
    return best[1], best[2]


def _after(s: Situation) -> tuple[int, int] | None:
    return _pick(s, s.near_right, s.quantity.end)


def _after_list(s: Situation) -> tuple[int, int] | None:
    start = s.siblings[s.group[1]].end
    return _pick(s, s.doc.view[start : s.sentence.end], start)


def _object_of(s: Situation) -> tuple[int, int] | None:
    """ "improves the performance of X by 14%", "cutting the footprint of Y by 90%"."""
    match = _OBJECT.search(s.near_left)
    if match is None:
        return None
    start = s.quantity.start - len(s.near_left)
    np = match["np"]
    if _METRIC_ONLY.fullmatch(np) or _BAD.match(np):
        return None
    return start + match.start("np"), start + match.end("np")


def _sentence_start(s: Situation) -> tuple[int, int] | None:
    """ "On X, ...", "For Y, ...": the last such phrase before the quantity."""
    found: tuple[int, int] | None = None
    for match in _FIRST.finditer(s.left):
        start = s.sentence.start + match.end()
        span = noun_phrase(s.doc.view, s.doc.text, start, s.quantity.start, limit=110)
        if span is None or _METRIC_ONLY.fullmatch(s.doc.view[span[0] : span[1]]) or _BAD.match(s.doc.view[span[0] : span[1]]):
            continue
        found = span
    return found


STEPS: tuple[Callable[[Situation], tuple[int, int] | None], ...] = (_after, _object_of, _sentence_start, _after_list)
