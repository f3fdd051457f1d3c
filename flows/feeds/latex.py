"""The LaTeX that BibTeX needs to write plain text, resolved; formulas and commands stay as they are."""

from __future__ import annotations

import unicodedata
from typing import Final

import regex

_ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_LETTERS: Final = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "textasciitilde": "~", "textbackslash": "\\",
    "textunderscore": "_", "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|",
}  # fmt: skip

_MATH = regex.compile(r"(?<!\\)(\$\$?)(?:\\.|[^\\$])*\1|\\\(.*?\\\)", regex.S)
_SIGN_ACCENT = regex.compile(r"\\([`'^~\"=.])\s*(?:\{\s*\\?(\p{L})\s*\}|\\([ij])(?![A-Za-z])|(\p{L}))")
_STYLE = regex.compile(r"\\(?:emph|mbox|text(?:bf|it|tt|sc|rm|sf|sl))\s*(?=\{)")
_LETTER_ACCENT = regex.compile(r"\\([uvHckrdb])(?:\s*\{\s*(\p{L})\s*\}|\s+(\p{L}))")
_LETTER = regex.compile(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|\s+(?=\S))?")
_SIGN = regex.compile(r"\\([&_#%])")
_BRACE = regex.compile(r"(?<!\\)[{}]")
_COMMAND = regex.compile(r"\\[A-Za-z]+\*?(?:\[[^\]]*\])?(?=\{)")


def plain(text: str) -> str:
    """The text with accents as letters, and without the braces that only protect letters."""
    if "\\" not in text and "{" not in text and "}" not in text:
        return text
    pieces = []
    end = 0
    for formula in _MATH.finditer(text):
        pieces += [_plain(text[end : formula.start()]), formula[0]]
        end = formula.end()
    return "".join([*pieces, _plain(text[end:])])


def _plain(text: str) -> str:
    if "\\" in text:
        text = _SIGN_ACCENT.sub(lambda found: _accented(found[1], found[2] or found[3] or found[4]), text)
        text = _LETTER_ACCENT.sub(lambda found: _accented(found[1], found[2] or found[3]), text)
        text = _LETTER.sub(lambda found: _LETTERS[found[1]], text)
        text = _STYLE.sub("", _SIGN.sub(r"\1", text))
    if _COMMAND.search(text):
        return text  # whose arguments the braces hold
    return _BRACE.sub("", text)


def _accented(accent: str, letter: str) -> str:
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent])
