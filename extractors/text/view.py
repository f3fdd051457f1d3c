"""A text as the rules read it: the same characters in the same places, less the LaTeX and the look-alikes."""

from __future__ import annotations

import regex

from extractors.letters import with_ascii_letters
from extractors.text.latex import without_latex

# Marks of one character that are read as another one.
_CHARACTERS = str.maketrans(
    {
        "×": "x",
        "✕": "x",
        "∼": "~",
        "≈": "~",
        "≃": "~",
        "˜": "~",
        "–": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "µ": "u",
        "μ": "u",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "％": "%",
        "ſ": "s",
        "↑": "+",
        "↓": "-",
        "≥": "≥",
        "≤": "≤",
        "\N{NO-BREAK SPACE}": " ",
    }
)
_TIE = regex.compile(r"(?<=\p{L})(?<!\d\p{L}{1,2})~(?=\d)")  # "Name~2B", "by~10%": the space that does not break


def view_of(text: str) -> str:
    """The text with LaTeX blanked out and look-alike characters folded: same length, same offsets.

    Raises TimeoutError when a pattern takes longer than ``SCAN_SECONDS``.

    >>> view_of(r"a $2.4\\times$ speedup")
    'a  2.4     x  speedup'
    """
    view = _TIE.sub(" ", text) if "~" in text else text
    return with_ascii_letters(without_latex(view if view.isascii() else view.translate(_CHARACTERS)))
