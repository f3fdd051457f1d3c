"""Long forms: the words whose initials, and some letters after them, make up an acronym."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.system.cues import cue

_PART_BREAK = re.compile(r"[-/]")


def long_form_before(before: Sequence[str], short: str) -> str | None:
    """The words at the end of ``before`` that ``short`` abbreviates, such as "Fast Sort" for "FS"; or null."""
    letters = [c.lower() for c in short if c.isalpha()]
    if len(letters) < 2:
        return None
    parts = [word for word in before if word not in "\"'`"]
    for start in range(len(parts) - 1, max(-1, len(parts) - len(letters) - 5), -1):
        if parts[start] in ".;:()":
            return None
        if parts[start] in cue("connector"):
            continue
        if parts[start][0].lower() == letters[0] and _spells(parts[start:], letters):
            return " ".join(parts[start:])
    return None


def is_title_case(phrase: str | None) -> bool:
    """Whether all words but the small ones begin with a capital."""
    words = [w for w in (phrase or "").split() if w.lower() not in cue("connector")]
    return bool(words) and all(w[0].isupper() for w in words)


def _spells(phrase: Sequence[str], letters: Sequence[str]) -> bool:
    pieces = [piece for p in phrase if p != "," for piece in _PART_BREAK.split(p) if piece]
    content = [p for p in pieces if p.lower() not in cue("connector")]
    return _read_off(content, letters) or (content != pieces and _read_off(pieces, letters))


def _read_off(pieces: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether each piece in turn can give its initial and letters after it, or nothing, to make up all letters.

    Of more than three letters one may stay unexplained.
    """
    reached = {0}
    for piece in (p.lower() for p in pieces):
        for position in tuple(reached):
            if position < len(letters) and piece[0] == letters[position]:
                reached.update(range(position + 1, _reach(piece, letters, position) + 1))
    return max(reached) >= len(letters) - (1 if len(letters) > 3 else 0)


def _reach(piece: str, letters: Sequence[str], position: int) -> int:
    for c in piece:
        if position < len(letters) and c == letters[position]:
            position += 1
    return position
