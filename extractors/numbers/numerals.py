"""Numerals in a text: digits, scientific notation, magnitudes, number words, and the ones that are no quantities."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.endings import Ending
from extractors.numbers import words
from extractors.numbers.refused import reason_to_refuse
from extractors.numbers.resolution import is_resolution
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.text import scan_limit


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``view[start:end]``; ``value`` includes the magnitude."""

    start: int
    end: int
    value: float
    magnitude: str = ""  # as written: "B", "billion", "k", ...
    in_words: bool = False
    at_least: bool = False  # a plus sign follows: "50+"
    times_before: bool = False  # the times sign stands before the number: "x 5.1"
    currency: bool = False  # a dollar sign stands before it


@dataclass(frozen=True, slots=True)
class NotNumeral:
    """Digits that are part of something else."""

    start: int
    end: int
    reason: str


# "4K x 4K": the other side of a picture or a matrix
_SIDE_AFTER = Pattern(r"\s{0,8}(?:x|times)\s{0,8}\d{1,4}(?:\.\d)?[kK]\b")
LETTERS = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}

_MAGNITUDE = r"thousand|million|billion|trillion|quadrillion"
_DIGITS = (
    r"\d{1,3}(?:(?:,|\{,\})\d{3}(?!\d))+(?:\.\d+)?|(?!(?P<one>\d{3})\x20(?P=one)(?!\d))\d{1,3}(?:\x20{1,2}\d{3}(?!\d))+(?:\.\d+)?(?![.\d])|"
    r"\d+(?:\.\d+)?|\.\d+"
)
# "x3.5 faster", "a x12 gain"; not "x86 code"
_TIMES_OF_A_CHANGE = (
    r"x(?=(?!(?:86|64)\b)\d{1,4}(?:\.\d{1,2})?\s(?:(?!and\b|or\b|to\b)[\p{L}-]{2,16}\s)?"
    r"(?:faster|slower|higher|lower|less|fewer|more|smaller|larger|greater|better|cheaper|shorter|longer|speed-?ups?|"
    r"accelerations?|reductions?|improvements?|increases?|decreases?|gains?|savings?)\b)"
)
_NUMERAL = Pattern(
    r"(?P<times>(?<![A-Za-z\d.])(?<!\d\s)(?:(?<=\s\s)x|x(?=\s)|" + _TIMES_OF_A_CHANGE + r"|"
    r"(?<!ing\s)(?<!run\s)(?<!nce\s)(?<!nse\s)(?<!ion\s)(?<!few\s)times)\s{0,8}~?\s?)?"  # "processing times ~10 s"
    r"(?P<currency>(?:US)?\$\s?|USD\s)?"
    r"(?:"
    r"(?P<power>10\s?\^\s{0,2}\{?(?P<power_exponent>-?\s?\d{1,3})(?!\d)\}?)"
    r"|(?P<side>\d{2,5})\s?\^\s{0,2}\{?(?P<sides>[23])\}?(?=\$?\s{1,3}(?:grid\s|mesh\s|lattice\s|collocation\s)?"
    r"(?:cells|points|nodes|particles|voxels|elements|sites|atoms|spins)\b)"
    r"|2\s?\^\s{0,2}\{?(?P<bits>\d{1,2})\}?(?=\$?\s{1,3}(?:\p{Ll}[\p{Ll}-]+\s){0,2}\p{Ll}{3,}s\b)"
    rf"|(?P<digits>{_DIGITS})"
    r"(?:(?P<e>[eE][+-]?\d{1,3})(?![\dA-Za-z])"
    r"|\s{0,8}[x*]\s{0,3}10(?:\s?\^\s{0,2}\{?|(?=-\d(?!\d|\.\d|x|%)))(?P<exponent>-?\s?\d{1,3})(?!\d)\}?)?"
    rf"|(?<![\p{{L}}\d])(?P<words>{words.PATTERN})(?![\p{{L}}\d])"
    r")"
    r"(?:\s{0,3}(?P<letter>[kKMBT])(?=\b|\d|_|x\b)(?!\s?[-/]?\s?(?:[bB]ytes|[bB]its)|/s\b|bps)"
    rf"|(?:\s{{1,2}}|-)(?P<magnitude>{_MAGNITUDE})s?(?![A-Za-z]))?"
    r"(?P<plus>\+(?!\s?[\d.]|/?-))?",
    IGNORECASE,
)
_PARTS = ("times", "currency", "words", "letter", "magnitude", "plus")
# Where the value of a numeral may begin, its sign and currency aside; found much faster than the numeral itself.
# It is looked for behind a space put first, so that a word at the very beginning has one before it too.
_VALUE = re.compile(rf"[^A-Za-z](?:{words.BEGINNING}|(?<=[0-9\x80-\U0010ffff]))")
# Most characters that are not ASCII begin none; digits of other scripts do, and letters that fold to ASCII.
_FOREIGN_VALUE = Pattern(r"[\da-z]", IGNORECASE)
_BEFORE_VALUE = 32  # characters: the sign, the currency, a decimal point, a letter that is not ASCII inside a word
_PREFIXES = ("x", "times", "$", "usd", "us")  # the dollar sign after the last may be what stands before a word
_LONGEST_PREFIX = len("times")
# "128 x 64", "32 mm x 21 mm", "10 mazes x 6 variants", "a few x 10^5"
_FACTOR_BEFORE = Ending(
    r"\d\s{1,8}$|\b(?:few|several)\s{1,8}$|"
    r"(?<![\p{L}\d.])[\d.]{1,6}\s?(?!(?:and|or|to|vs|versus)\b)[\p{Ll}-]{1,15}\s(?:[\p{Ll}-]{1,15}\s){0,2}"
    r"[\s$]{0,3}$"
)
_WORD_NEXT = Pattern(
    r"\s(?:-|[a-z]|(?:USD|EUR|CNY|RMB)\b)|-(?:param|scale|sized|token|sample|image|context|step|entry|class)"
)

