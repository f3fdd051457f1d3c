"""How much a line of text looks like a title, and how much like running text.

Each observation adds its weight to a sum of log likelihood ratios (natural logarithm): above 0 a title is likelier,
below 0 a piece of an abstract. The weights were measured on twenty thousand titles and on pieces of their abstracts
cut at random, then rounded and drawn towards 0: the observations are not independent, and elsewhere titles may be
written in lower case.
"""

from __future__ import annotations

from typing import Final

import regex

BOUND: Final = 9.0  # no line is surer than this to be one or the other


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STOPS = regex.compile(r"[.][)\]\"'”’}]*$")
_URL = regex.compile(r"https?://\S+")
_LAST_URL = regex.compile(r"https?://\S+$")
_SENTENCE_BREAK = regex.compile(
    r"(?<![ (](?:vs|Dr|Mr|Ms|St|cf|[A-Z]|II?|Part))[a-z0-9A-Z)%\]}][.?!][)\]\"'”]* +(?=[A-Z$\\])"
)
_LOWER_WORD = regex.compile(r"[a-z]+[,;.)]?(?:\s|$)")
_CLAUSE = regex.compile(
    r"\b(?:we|our|this|these|it|that|which|is|are|was|were|has|have|been|can|they|their)\b", regex.I
)
_NAMED = regex.compile(r"[^.:]{2,60}: \S")
_STEM = regex.compile(r"\p{L}{4,}|\w*\d\w*")
_WORD = regex.compile(r"[^\s]+")
_FIRST_WORD = regex.compile(r"\p{L}+")
# Words that open a sentence inside an abstract far more often than an abstract, and those that open either.
_GOING_ON = _words(
    "however these our experiments experimental extensive furthermore specifically by finally additionally moreover"
    " through on first second third to notably yet using overall based results here across then together therefore at"
    " unlike each further under it such consequently crucially evaluated instead compared they its thus both"
)
_EITHER = _words("we in this the a an for from while when given with as although since one code building")
_FUNCTION_WORDS = _words(
    "a an the of and or nor to in on for with by from at as is are was were be been being that which who whose this"
    " these those we our it its their than then but if while when where both not also has have had can may into over"
    " between under via such"
)


def title_evidence(text: str) -> float:
    """How much likelier ``text`` is as a title than as a piece of an abstract, within ``[-BOUND, BOUND]``."""
    words = _WORD.findall(text)
    if not words:
        return -BOUND
    score = _length(text) + _ending(text, words) + _case(words) + _sentences(text)
    score += 3.0 if _NAMED.match(text) else -0.3
    score += -2.0 if _CLAUSE.search(text) else 1.0
    score -= 1.0 if "," in text else 0.0
    score -= 6.0 if starts_inside(text) else 0.0
    return max(-BOUND, min(BOUND, score))


def starts_inside(text: str) -> bool:
    """Whether the text starts inside a sentence: with a word in lower case, or a closing or joining mark."""
    return bool(_LOWER_WORD.match(text)) or text[:1] in tuple(",;.)]}%–-=+&")


def ends_sentence(text: str) -> bool:
    """Whether the text may end where a sentence does."""
    return text.endswith(("?", "!")) or bool(_STOPS.search(text)) or bool(_LAST_URL.search(text))


def goes_on(text: str) -> float:
    """How much likelier a text that starts with a sentence goes on with an abstract than is one of its own."""
    match = _FIRST_WORD.match(text)
    word = match[0].lower() if match else ""
    if word in _GOING_ON:
        return 1.5
    return 0.0 if word in _EITHER else -2.5 * min(1.0, len(text) / 1000)


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut to six letters so that inflections agree."""
    return frozenset(word.casefold()[:6] for word in _STEM.findall(text))


def kinship(title: frozenset[str], piece: frozenset[str], length: int) -> float:
    """How much likelier it is that a piece of ``length`` characters belongs to the title than to another one.

    An abstract holds most of its own title's stems (median 0.86, half an abstract 0.6) and few of another's (0.14).
    """
    share = (len(title & piece) + 0.35) / (len(title) + 1)
    return min(1.0, length / 600) * max(-4.0, min(4.0, 10 * (share - 0.35)))


def affinity(before: frozenset[str], after: frozenset[str], length: int) -> float:
    """How much likelier two texts, the shorter of ``length`` characters, are of one abstract than of two.

    The halves of an abstract share 0.27 of the fewer stems, those of different papers 0.17 (medians).
    """
    share = len(before & after) / (1 + min(len(before), len(after)))
    return 3 * min(1.0, length / 600) * max(-1.0, min(1.0, 6 * (share - 0.24)))


def _length(text: str) -> float:
    if len(text) <= 200:
        return 0.5
    return -4.0 if len(text) <= 260 else -12.0


def _ending(text: str, words: list[str]) -> float:
    if _STOPS.search(text):
        return -6.0
    if _URL.search(text) or text.endswith((",", ";", ":", "(")) or words[-1].lower() in _FUNCTION_WORDS:
        return -5.0
    return 4.0 if text.endswith("?") else 1.5


def _case(words: list[str]) -> float:
    """Titles capitalise most of their long words."""
    long = [word for word in words[1:] if len(word) > 3 and word[0].isalpha()]
    if not long:
        return -0.5
    share = sum(word[0].isupper() for word in long) / len(long)
    if share >= 0.7:
        return 3.0
    return 0.5 if share >= 0.4 else -1.5


def _sentences(text: str) -> float:
    breaks = len(_SENTENCE_BREAK.findall(text))
    return (0.3, -2.0)[breaks] if breaks < 2 else -5.0
