"""Digits that what follows makes a part of something else: "3 x 224", "16:9", "1.2.3", "4-bit", "3rd"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.behind import first_behind
from extractors.numbers.refused.digits import Digits
from extractors.patterns import IGNORECASE, Pattern

# What the patterns of what follows begin with, behind at most eight spaces.
_BEGINS_DIMENSION, _BEGINS_RATIO, _BEGINS_VERSION, _BEGINS_BITS = "xXt", ":", ".", ".-bB/"
_DIMENSION = Pattern(r"\s{0,8}x\s{0,4}\d|\sX\s\d|\s?times\s?\d|\s?x\s?[nNmMdDkKhHwW]\b(?!\.r\.t)|\s?x\s?\p{Lu}\b")
_DIGITS_TIMES = Ending(r"\d\s{0,8}(?:x|times)\s{1,4}$")
_ENDS_TIMES = ("x", "times")
_VERSION = Pattern(r"\.\d+\.|(?:\.\d+){2}")
_BITS = Pattern(r"(?:\.\d+|(?:/\d{1,2}){1,3})?\s?-?\s?bits?\b(?!\s?(?:/|per))|-bit\b", IGNORECASE)
_MEAN_BITS = Pattern(r"\d{1,2}\.\d{1,3}\sbits\b")  # of no one weight: "compressed to 1.6 bits"
_LETTER_AFTER = Pattern(
    r"(?:st|nd|rd|th)\b|[-]?[dD]\b|[gG]\b(?!\s?(?:[bB]|FLOP|MAC))|[a-zA-Z]\d|-(?:norm|dimensional|D|d)\b"
)
_CARD_NUMBER = Pattern(r"[2-9]0[5-9]0")
_GPU = Pattern(r"(?:\s?(?:Ti|Super|D|\d{2}GB))?\s(?:laptop\s)?GPU(?!s)")


_DECIMALS = Pattern(r"[\s-](?:decimal|significant)[\s-](?:places?|digits?|figures?)\b")


def goes_on(d: Digits) -> str | None:
    """A dimension, a ratio, a version, a bit width, a word or a device's name that goes on behind."""
    if not d.view[d.end - 1].isdigit():
        return None
    first = first_behind(d.after)
    if first in "ds" and _DECIMALS.match(d.after):
        return "digits of a number"
    if _is_side(d):
        return "a dimension"
    if first in _BEGINS_DIMENSION and _DIMENSION.match(d.after):
        return "a dimension"
    if d.before.rstrip().endswith(_ENDS_TIMES) and _DIGITS_TIMES.search(d.before):
        return "a dimension"
    if _is_ratio(d, first):
        return "a ratio"
    if first in _BEGINS_VERSION and _VERSION.match(d.after):
        return "a version"
    if first in _BEGINS_BITS and _BITS.match(d.after) and not _MEAN_BITS.match(d.view, d.start):
        return "a bit width"
    if d.after[:1] != " " and (_LETTER_AFTER.match(d.after) or _begins_an_acronym(d)):
        return "part of a word"
    card = d.end - d.start == len("4090") and _CARD_NUMBER.fullmatch(d.text) and _GPU.match(d.after)
    return "part of a device's name" if card else None


def _is_side(d: Digits) -> bool:
    """ "512 512 maps", whose sign a feed has lost."""
    side = d.text
    if not side.isdigit() or len(side) != 3:
        return False
    again = d.after.startswith(f" {side}") and not d.after[len(side) + 1 : len(side) + 2].isdigit()
    return again or d.before.endswith(f" {side} ")


_RATIO = Pattern(r":\d|\s:\s\d")
_SPLIT_OF = Pattern(
    r"/(?P<all>\d{2,4})(?!\d|[.,/]\d|\s?%|\s?(?:ms|us|s|x|W|"
    r"[GMK]B)\b)(?P<things>\s\p{Ll}{3,}s\b)?"
)  # "pruned to 8/128"
_SCORES_OF = Ending(r"\b(?:rates?|scores?|accuracy|recall|precision)\s(?:of|is|was|at|to)\s$")
_FULL_MARKS = ("10", "20", "50", "100")


# "the Sixteen Personality Factor (16PF) model": the number begins an acronym
_ACRONYM = Pattern(r"\p{Lu}{2,4}\)")


def _begins_an_acronym(d: Digits) -> bool:
    """ "16 Personality Factor (16PF)": the letters behind begin the words before the bracket."""
    acronym = _ACRONYM.match(d.after) if d.before.endswith("(") else None
    if acronym is None:
        return False
    letters = acronym[0].rstrip(")")
    return "".join(word[:1] for word in d.before.rstrip(" (").split()[-len(letters) :]).upper() == letters


# "a compression ratio of 20:1", "a 20:1 compression ratio": so many times
_COMPRESSION_OF = Ending(
    r"\b(?:(?:compression|reduction)\s(?:ratio|factor|rate)s?\s(?:of|up\sto|to|from|is|reaches|exceeding)|"
    r"(?:reduc|compress|shrink)\p{L}{0,4}\s(?:[\p{L}-]+\s){0,8}by)\s"
    + HEDGES
    + r"(?:\d{1,4}:1\s?(?:to|and|,|-)\s?)?$",
    IGNORECASE,
)
_TO_ONE = Pattern(r":1(?![\d:.]\d|\d)(?P<next>\s(?:(?:\p{L}+\s){0,2}[Cc]ompression|(?:\p{Ll}+\s)?reduction)\b)?")


def _is_compression(d: Digits) -> bool:
    """ "a compression ratio of 20:1"; the one is no number of its own."""
    to_one = _TO_ONE.match(d.after)
    return to_one is not None and (to_one["next"] is not None or _COMPRESSION_OF.search(d.before) is not None)


def _is_ratio(d: Digits, first: str) -> bool:
    """ "16:9", "pruned to 8/128"; not a score, "7/10"."""
    if first in _BEGINS_RATIO and _is_compression(d):
        return False
    if (first in _BEGINS_RATIO and _RATIO.match(d.after)) or (d.before[-1:] == ":" and d.before[-2:-1].isdigit()):
        return True
    split = _SPLIT_OF.match(d.after) if d.after[:1] == "/" and d.text.isdigit() else None
    if split is None or int(d.text) >= int(split["all"]) or _SCORES_OF.search(d.before):
        return False
    return split["things"] is not None or split["all"] not in _FULL_MARKS
