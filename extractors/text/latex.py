"""LaTeX, and what it is read as: "$2.4\\times$" is " 2.4     x ", of the same length."""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

from extractors.text.folding import holds
from extractors.text.limit import scan_limit

_Match = regex.Match[str]

# LaTeX commands and what they are read as; also without the backslash, as feeds strip it, when a number follows.
_COMMANDS = {
    "times": "x",
    "cdot": "*",
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
    "Rightarrow": "->",
    "to": "->",
    "pm": "±",
    "mu": "u",
    "percent": "%",
    "deg": "°",
    "degree": "°",
}
# The ones that close a quote or stand before a power of ten: put to the right end of the command, others to the left.
_KEPT = ("x", "*", "%", "u", "°")


def _padded(mark: str, width: int) -> str:
    return mark.rjust(width) if mark in _KEPT else mark.ljust(width)


def _blank(match: _Match) -> str:
    return " " * len(match[0])


_BEFORE_NUMBER = regex.compile(r"[\s$~{]{0,4}\d")
_AFTER_NUMBER = regex.compile(r"[\d}%)][\s${}]{0,4}$")


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


# In their order; each keeps the length of what it replaces. No text without one of the first strings has a match.
_STEPS: tuple[tuple[tuple[str, ...], regex.Pattern[str], Callable[[_Match], str] | str], ...] = (
    (("\\cite",), regex.compile(r"~?\\cite[a-z]{0,8}\*?\s?(?:\[[^\]]{0,80}\]){0,2}\{[^{}]{1,300}\}"), _blank),
    (
        ("$",),
        regex.compile(
            r"\$(?P<inside>\s*(?:[<>~=≤≥+-]|\\(?:sim|approx|geq?|leq?|gt|lt|pm|times|[rR]ightarrow|to))\s*)\$"
        ),
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
    (("\\",), regex.compile(r"\\(?:it|bf|tt|em|rm|sf|sc|sl)(?![A-Za-z])"), _blank),  # "{\bf 12}"
    (("\\",), regex.compile(r"\\[,;:! ()\[\]]|\\\\"), _blank),
    (("\\",), regex.compile(r"\\(?=[$%&_#])"), " "),
    (("\\",), regex.compile(r"(?<![\\\d])\\(?=\d)"), "$"),  # "\\81": an amount whose dollar sign a feed has lost
    (("frac{",), regex.compile(r"(?<=\\[dt]?frac\{[^{}]{1,16})\}\{"), "||"),  # no unit follows the numerator
    (("\\",), regex.compile(r"\\(?P<name>[A-Za-z]{1,20})"), _command),
    (("**",), regex.compile(r"\*{2,3}"), _blank),  # bold, as feeds of Markdown write it
    (("~",), regex.compile(r"(?<=\d\+?)~(?=\p{L}|%)"), " "),  # the space that does not break
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


def _bare_command(match: _Match) -> str:
    return _padded(_COMMANDS[match[0].strip()], len(match[0]))


def without_latex(view: str) -> str:
    """The view with commands and mathematics as they are read, also where a feed has stripped the backslashes."""
    for needed, pattern, replacement in _STEPS:
        if holds(view, needed):
            view = pattern.sub(replacement, view, timeout=scan_limit(view))
    if holds(view, _BARE_NAMES) and _BARE.search(view):
        for pattern in _BARE_COMMANDS:
            view = pattern.sub(_bare_command, view, timeout=scan_limit(view))
    return view
