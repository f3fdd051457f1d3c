"""Where the sentences of a text begin and end; "3.5" and "et al. (2024)" end none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractors.endings import Ending
from extractors.text.limit import scan_limit


@dataclass(frozen=True)
class Sentence:
    """Characters ``[start, end)`` of a text; ``index`` counts from 0."""

    start: int
    end: int
    index: int


_ABBREVIATION = Ending(
    r"(?:\b(?:e\.g|i\.e|et al|vs|cf|approx|resp|w\.r\.t|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]ab|[Nn]o|max|min|avg|"
    r"Dr|Prof|St)|\b[A-Z])\.$"
)
# Behind a letter these words open a sentence, and are no part of a name: "degrees C. On", "the I/O. We".
_OPENER = regex.compile(
    r"(?:The|An?|We|Our|It|Its|This|These|They|In|On|At|For|With|By|To|From|Under|Over|Across|Using|When|While|As|All|"
    r"Both|Each|Here|There|(?:However|Moreover|Furthermore|Finally|Additionally),|Compared|Experiments|Results|Evaluations?)\s"
)
_LONGEST_SENTENCE = 1500  # characters; what goes on for longer is read in pieces, so that the work stays linear
# "is met.Moreover, we", "on RoadSet (FT).Extensive trials": no blank, but a word that opens a sentence
_RUN_ON = r"\.(?<=(?:[\p{L}%][)\]]?|\d[)\]])\.)(?=\p{Lu}\p{Ll}+(?:-\p{Ll}+)?,?\s)"
_STOP = regex.compile(rf"[.!?][\"')\]]*\s+(?=[\"'(\[]*[\p{{Lu}}\d$~<>+])|{_RUN_ON}")


def sentences_of(view: str) -> tuple[Sentence, ...]:
    """The sentences in reading order; they cover the text but for the space between them."""
    pieces = (piece for span in _spans(view) for piece in _pieces(view, *span))
    return tuple(Sentence(start, end, index) for index, (start, end) in enumerate(pieces))


def _spans(view: str) -> Iterator[tuple[int, int]]:
    """From stop to stop, but for those of abbreviations."""
    start = 0
    for stop in _STOP.finditer(view, timeout=scan_limit(view)):
        head = view[max(start, stop.start() - 8) : stop.start() + 1]
        if view[stop.start()] == "." and _ABBREVIATION.search(head) and not _ends_in_a_letter(view, stop):
            continue
        yield start, stop.start() + len(stop[0].rstrip())
        start = stop.end()
    if start < len(view):
        yield start, len(view)


def _ends_in_a_letter(view: str, stop: regex.Match[str]) -> bool:
    """ "at 85 degrees C. On": a capital letter, and behind it what opens a sentence."""
    return view[stop.start() - 1].isupper() and _OPENER.match(view, stop.end()) is not None


def _pieces(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or pieces of it that end at a space where there is one."""
    while end - start > _LONGEST_SENTENCE:
        space = view.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space if space > 0 else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end
