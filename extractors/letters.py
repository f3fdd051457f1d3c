"""Letters of other alphabets, and those with accents, as the nearest ones of ASCII: patterns of ``re`` read on."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import decimal, normalize

_KEPT = "Åκ"  # units and scores go by these names


class _Nearest(dict[int, int | str]):
    """A table for :meth:`str.translate` that is filled as characters come."""

    def __missing__(self, code: int) -> int | str:
        self[code] = nearest = _nearest(chr(code))
        return nearest


def _nearest(char: str) -> str:
    if char.isascii() or char in _KEPT:
        return char
    if char.isspace():
        return " "
    if (digit := decimal(char, None)) is not None:
        return str(digit)
    if not char.isalpha():
        return char
    base = normalize("NFKD", char)[0]
    return base if base.isascii() and base.isalpha() else "Q" if char.isupper() else "q"


_NEAREST = _Nearest()


def with_ascii_letters(text: str) -> str:
    """The text with letters, digits and spaces of ASCII alone, each in the place and case of the one it stands for.

    >>> with_ascii_letters("Étude of 3 naïve τ ≥ 2")
    'Etude of 3 naive q ≥ 2'
    """
    return text if text.isascii() else text.translate(_NEAREST)


@lru_cache(maxsize=1 << 8)
def has_other_letters(text: str) -> bool:
    """Whether letters, digits or spaces of a text are none of ASCII; its signs do not matter."""
    return with_ascii_letters(text) != text
