"""What is left of a text when the marks of LaTeX are taken out, and where in the text each character of it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLANK = " \N{NO-BREAK SPACE}"
_BLANKS = re.compile(" +")


class Tidy(NamedTuple):
    """A text without marks of LaTeX, its view, of the same length, and the places of its characters.

    ``places`` is null where nothing was taken out.
    """

    text: str
    view: str
    places: tuple[int, ...] | None


def tidied(text: str, view: str) -> Tidy:
    """The text and its view, less what the view blanks out; a blank stays between words, between numbers.

    >>> tidied(r"a $2.4\\times$ gain of 3\\,GB", "a  2.4     x  gain of 3  GB").view
    'a 2.4x gain of 3GB'
    """
    if text.count(" ") == view.count(" "):
        return Tidy(text, view, None)
    kept: list[tuple[int, int]] = []  # from where to where
    at = 0
    for run in _BLANKS.finditer(view):
        start, end = run.span()
        if end - start == 1 and text[start] in _BLANK:
            continue
        if at < start:
            kept.append((at, start))
        at = end
        gap = _left_of_blanks(text, view, start, end, kept)
        if gap and kept and end < len(view) and _would_run_together(view[kept[-1][1] - 1], gap, view[end]):
            at = end - 1
    kept.append((at, len(view)))
    tidy = "".join([view[start:end] for start, end in kept])
    places = tuple([at for start, end in kept for at in range(start, end)])
    given = tidy if text.isascii() else "".join([_char(text[at], view[at]) for at in places])
    return Tidy(given, tidy, places)


def _left_of_blanks(text: str, view: str, start: int, end: int, kept: list[tuple[int, int]]) -> str:
    """Keep one blank at most of ``[start, end)``, where the text has one; what was taken out behind the last kept."""
    gap = ""
    for at in range(start, end):
        if text[at] not in _BLANK or (gap and kept and view[kept[-1][1] - 1] == " "):
            gap += text[at]
        else:
            kept.append((at, at + 1))
            gap = ""
    return gap


def _would_run_together(left: str, gap: str, right: str) -> bool:
    """Whether nothing would part two words or numbers: "3\\,GB" is as good as "3GB", but "Name~2" not as "Name2"."""
    if "~" in gap:
        return left not in " (" and right not in " ,.;:)%"
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def _char(given: str, read: str) -> str:
    """The character as the text has it, but for one that stands for a command."""
    return read if given.isascii() else given
