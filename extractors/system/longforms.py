"""Long forms: the words whose initials, and some letters after them, make up an acronym."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.system.cues import cue

_PART_BREAK = re.compile(r"[-/]")


def long_form_before(before: Sequence[str], short: str) -> str | None:
    """The words at the end of ``before`` that ``short`` abbreviates, such as "Fast Sort" for "FS"; or null.

    The fewest that spell it, unless it is the initials of more.
    """
    letters = [c.lower() for c in short if c.isalpha()]
    if len(letters) < 2:
        return None
    parts = [word for word in before if word not in "\"'`"]
    fewest: str | None = None
    for start in range(len(parts) - 1, max(-1, len(parts) - len(letters) - 5), -1):
        if parts[start] in ".;:()":
            break
        if parts[start] in cue("connector") or parts[start][0].lower() != letters[0]:
            continue
        if _initials(parts[start:]) == letters:
            return " ".join(parts[start:])
        if (fewest is None or _is_one_word(fewest)) and _spells(parts[start:], letters):
            longer = " ".join(parts[start:])
            fewest = longer if fewest is None or is_title_case(longer) else fewest
    return fewest


def is_title_case(phrase: str | None) -> bool:
    """Whether all words but the small ones begin with a capital."""
    words = [w for w in (phrase or "").split() if w.lower() not in cue("connector")]
    return bool(words) and all(w[0].isupper() for w in words)


def _is_one_word(phrase: str) -> bool:
    """Whether one word gave all the letters, as "Artifact" gives those of "ART": more words are likelier."""
    return " " not in phrase


def _pieces(phrase: Sequence[str]) -> list[str]:
    return [piece for p in phrase if p != "," for piece in _PART_BREAK.split(p) if piece]


def _content(pieces: Sequence[str]) -> list[str]:
    return [p for p in pieces if p.lower() not in cue("connector")]


def _initials(phrase: Sequence[str]) -> list[str]:
    return [piece[0].lower() for piece in _content(_pieces(phrase))]


def _spells(phrase: Sequence[str], letters: Sequence[str]) -> bool:
    pieces = _pieces(phrase)
    content = _content(pieces)
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
