"""Numbers written as words."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded

UNITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "quintillion": 1e18,
    "dozen": 12.0,
}
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_MAGNITUDE = "|".join(MAGNITUDES)

# "twenty-five", "two hundred and five", "one and a half million", "a dozen", "a trillion", "half a million"
PATTERN = (
    rf"(?:half\san?\s(?:{_MAGNITUDE})|an?\s(?:{_MAGNITUDE})"
    rf"|(?:{_UNIT})(?:(?:\s|-|\sand\s)(?:{_UNIT}|{_MAGNITUDE})){{0,7}})(?:\sand\sa\shalf)?(?:\s(?:{_MAGNITUDE}))?"
)


def _by_letters(written: Iterable[str]) -> str:
    """The words in either case, letter by letter: most words of a text are refused at the first or second."""
    rests: dict[str, list[str]] = {}
    for word in written:
        rests.setdefault(word[:1], []).append(word[1:])
    ways = [f"[{c}{c.upper()}]{_by_letters(rest)}" if c else "" for c, rest in sorted(rests.items(), reverse=True)]
    return f"(?:{'|'.join(ways)})"


def _nth_letters(n: int) -> str:
    letters = {word[n] for word in (*UNITS, "an", "half")}
    return "".join(sorted(letters | {c.upper() for c in letters}))


# How a number in words begins, for :mod:`re`: nothing that PATTERN matches begins otherwise.
BEGINNING = (
    rf"(?=[{_nth_letters(0)}][{_nth_letters(1)}\s])"
    rf"(?:{_by_letters(UNITS)}(?![A-Za-z0-9])"
    rf"|[aA](?i:n?\s(?:{_MAGNITUDE}))|[hH](?i:alf\san?\s(?:{_MAGNITUDE})))"
)
_WORD = Pattern(rf"half|an?(?=\s)|{_UNIT}|{_MAGNITUDE}", IGNORECASE)


def value_of(words: str) -> float | None:
    """The value of a number in words, or null when the words do not make one.

    >>> value_of("two hundred and five"), value_of("one and a half million"), value_of("a dozen")
    (205.0, 1500000.0, 12.0)
    """
    if (unit := UNITS.get(words.lower())) is not None:
        return float(unit)
    total, current = 0.0, 0.0
    parts = _WORD.findall(folded(words))  # folded: the pattern reads "sİx" too
    if not parts:
        return None
    for part, before in zip(parts, [None, *parts], strict=False):
        if part in ("a", "an"):
            if before is None:
                current = 1.0
        elif part == "half":
            current += 0.5
        elif part in UNITS:
            # "twenty five" adds up; "five six" does not make a number.
            if before in UNITS and not (UNITS[before] >= 20 and UNITS[part] < 10):
                return None
            current += UNITS[part]
        elif part == "hundred":
            current = (current or 1.0) * 100
        else:
            total += (current or 1.0) * MAGNITUDES[part]
            current = 0.0
    return total + current
