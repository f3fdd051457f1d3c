"""Digits inside a word, an address or a spread: "resnet50", "x_1", "90.1 +- 0.3"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.refused.digits import Digits
from extractors.patterns import IGNORECASE, Pattern

# Letters that may stand right before a hyphen and a number without making a name of it.
_PREFIX = Ending(
    r"(?:^|[^\p{L}\d])(?:sub|near|over|under|up-to|by|approx|batch|batch-size|the|a|an|of|to|is|least|most)-$",
    IGNORECASE,
)
_NAME_BEFORE = Ending(
    r"[\p{L}\d_@#\^]$|[\p{L}_]-$|\p{L}\.$|\p{L}\+\+$|[\p{L}\d]/$|_\s?[{(]?\s?$|\^\s{0,2}[{(]?\s{0,2}-?$"
)
_UNIT_BEFORE_DASH = Ending(r"\d\s?(?:x|times|%|[kKMBT]|ms|[GMTKk]?B|s)?\s?-{1,3}$")
_OUT_OF = Pattern(r"(?:[4-8]|10|100)(?:\.0)?(?![\d.]*\d|\s?[%x\p{L}]?[\p{L}/]*/)")  # "6.4/8.0", "4.2/5"
_SCORE_OVER = Ending(r"(?:^|[^\d.])\d{1,2}\.\d{1,3}/$")
_GLUED_TO = Ending(r"\d\s?(?:%|x|[kKMBGT]B?|ms)?\sto$")  # "2% to4%"
_FRACTION_BEFORE = Ending(r"(?:\d\s?(?:%|x)\s?/|\d\.\d+/|\d[BMKk]/|\d[BMKk]\s(?:total|active|activated)\s?/)$")
_SLASHED = Ending(r"(?:^|[\s(])(?:\d{1,4}(?:\.\d+)?/){1,4}$")  # "230/435ms", "1/5/8 ms"
_THOUSANDS = ("k", "K")  # "512/2K/8K tokens"
_UNIT_AFTER = Pattern(r"(?:/\d{1,4}(?:\.\d+)?){0,3}\s?(?:ms|us|s|GB|MB|FPS|fps|%|x|W|mW|mJ)(?![\p{L}\d])")
_URL = Pattern(r"(?:https?://|www\.|doi\.org|github\.com|10\.\d{4,9}/|arXiv:)\S*$", IGNORECASE)
_PLUS_MINUS = Pattern(r"(?:±|\+/-|\+-|\(pm|\bplus[-\s](?:or[-\s])?minus)\s{0,8}$")
# "0.712 0.085", whose sign a feed has lost
_BARE_SCORE = Ending(r"(?:^|[\s(])(?P<whole>\d{1,3})\.(?P<part>\d{2,4})\s$")
_BARE_SPREAD = Pattern(r"0\.(?P<part>\d{2,4})(?=\s\p{Ll}{3,}|[,.;)]|\s\p{Lu})")
_SUBSCRIPT = Pattern(r"[_^]\s{0,2}[{(]?\s{0,2}(?:\d{1,4},\s?)?$")
# How what these patterns match may end, white space aside.
_ENDS_PLUS_MINUS = frozenset("±-ms")
_ENDS_SUBSCRIPT = frozenset("_^{(,")


def in_word(d: Digits) -> str | None:
    """A spread, or a part of a word: "90.1 +- 0.3", "x_1", "resnet50"."""
    last = d.before.rstrip()[-1:]  # looking at it spares most searches
    if last in _ENDS_PLUS_MINUS and _PLUS_MINUS.search(d.before):
        return "a spread"
    if last in _ENDS_SUBSCRIPT and _SUBSCRIPT.search(d.before):
        return "part of a name or a formula"
    if not d.before or d.before[-1] in " (":
        return "a spread" if _is_bare_spread(d, last) else None
    if _is_in_an_address(d.before):
        return "part of an address"
    if last == "/" and _OUT_OF.match(d.view, d.start) and _SCORE_OVER.search(d.before):
        return "the most that a score can be"
    if _is_behind_a_value(d, last):
        return None
    prefixed = last == "-" and _PREFIX.search(d.before)
    if d.before.endswith("-of-") or (not prefixed and _NAME_BEFORE.search(d.before)):
        return "part of a name or a formula"
    return None


def _is_bare_spread(d: Digits, last: str) -> bool:
    """ "0.712 0.085": a second decimal right behind one, as exact as it."""
    if not last.isdigit() or d.text[:1] != "0":
        return False
    score, spread = _BARE_SCORE.search(d.before), _BARE_SPREAD.match(d.view, d.start)
    return score is not None and spread is not None and len(score["part"]) == len(spread["part"])


def _is_in_an_address(before: str) -> bool:
    word = before.rstrip().rpartition(" ")[2]
    return ("." in word or ":" in word) and _URL.search(before) is not None


def _is_behind_a_value(d: Digits, last: str) -> bool:
    """Whether a dash, a slash or a "to" joins the digits to a value: "5x-8x", "230/435ms", "2% to4%"."""
    if last == "-":
        return _UNIT_BEFORE_DASH.search(d.before) is not None
    if last == "/":
        slashed = _SLASHED.search(d.before) and (d.text[-1:] in _THOUSANDS or _UNIT_AFTER.match(d.after))
        return bool(_FRACTION_BEFORE.search(d.before) or slashed)
    return last == "o" and _GLUED_TO.search(d.before) is not None
