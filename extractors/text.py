"""A text as the rules read it: the same characters in the same places, less the LaTeX, in sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from extractors.endings import ending
from schemas.vocabulary import Field

_Match = regex.Match[str]

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

# LaTeX commands and what they are read as; also without the backslash, as feeds strip it, when a number follows.
_COMMANDS = {
    "times": "x",
    "cdot": "x",
    "sim": "~",
    "approx": "~",
    "textasciitilde": "~",
    "simeq": "~",
    "thicksim": "~",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "gt": ">",
    "textgreater": ">",
    "textless": "<",
    "lt": "<",
    "uparrow": "+",
    "downarrow": "-",
    "rightarrow": "->",
    "to": "->",
    "pm": "±",
    "mu": "u",
    "percent": "%",
    "deg": "°",
    "degree": "°",
}
_KEPT = ("x", "%", "u", "°")  # the ones that close a quote: put to the right end of the command, others to the left


def _padded(mark: str, width: int) -> str:
    return mark.rjust(width) if mark in _KEPT else mark.ljust(width)


def _blank(match: _Match) -> str:
    return " " * len(match[0])


def _command(match: _Match) -> str:
    mark = _COMMANDS.get(match["name"])
    if (
        mark == "x"
        and _BEFORE_NUMBER.match(match.string, match.end())
        and not _AFTER_NUMBER.search(match.string, max(0, match.start() - 6), match.start())
    ):
        return mark.ljust(len(match[0]))  # "\\times 5.1": the sign opens the quote
    return _padded(mark, len(match[0])) if mark is not None else " " + match["name"]


def _math(match: _Match) -> str:
    return f" {match['inside']} "


def _bare_command(match: _Match) -> str:
    return _padded(_COMMANDS[match[0].strip()], len(match[0]))


# Turkish: the small i without a dot, and the dot that folding parts from the capital.
_DOTS_OF_I = {0x131: "i", 0x307: None}
_BEFORE_NUMBER = regex.compile(r"[\s$~{]{0,4}\d")
_AFTER_NUMBER = regex.compile(r"[\d}%)][\s${}]{0,4}$")

# In their order; each keeps the length of what it replaces. No text without one of the first strings has a match.
_STEPS: tuple[tuple[tuple[str, ...], regex.Pattern[str], Callable[[_Match], str] | str], ...] = (
    (
        ("$",),
        regex.compile(r"\$(?P<inside>\s*(?:[<>~=≤≥+-]|\\(?:sim|approx|geq?|leq?|gt|lt|pm|times|rightarrow))\s*)\$"),
        _math,
    ),
    # $...$ is mathematics, unless the dollar sign stands before an amount.
    (("$",), regex.compile(r"(?<!\\)\$(?P<inside>[^$]{1,120}?)(?<!\\)\$(?!\d)"), _math),
    (
        ("\\",),
        regex.compile(
            r"\\(?:text|math)(?:bf|it|tt|sc|rm|sf|cal|bb|normal|up)?\{|\\(?:emph|boldsymbol|operatorname|mbox)\{"
        ),
        _blank,
    ),
    (("\\",), regex.compile(r"\\[,;:! ()\[\]]|\\\\"), _blank),
    (("\\",), regex.compile(r"\\(?=[$%&_#])"), " "),
    (("\\",), regex.compile(r"\\(?P<name>[A-Za-z]{1,20})"), _command),
    (("**",), regex.compile(r"\*{2,3}"), _blank),  # bold, as feeds of Markdown write it
    (("~",), regex.compile(r"(?<=\d)~(?=\p{L}|%)"), " "),  # the space that does not break
    (
        (",",),
        regex.compile(r"(?<=\d),(?=(?:n?s|[mu]s|[KMGT]i?B|FPS|fps|m?W|mJ|TFLOPS?)\b)"),
        " ",
    ),  # LaTeX's thin space
    (("end to end",), regex.compile("end to end"), "end-to-end"),
    (("up-to",), regex.compile(r"\bup-to(?=\s)"), "up to"),
    # But for the braces of "1{,}000" and of exponents.
    (("{", "}"), regex.compile(r"(?<!\^)\{(?!,\})|(?<=\^)\{(?!-?\s?\d{1,3}\})|(?<!\{,)(?<!\^\{-?\s?\d{1,3})\}"), " "),
)
# Commands that lost their backslash, in their order; they stand before a number.
_BARE_COMMANDS = (
    regex.compile(r"(?<![A-Za-z])(?:sim|approx|leq|geq|pm)(?=\s?\d)"),
    regex.compile(r"(?<=\d(?:times|x|%|[KMBT])?\s?)(?:sim|rightarrow)(?=\s?\d)"),
)
_BARE_NAMES = ("sim", "approx", "leq", "geq", "pm", "rightarrow")
# "similar" and "approximate" are frequent words: one of the names, and right behind it a digit, of whatever script.
_BARE = re.compile(rf"(?:{'|'.join(_BARE_NAMES)}).?(?:\d|[^\x00-\x7f])", re.DOTALL)

_ABBREVIATION = ending(
    r"(?:\b(?:e\.g|i\.e|et al|vs|cf|approx|resp|w\.r\.t|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]ab|[Nn]o|max|min|avg|"
    r"Dr|Prof|St)|\b[A-Z])\.$"
)
SCAN_SECONDS = 20.0  # for one pattern to go through one text
_LONG = 20_000  # characters; in a shorter text nothing takes long, and looking at the clock takes as long as reading
_LONGEST_SENTENCE = 1500  # characters; what goes on for longer is read in pieces, so that the work stays linear
_TIE = regex.compile(r"(?<=\p{L})~(?=\d)")  # "Name~2B", "by~10%": the space that does not break
_STOP = regex.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]*[\p{Lu}\d$~<>+])")


def view_of(text: str) -> str:
    """The text with LaTeX blanked out and look-alike characters folded: same length, same offsets.

    Raises TimeoutError when a pattern takes longer than ``SCAN_SECONDS``.

    >>> view_of(r"a $2.4\\times$ speedup")
    'a  2.4     x  speedup'
    """
    view = _TIE.sub(" ", text) if "~" in text else text
    if not view.isascii():
        view = view.translate(_CHARACTERS)
    for needed, pattern, replacement in _STEPS:
        if holds(view, needed):
            view = pattern.sub(replacement, view, timeout=scan_limit(view))
    if holds(view, _BARE_NAMES) and _BARE.search(view):
        for pattern in _BARE_COMMANDS:
            view = pattern.sub(_bare_command, view, timeout=scan_limit(view))
    return view


def scan_limit(text: str) -> float | None:
    """The time-out for a pattern that goes through a text; null for a text too short to need one."""
    return SCAN_SECONDS if len(text) > _LONG else None


def folded(view: str) -> str:
    """A view in lower case, to look for words in before a pattern does that ignores case.

    Whatever letters such a pattern takes for those of an ASCII word are those letters here: where the word is not,
    the pattern has no match. The length may differ from the view's.

    >>> folded("TWICE, Tw\u0131ce, \u017fix")
    'twice, twice, six'
    """
    return view.lower() if view.isascii() else view.casefold().translate(_DOTS_OF_I)


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of some parts stands in a text; ``any`` over a generator takes twice as long."""
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


