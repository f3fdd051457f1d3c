"""The phrases of a sentence that may be a setting, each with what can be said of it whatever the value is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import STATISTIC, trimmed
from extractors.lexicon import CHANGE_CUE, has_verb
from extractors.wordgroups import word_groups

_INTRODUCED = regex.compile(
    r"\b(?P<prep>on|for|in|across|under|during|within|at|when|with|over|of|through|averaged over|"
    r"(?:applied|adapted|transferred|generali[sz]\w+|extended|scaled|scales) to|using)\s",
    regex.IGNORECASE,
)
# "an ImageNet accuracy of 84%", "84% ImageNet accuracy": a name that says of what the metric is
_NAMED = regex.compile(
    r"(?P<np>(?<![\p{L}\d.-])(?=[\p{L}\d.@*/+-]{0,30}\p{Lu})\p{L}[\p{L}\d.@*/+-]{1,30}(?:[\s-]\p{Lu}?[\d][\p{L}\d.]{0,8}){0,2})"
    r"\s(?=(?:(?:\p{L}[\p{L}@\d-]{1,20})\s){0,2}(?:accuracy|accuracies|scores?|mIoU|AP|mAP|F1|BLEU|pass@\d+|Pass@\d+|"
    r"performance|success|precision|recall|perplexity|error|WER|FID|AUC|ROUGE|throughput|speed-?ups?|latency|inference|"
    r"training|gains?)\b)"
)
# "Alpha becomes 3x faster", "for A it is 2x, while Beta reaches 40%": whose value it is
_SUBJECT = regex.compile(
    r"(?:^|[:;,]\s(?:and\s|while\s|whereas\s)?|\band\s|\bwhile\s|\bwhereas\s|\bthat\s|\bon average,\s)"
    r"(?P<np>(?!it\b|they\b|we\b|our\b|this\b|these\b|which\b|the (?:resulting|proposed)\b)(?:[\p{L}\d][\p{L}\d.@*/+-]{0,30}\s){0,4}?[\p{L}\d][\p{L}\d.@*/+-]{0,30}(?:\s\([^()]{2,60}\))?)"
    r"\s(?=(?:becomes?|runs?|reach(?:es)?|achieves?|shows?|sees?|obtains?|gains?|attains?|exhibits?|yields?|drops?|falls?|"
    r"rises?|improves?|scores?|degrades?|increases?|decreases?|ha[sv]e?|is|are|was|were|goes|moves|from)\s)"
)
_BRACKETED = regex.compile(r"\((?:e\.g\.,?\s|i\.e\.,?\s|for\s|on\s|in\s)?(?P<np>[^()]{2,90})\)")
_LONGER = regex.compile(
    r"(?:,\s(?!and\b|or\b|while\b|with\b|which\b|\p{L}+ing\s)[^,;:()]{2,40}){0,6},?\sand\s(?:the\s)?(?P<last>[^,;:().]{2,40})"
)
_OPENING = regex.compile(
    r"(?:[\p{L}-]+(?:ly|ally)?,\s|(?:For (?:instance|example)|In particular|In fact|Moreover|Furthermore|Also),\s|"
    r"\(?(?:\d|[ivx]{1,3}|[a-e])\)\s|First,\s|Second,\s|Third,\s)?"
)
_BREAK = regex.compile(r"(?:^|[,;:()]\s?(?:and\s|but\s|while\s|whereas\s)?|\bthat,?\s|\bwhile\s|\bwhereas\s)$")
_WORD = regex.compile(r"[\p{L}\d][\p{L}\d'-]*")
_TRIED = regex.compile(
    r"\b(?:evaluat\w+|experiments?|results?|benchmarked|tests?|tested|validat\w+|appl\w+|studies|study|measured|"
    r"assess\w+|demonstrat\w+|simulations?|run|runs|running|deployed|implemented)\s(?:our |the |it |[A-Z]\S+ )?$",
    regex.IGNORECASE,
)
_TRAINED = regex.compile(
    r"\b(?:train|pretrain|pre-train|fine-?tun|distill|built|initiali[sz]|based)\w*\s$", regex.IGNORECASE
)
_COMPARED = regex.compile(r"\b(?:compared|comparable|competitive|consistent|than|par|relative|similar|superior)\s$")
_ARTICLE = regex.compile(
    r"(?P<the>the)\b|(?P<a>an?)\b|(?P<own>our|its|their|this|these|such)\b|(?P<all>all|both|each|various|multiple|"
    r"several|diverse|different|many|standard|real)\b|(?P<many>\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)",
    regex.IGNORECASE,
)
_VALUE = regex.compile(r"\b(?:as|up to|over|by|from|about)\s|[~+]\d|\d\s?(?:%|x\b|times\b|ms\b|s\b)")
_PLACES = (
    ("opens a clause", _BREAK),
    ("after training", _TRAINED),
    ("after a trial", _TRIED),
    ("after compared", _COMPARED),
)
_NAME_LAST = regex.compile(r"\p{Lu}[\p{L}\d.-]*\s$")
_CUT = regex.compile(r"\s(?:of|with|from|to|by|that|which|\()")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at ``[start, end)`` of the text, introduced at ``at``, and the signs that it shows by itself."""

    at: int
    start: int
    end: int
    prep: str
    place: str  # what stands before the preposition
    head: str  # what kind of word the last one is
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a sentence in reading order of their introductions, and where it names metrics."""

    known: tuple[Phrase, ...]
    metrics: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4)
def phrases(view: str, first: int, last: int) -> Phrases:
    """What the sentence ``[first, last)`` holds."""
    metrics = tuple((first + cue.start, first + cue.end) for cue in metric_cues(view[first:last]))
    return Phrases(tuple(_phrases(view, first, last, metrics)), metrics)


_Spans = tuple[tuple[int, int], ...]


def _phrases(view: str, first: int, last: int, metrics: _Spans) -> Iterator[Phrase]:
    opening = _OPENING.match(view, first, last)
    opens = opening.end() if opening else first
    for match in _INTRODUCED.finditer(view, first, last):
        at = match.start()
        span = trimmed(view, noun_phrase(view, match.end(), last))
        if span is None:
            continue
        prep = match["prep"].lower().split()[-1]
        place = _place(view, at, first, opens, metrics)
        yield Phrase(at, *span, prep, place, *_look(view, *span, metrics))
        if view[span[1] : span[1] + 1] in (",", " ") and (longer := _LONGER.match(view, span[1], last)):
            end = _ended(view, longer.start("last"), longer.end())
            more = view[span[1] : end]
            if end > span[1] and end - span[0] < 160 and not has_verb(more) and not _VALUE.search(more):
                head, signs = _look(view, span[0], end, metrics)
                yield Phrase(at, span[0], end, prep, place, head, ("goes on in a list", *signs))
    for pattern, prep in ((_NAMED, "name"), (_SUBJECT, "subject"), (_BRACKETED, "bracket")):
        for match in pattern.finditer(view, first, last):
            span = trimmed(view, match.span("np"))
            if span is not None:
                yield Phrase(match.start(), *span, prep, "", *_look(view, *span, metrics))


def _ended(view: str, start: int, end: int) -> int:
    """Where the last member of a list ends: as a phrase of its own would."""
    span = noun_phrase(view, start, end)
    return span[1] if span else start


def _place(view: str, at: int, first: int, opens: int, metrics: _Spans) -> str:
    """What stands before the preposition."""
    if at <= opens:
        return "opens the sentence"
    before = view[max(first, at - 40) : at]
    for name, pattern in _PLACES:
        if pattern.search(before):
            return name
    if any(at - 2 <= end <= at for _, end in metrics):
        return "after a metric"
    if any(change.end() >= len(before) - 1 for change in CHANGE_CUE.finditer(before)):
        return "after a change"
    if before[-3:-1].strip(" %)x").isdigit() or before[-2:-1] in ("%", ")"):
        return "after a digit"
    return "after a name" if _NAME_LAST.search(before) else "after a word"


@lru_cache(maxsize=512)
def _head(word: str) -> str:
    for name, words in word_groups("extractors.context.setting", "heads.txt").items():
        if word.lower() in words:
            return name
    if word[:1].isdigit():
        return "number"
    if any(c.isupper() for c in word):
        return "name"
    return "ing" if word.endswith("ing") else "plural" if word.endswith("s") and not word.endswith("ss") else "word"


def look_of(text: str) -> tuple[str, ...]:
    """The signs of a text that no phrase of the sentence is."""
    head, signs = _look(text, 0, len(text), tuple((cue.start, cue.end) for cue in metric_cues(text)))
    return (f"head {head}", *signs)


def _look(view: str, start: int, end: int, metrics: _Spans) -> tuple[str, tuple[str, ...]]:
    """The head of a phrase, and what it looks like."""
    text = view[start:end]
    cut = _CUT.search(text)
    words = _WORD.findall(text[: cut.start()] if cut else text) or [text]
    article = _ARTICLE.match(text)
    count = text.count(" ") + 1
    signs = [
        f"article {article.lastgroup}" if article else "article none",
        "1 word" if count == 1 else "2-3 words" if count < 4 else "4-7 words" if count < 8 else "8+ words",
    ]
    if any(c.isupper() for c in text):
        signs.append("names")
    inside = [cue for cue in metrics if start <= cue[0] and cue[1] <= end + 1]
    if inside:
        signs.append("metric last" if inside[-1][1] >= end - 1 else "metric inside")
    if has_verb(text):
        signs.append("verb inside")
    if STATISTIC.match(text):
        signs.append("statistic")
    return _head(words[-1]), tuple(signs)
