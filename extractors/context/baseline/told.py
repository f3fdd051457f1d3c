"""The rival that the sentence before names without a value: "It beats Tarnet. It cuts the delay by 3x"."""

from __future__ import annotations

from dataclasses import replace

from extractors.context.baseline.phrases import A_NUMBER, cut
from extractors.lexicon import BEATS
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from extractors.text import Sentence, holds

_COMPARES = (
    "compar", "against", "over", "upon", "perform", "surpass", "beat", "exceed", "superior", "outp", "outr", "outst",
    "eclips", "edg",
)  # fmt: skip
# "Compared with Tarnet, it keeps the order of the files", "It beats Tarnet"
_RIVAL = Pattern(
    rf"\b(?:{BEATS}|compar(?:e[sd]?|ing)\s(?:[^.;,()]{{2,60}}?\s)?(?:against|with|to)|"
    r"(?:bench-?mark|evaluat|test)(?:e?[sd]|ing|e)?\s(?:[^.;,()]{2,60}?\s)?against|"
    r"in\scomparison\s(?:to|with)|superior\sto|"
    r"(?:improvements?|gains?|advantages?|superiority|speed-?ups?|reductions?|improv(?:es|ing))\s(?:over|upon))\s"
    rf"(?!{A_NUMBER}|(?:that|those|all|each|one|half|twice)\s(?!of\b|existing|prior|previous|other|baseline))",
    IGNORECASE,
)
# "by 12%", "twice as fast": such a sentence has said how much
_A_VALUE = Pattern(
    r"\d[\d.,]*\s?\\?(?:%|(?:x|times|-?fold|points?|pp|percent)\b)|\b(?:twice|half|halv|doubl|tripl|orders?\sof\smagnitude)",
    IGNORECASE,
)
# "In practice, it cuts the delay", "Our runs show"
_GOES_ON = Pattern(
    r"(?:(?:Specifically|In particular|Notably|Concretely|For example|For instance|Overall|Remarkably|Empirically|"
    r"In practice|On average|(?:In|On|Across|For|At|Under|With|Over)\s[^,;]{2,90}),\s)?"
    r"(?:the\s)?(?:results?|experiments?|evaluations?|it|we|our(?!\s(?-i:\p{Lu}))|its|they|this)\b",
    IGNORECASE,
)
# "a larger one further improves it", "improves ORB performance": on top of ours, or of what is named
_ADDS = Pattern(
    r"\b(?:further|additionally)\s\p{Ll}|"
    r"\b(?:improv|boost|enhanc)(?:es|e|ed|ing|s)\s(?:the\s)?\p{Lu}[\p{L}\d-]*(?:'s)?\sperformance\b"
)
# "surpasses the level of last year"
_NO_RIVAL = Pattern(r"\b(?:performance|level|frontier|limit|bound|capabilit(?:y|ies))s?\b")
# what cuts a model is worse or better than others, and saves as against the model uncut
_CUTS = Pattern(r"prun|quanti[sz]|compress|distill|sparsif", IGNORECASE)


def rival_told_before(s: Situation) -> tuple[Situation, tuple[int, int]] | None:
    """The last rival of the sentence before, where that has no value and this one goes on with ours."""
    if not s.sentence.index:
        return None
    before = s.doc.sentences[s.sentence.index - 1]
    if not (_GOES_ON.match(s.doc.view, s.sentence.start) or _same_subject(s, before)):
        return None
    if (
        _ADDS.search(s.left)
        or not holds(s.doc.folded(before), _COMPARES)
        or _A_VALUE.search(s.doc.view, before.start, before.end)
    ):
        return None
    found: Match | None = None
    for match in _RIVAL.finditer(s.doc.view, before.start, before.end):
        found = match
    if found is None:
        return None
    there = replace(s, sentence=before)
    span = cut(there, found.end(), before.end)
    named = s.doc.view[slice(*span)] if span else ""
    return None if span is None or _NO_RIVAL.search(named) or _CUTS.search(named) else (there, span)


_NAME_FIRST = Pattern(r"(?P<name>\p{Lu}[\p{L}\d+-]*)(?:'s)?\s\p{Ll}+s\s")


def _same_subject(s: Situation, before: Sentence) -> bool:
    """Whether the sentence begins with a name that the one before begins with, or tells of."""
    named = _NAME_FIRST.match(s.doc.view, s.sentence.start)
    return named is not None and named["name"] in s.doc.view[before.start : before.end]