_BEGINS_A_WORD = Pattern(r"\s[KMBT]-\p{Ll}{3,20}\s")  # "76 B-mode scans"


def find_numerals(view: str) -> Iterator[Numeral | NotNumeral]:
    """Every numeral of a view in reading order, and every run of digits that is none, with the reason.

    Raises TimeoutError when a search takes longer than ``text.limit.SCAN_SECONDS``.
    """
    position = scanned = 0
    behind_space = f" {view}"
    while value := _VALUE.search(behind_space, scanned):
        scanned = value.end()
        begin = max(position, value.start() - 1)
        already_read = scanned <= position + 1  # the digit before position, seen again as what stands before a word
        foreign = len(value[0]) == 1 and not value[0].isascii()
        if already_read or (foreign and not _FOREIGN_VALUE.match(view, begin)):
            continue
        match = _next_numeral(view, _earliest(view, position, begin))
        if match is None:
            return
        found = _read(view, match)
        yield found
        scanned = position = max(found.end, match.start() + 1)


def _next_numeral(view: str, start: int) -> Match | None:
    limit = scan_limit(view)
    if limit is None:
        return _NUMERAL.search(view, start)
    return _NUMERAL.of_any().search(view, start, timeout=limit)


def _earliest(view: str, position: int, begin: int) -> int:
    """Where the numeral of a value may begin: right there, but for a sign or currency that stands before it."""
    wide = max(position, begin + 1 - _BEFORE_VALUE)
    before = view[wide:begin]
    sign = before.rstrip().rstrip("~").rstrip()[-_LONGEST_PREFIX:]
    foreign = not (sign.isascii() and view[begin : begin + 1].isascii())
    return wide if foreign or before.endswith(".") or sign.lower().endswith(_PREFIXES) else begin


def _read(view: str, match: Match) -> Numeral | NotNumeral:
    start, end = match.span()
    times, currency, in_words, letter, magnitude, plus = match.group(*_PARTS)
    if letter and _BEGINS_A_WORD.match(view, match.start("letter") - 1) and not _is_magnitude(view, match):
        letter, end = "", match.end("digits")
    refused = reason_to_refuse(view, start, end, in_words=in_words is not None)
    if refused is not None:
        after, reason = refused
        return NotNumeral(start, max(after, start + 1), reason)
    if letter and (side := _SIDE_AFTER.match(view, end)):
        return NotNumeral(start, side.end(), "a dimension")
    if times and _FACTOR_BEFORE.search(view[max(0, start - 60) : start]):
        return NotNumeral(start, end, "a dimension")
    if letter and not _is_magnitude(view, match):
        letter, end = "", match.start("letter")
        while view[end - 1] == " ":
            end -= 1
    value = _value(match)
    if value is None:
        return NotNumeral(start, match.end(), "not a number")
    magnitude = letter or (magnitude or "").lower()
    value *= LETTERS.get(magnitude, words.MAGNITUDES.get(magnitude, 1.0))
    if not math.isfinite(value):
        return NotNumeral(start, match.end(), "too large for a number")
    return Numeral(
        start=start,
        end=end,
        value=value,
        magnitude=magnitude,
        in_words=in_words is not None,
        at_least=plus is not None and end == match.end(),
        times_before=times is not None,
        currency=currency is not None,
    )


def _is_magnitude(view: str, match: Match) -> bool:
    """A letter right after the digits is a magnitude; after a space only a capital with a noun to follow is."""
    letter, start = match["letter"], match.start("letter")
    if letter not in LETTERS or is_resolution(view, match):
        return False
    if view[start - 1] != " ":
        return True
    return letter in "KMB" and bool(match["currency"] or _WORD_NEXT.match(view, start + 1))


def _value(match: Match) -> float | None:
    if match["words"]:
        return words.value_of(match["words"])
    if match["power"]:
        return float("1e" + match["power_exponent"].replace(" ", ""))
    if match["bits"]:
        return float(2 ** int(match["bits"]))
    if match["side"]:
        return float(match["side"]) ** int(match["sides"])
    digits = match["digits"].replace("{,}", "").replace(",", "").replace(" ", "")
    if match["e"]:
        return float(digits + match["e"])
    exponent = match["exponent"]
    return float(f"{digits}e{exponent.replace(' ', '')}" if exponent else digits)
