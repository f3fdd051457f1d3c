"""The words of a text as the search for names sees them, and which of them look like names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from extractors.text import holds

# A word with inner hyphens, dots and mathematics ("D$^2$GS", "Mirror-SD", "S*"); or one mark. None holds white space.
_WORD = re.compile(
    r"(?:\$[^$\s]{1,24}\$|[^\W_])(?:\$[^$\s]{1,24}\$|[\w+*^†★²³{}\\]|[-./&@:'](?=[^\W_]|\$)){0,60}[*+]?|[^\w\s]"
)
_LONGEST = 61  # letters of one word
_CLOSING = frozenset(",.;:)")  # no part of a word that they end
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w-])[\w-]{1,60}+\.(?:com|io|org)/\S+")
_LINK_PARTS = ("/", "www.")  # a link has one of them

# Endings of a compound that describes something else: "GPU-based", "cache-aware".
_DESCRIBING = re.compile(
    r".*-(?:based|driven|guided|generated|powered|assisted|enabled|accelerated|only|enhanced|native|style|mediated|augmented|"
    r"supported|derived|trained|aware|free|like|level|oriented|centric|efficient|inspired|agnostic|specific|related|friendly|"
    r"scale|type|compatible|integrated|optimized|conditioned|informed|theoretic|shot|step|stage|hoc|source|the-art|tuned|world|"
    r"art|hop|bit|wise|time|end|task|modal|domain|agent|view|turn|tuning|learning|training|augmentation)s?",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"\d[\d.]*[A-Za-z](?:[-/](?:to-)?\d[\d.]*[A-Za-z])*")  # "3D", "2D-to-3D", "7B", "5G"
# Nor is a possessive a name, nor what was done to a thing: "an IRB-approved corpus", nor "anti-UAV".
_NO_NAME = re.compile(
    rf"{_QUANTITY.pattern}|.*'s|.*-[a-z]{{3,}}ed|"
    r"(?:anti|non|multi|pre|post|sub|inter|intra|cross|near|semi|quasi|counter|per|mid|beyond|sans)-[A-Z]{2,6}s?"
)
_FORMULA = re.compile(r"\$[^$]*\$")
# "NAME.Specifically": a full stop that lost its space.
_LOST_SPACE = re.compile(
    r"(?<=[a-z)\]])\.(?=(?:Specifically|We|Our|The|This|These|In|It|To|By|Experiments?|Extensive|However|Moreover|Code)\b)"
)
_LOST_DASH = ("-a", "-an", "-the")
_LETTERS_OF_A_NAME = 3
_VERSION = re.compile(r"-?v?[-\d.]+[a-z]?$")
_PART_BREAK = re.compile(r"[-/]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text, as written and in lower case."""

    text: list[str]
    lower: list[str]


def words_of(text: str) -> Words:
    """The words and marks of a text, URLs left out."""
    words: list[str] = []
    for piece in text.split():
        if piece.isalpha() and len(piece) <= _LONGEST:  # what most pieces are
            words.append(piece)
        elif piece[-1] in _CLOSING and (word := piece[:-1]).isalpha() and len(word) <= _LONGEST:
            words += word, piece[-1]
        else:
            words += _words_in(piece)
    return Words(words, list(map(str.lower, words)))


def _words_in(piece: str) -> list[str]:
    """The words and marks of a text without white space."""
    if holds(piece, _LINK_PARTS):
        piece = _LINK.sub(" ", piece)
    if piece.endswith(_LOST_DASH) and _is_of_capitals(piece.rpartition("-")[0]):
        piece = " - ".join(piece.rpartition("-")[::2])  # "we propose NAME-a framework"
    if "." in piece[:-1]:
        piece = _LOST_SPACE.sub(". ", piece)
    return _WORD.findall(piece)


def _is_of_capitals(word: str) -> bool:
    return word.isalpha() and sum(map(str.isupper, word)) > 1


@cache
def common_names() -> frozenset[str]:
    """Names and acronyms that many papers use: of methods, models, data sets, venues, makers; lower case."""
    text = resources.files("extractors.system").joinpath("common_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@lru_cache(maxsize=1 << 14)
def is_common(word: str) -> bool:
    """Whether the word is a name that many papers use; a plural counts as its singular, a version as its model."""
    lower = word.lower()
    known = common_names()
    bare = _VERSION.sub("", lower)
    return lower in known or (word.endswith("s") and lower[:-1] in known) or (len(bare) > 2 and bare in known)


@lru_cache(maxsize=1 << 14)
def is_distinctive(word: str) -> bool:
    """Whether the letters alone make the word a name: "ParaStep", "FANNS", "Mirror-SD", "S*", "phi-Flow"."""
    if _DESCRIBING.fullmatch(word) or _NO_NAME.fullmatch(word) or not any(c.isalpha() for c in word):
        return False
    upper = sum(c.isupper() for c in word)
    if _FORMULA.fullmatch(word) and sum(c.isalpha() for c in word) < _LETTERS_OF_A_NAME:
        return False  # "$R_i$"
    if "$" in word or word.endswith(("*", "++")):
        return upper > 0
    inner = any(c.isupper() for c in word[1:])
    if "-" in word or "/" in word:
        parts = [p for p in _PART_BREAK.split(word) if p]
        return any(_shaped(p) for p in parts) or (len(parts) == 2 and parts[1][:1].isupper() and parts[0].islower())
    return (inner and (upper >= 2 or word[0].islower())) or (upper >= 1 and any(c.isdigit() for c in word))


def _shaped(part: str) -> bool:
    upper = sum(c.isupper() for c in part)
    return upper >= 2 or (upper == 1 and (part[0].islower() or any(c.isdigit() for c in part)))


def is_own(word: str) -> bool:
    """Whether the word looks like a name, and is not one that many papers use."""
    return is_distinctive(word) and not is_common(word)


@lru_cache(maxsize=1 << 14)
def is_capitalised(word: str) -> bool:
    """Whether the word begins with a capital: perhaps a name, perhaps the first word of a sentence."""
    return word[:1].isupper() and any(c.islower() for c in word) and not _DESCRIBING.fullmatch(word)


def is_quantity(word: str) -> bool:
    """Whether the word is a number with its unit: "2D"."""
    return _QUANTITY.fullmatch(word) is not None


@lru_cache(maxsize=1 << 14)
def is_title_compound(word: str) -> bool:
    """Whether each part of a compound begins with a capital, which may open a name: "Cache-Aware", "Sort-of-Runs"."""
    if "-" not in word:
        return False
    first, *others = word.split("-")
    return first[:1].isupper() and all(part[:1].isupper() or part in {"of", "in", "to"} for part in others)
