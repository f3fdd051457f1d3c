"""What the words of a phrase look like, whatever value it may be the setting of."""

from __future__ import annotations

from functools import lru_cache

from extractors.context.setting.accept.forms import STATISTIC
from extractors.patterns import IGNORECASE, Pattern
from extractors.wordgroups import word_groups

_WORD = Pattern(r"[\p{L}\d][\p{L}\d@'-]*")
_ARTICLE = Pattern(
    r"(?P<the>the)\b|(?P<a>an?)\b|(?P<own>our|its|their|this|these|such)\b|(?P<all>all|both|each|various|multiple|"
    r"several|diverse|different|many|standard|real)\b|(?P<many>\d|two\b|three\b|four\b|five\b|six\b|"
    r"seven\b|eight\b|nine\b|ten\b)",
    IGNORECASE,
)
WORDS_KEPT = 1 << 14  # most words of a text are among so many
_CUT = Pattern(r"\s(?:of|with|from|to|by|that|which|\()")


@lru_cache(maxsize=WORDS_KEPT)
def head_of(word: str) -> str:
    """What kind of word it is, as the last of a phrase: one of those listed, a number, a name or a common word."""
    for name, words in word_groups("extractors.context.setting", "heads.txt").items():
        if word.lower() in words:
            return name
    if word[:1].isdigit():
        return "number"
    if "@" in word or _is_of_a_measure(word):
        return "measure"
    if any(c.isupper() for c in word):
        return "name"
    return "ing" if word.endswith("ing") else "plural" if word.endswith("s") and not word.endswith("ss") else "word"


def _is_of_a_measure(word: str) -> bool:
    """ "L2-error"."""
    last = word.lower().rpartition("-")[2]
    return "-" in word and last in word_groups("extractors.context.setting", "heads.txt")["measure"]


def is_a_measure(text: str) -> bool:
    """ "MUSIQ": whether a word says what is measured, and nothing else is said."""
    return " " not in text and head_of(text) == "measure"


def names_a_measure(text: str) -> bool:
    """Whether a word of the text names what is measured."""
    return "measure" in map(head_of, _WORD.findall(text))


def look_of(text: str) -> tuple[str, tuple[str, ...]]:
    """What the last word of a phrase is, and what the phrase looks like."""
    cut = _CUT.search(text)
    words = _WORD.findall(text)
    heads = words if cut is None else _WORD.findall(text, 0, cut.start())
    head = head_of(heads[-1] if heads else text)
    article = _ARTICLE.match(text)
    count = len(words)
    signs = [
        f"article {article.lastgroup}" if article else "article none",
        "1 word" if count == 1 else "2-3 words" if count < 4 else "4-7 words" if count < 8 else "8+ words",
    ]
    if text.lower() != text:
        signs.append("names")
    if any(map(str.isdigit, text)):
        signs += ["digits", f"digits, head {head}"]
    if head != "measure" and "measure" in map(head_of, words):
        signs.append("a measure inside")
    if STATISTIC.match(text):
        signs.append("a statistic")
    return head, tuple(signs)