@dataclass(frozen=True)
class Sentence:
    """Characters ``[start, end)`` of a text; ``index`` counts from 0."""

    start: int
    end: int
    index: int


class Document:
    """One text with its view and its sentences."""

    def __init__(self, text: str, field: Field = Field.ABSTRACT) -> None:
        self.text = text
        self.field = field
        self.view = view_of(text)
        self._folded: dict[int, str] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in reading order; they cover the text but for the space between them."""
        spans: list[tuple[int, int]] = []
        start = 0
        for stop in _STOP.finditer(self.view, timeout=scan_limit(self.view)):
            head = self.view[max(start, stop.start() - 8) : stop.start() + 1]
            if self.view[stop.start()] == "." and _ABBREVIATION.search(head):
                continue
            spans.append((start, stop.start() + len(stop[0].rstrip())))
            start = stop.end()
        if start < len(self.view):
            spans.append((start, len(self.view)))
        pieces = [piece for span in spans for piece in self._pieces(*span)]
        return tuple(Sentence(a, b, i) for i, (a, b) in enumerate(pieces))

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentence, or pieces of it that end at a space where there is one."""
        while end - start > _LONGEST_SENTENCE:
            space = self.view.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = space if space > 0 else start + _LONGEST_SENTENCE
            yield start, cut
            start = cut
        yield start, end

    def folded(self, sentence: Sentence) -> str:
        """A sentence as :func:`folded`; asked again and again for the same one."""
        known = self._folded.get(sentence.index)
        if known is None:
            known = self._folded[sentence.index] = folded(self.view[sentence.start : sentence.end])
        return known

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that a character stands in."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]
