"""What is left of a text when the marks of LaTeX are taken out, and where in the text each character of it stands."""

from __future__ import annotations

from typing import NamedTuple

_BLANK = " \N{NO-BREAK SPACE}"


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
    kept: list[int] = []
    gap = ""  # what was taken out right before
    for at, (given, read) in enumerate(zip(text, view, strict=True)):
        if read == " " and (given not in _BLANK or (gap and kept and view[kept[-1]] == " ")):
            gap += given
            continue
        if gap and kept and _would_run_together(view[kept[-1]], gap, read):
            kept.append(at - 1)
        kept.append(at)
        gap = ""
    return Tidy("".join(_char(text[at], view[at]) for at in kept), "".join(view[at] for at in kept), tuple(kept))


def _would_run_together(left: str, gap: str, right: str) -> bool:
    """Whether nothing would part two words or numbers: "3\\,GB" is as good as "3GB", but "Name~2" not as "Name2"."""
    if "~" in gap:
        return left not in " (" and right not in " ,.;:)%"
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def _char(given: str, read: str) -> str:
    """The character as the text has it, but for one that stands for a command."""
    return read if given.isascii() else given
