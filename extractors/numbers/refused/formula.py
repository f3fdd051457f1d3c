"""Digits of a formula: "x = 3", "O(2^n)", "p < 0.05"."""

from __future__ import annotations

import regex

from extractors.endings import Ending
from extractors.numbers.behind import first_behind
from extractors.numbers.refused.digits import Digits
from extractors.numbers.refused.sample import what_is_sampled
from extractors.numbers.refused.scores import QUALITY
from extractors.patterns import IGNORECASE, Pattern

_BEGINS_FORMULA = "^_*+!lc"
_P_LESS = Ending(r"(?:^|[\s(])p\s(?:(?:is|was)\s)?(?:less|smaller|lower|greater) than\s$")
_ENDS_MATHS = frozenset("=+-<>≥≤(∈*^|!")
_FORMULA_GOES_ON = regex.compile(
    r"\s{0,2}[lc]dots\b|\s?[\^_]\s?[{(\p{L}\d]|\s?[*]\s?[\p{L}\d](?!(?<=\*\s?\p{L})(?:\p{Ll}{3,20}|PU)\s)|\s?\+\s?(?:[a-z]\b|\d)|![\s)]"
)


def in_formula(d: Digits) -> str | None:
    """A term, a bound or the value of a symbol: "O(2^n)", "p < 0.05", "x = 3"."""
    stripped = d.before.rstrip()
    if stripped[-1:] in _ENDS_MATHS:
        return _equation(d, stripped)
    if stripped.endswith("than") and _P_LESS.search(d.before):
        return "a p-value"
    if stripped[-1:] == "," and "=" in d.before and _is_of_a_letter(d):
        return "the value of a symbol"
    if stripped.endswith("O(") or (first_behind(d.after) in _BEGINS_FORMULA and _FORMULA_GOES_ON.match(d.after)):
        return "mathematics"
    return None


# "k = 1, 3, 5": the values of one letter
_VALUES_OF_LETTER = Ending(
    r"(?:^|[\s($])\p{L}\s?=\s?[{\[(]?\d{1,4}(?:,(?!\d{3}\b)\s?\d{1,4}){0,6},\s?(?:and\s|or\s)?$"
)
_ONE_MORE = Pattern(r",\s?\d{1,4}\b(?![.\d%x])")
_SEVERAL = Pattern(r"\d,(?!\d{3}\b)\s?\d{1,4},\s?(?:and\s|or\s)?$")
_UNIT_NEXT = Pattern(r"\s?(?:\\?%|x\b|times\b|\p{Lu})|\.\d")


def _is_of_a_letter(d: Digits) -> bool:
    if not d.text[-1:].isdigit() or not _VALUES_OF_LETTER.search(d.before) or _UNIT_NEXT.match(d.after):
        return False
    return _ONE_MORE.match(d.after) is not None or _SEVERAL.search(d.before) is not None


_ASSIGNMENT = Ending(r"(?P<name>[\p{L}\d_%@^-]+)\s{0,2}(?:=|:=)\s{0,2}(?P<sign>[-+]?)\s?$")
_DIFFERENCE = Pattern(
    r"Q|delta|diff|gain|change|lift|improve", IGNORECASE
)  # "Δ = +0.4" is a change; Q is any Greek capital
_CORRELATION = Ending(
    r"\b(?:Spearman|Kendall|Pearson|[Cc]orrelation)(?:'s|s')?(?:[\s-](?:rank|correlation|coefficient)){0,2}\s{1,2}\(?"
    r"\s?(?:rho|tau|r|q|W)(?:[_-]\w)?\s{0,2}(?:=|[~<>≥≤]=?)\s{0,2}[-+]?\s?$"  # "q": a Greek letter, folded
)
_ACRONYM = Pattern(r"(?!(?:LR|WD|OR|HR|CI|SD|SE|EPS|SNR|TEMP|ATT|ATE|RR|IRR|DF)$)\p{Lu}{2,6}")  # "IPW=0.97"
_SCORE_AFTER = Pattern(r"\$?\s(?:\p{L}+\s)?(?:correlation|accuracy|agreement|recall|precision|F1)\b")
_TERM_PLUS = Pattern(r"(?:[)\]\d]|(?:^|[^\p{L}])\p{L})\s{0,2}\+\s{1,2}$")
_SYMBOL_PLUS = Ending(
    r"(?:\d[acdefhijlnopqruvwyz]|\b(?:alpha|beta|gamma|delta|epsilon|eps|lambda|sigma|theta|kappa|omega|pi|"
    r"rho|tau|rceil|rfloor))\s{0,2}[-+]\s{0,2}$|(?:^|[\s($])[b-z]\+$"
)
_P_VALUE = Ending(r"\bp-?\s?values?\s?(?:of\s)?[<=≤>~]\s?$")
_BOUND_OF_LETTER = Ending(
    r"(?:^|[\s($])(?!a\s)(?:\p{L}|alpha|beta|gamma|delta|epsilon|lambda|sigma|theta|kappa|tau|"
    r"(?<!Spearman\s)(?<!correlation\s)rho)\s{0,2}[<>≥≤]=?\s{0,2}$"
)
# what is reached is a result, whatever letter it has: "reaches P = 0.98"
REACHES_SYMBOL = Ending(
    r"\b(?:achiev|reach|attain|obtain|yield|record|measur|find|observ)(?:e?s|ed|ing|e)?\s(?:an?\s|the\s)?(?!p\s?[=<>~])[\p{L}_]{1,12}"
    r"\s{0,2}(?:=|[~<>≥≤]=?)\s{0,2}$"
)
_FUNCTION_OF = Pattern(r"\p{L}\(\s?$")
_OVER_LETTER = Pattern(r"\s?/\s?\p{L}")
_MATHS_BEFORE = Ending(
    r"(?:(?:^|[\s(,\[|])[\p{L}](?:_\s?\w{1,8})?(?:\s?\([^()]{0,12}\))?\s?(?:=|->|∈)\s?|[+*^|!]\s?|"
    r"\w\s?[+*]\s?)$"
)


def _equation(d: Digits, stripped: str) -> str | None:
    """Behind a sign of mathematics: the value of a symbol, unless that is the name of a score, or a term."""
    if "." in d.text and (REACHES_SYMBOL.search(d.before) or _CORRELATION.search(d.before)):
        return None
    assigned = _ASSIGNMENT.search(d.before)
    if assigned and not (assigned["sign"] and _DIFFERENCE.match(assigned["name"])):
        scored = _SCORE_AFTER.match(d.after) or _CORRELATION.search(d.before)
        if scored or _is_score(d, assigned["name"]) or _is_size_of_sample(d, assigned["name"]):
            return None
        return "the value of a symbol"
    if (
        _TERM_PLUS.search(d.before)
        or _SYMBOL_PLUS.search(d.before)
        or _P_VALUE.search(d.before)
        or _BOUND_OF_LETTER.search(d.before)
        or (_FUNCTION_OF.search(d.before) and _OVER_LETTER.match(d.after))
        or (_MATHS_BEFORE.search(d.before) and not stripped.endswith("+"))
        or stripped.endswith("O(")
        or _FORMULA_GOES_ON.match(d.after)
    ):
        return "mathematics"
    return None


def _is_size_of_sample(d: Digits, symbol: str) -> bool:
    """ "nurses (N = 412)"."""
    return symbol == "N" and what_is_sampled(d.view, d.start, d.end, first_behind(d.view, d.end)) is not None


def _is_score(d: Digits, symbol: str) -> bool:
    """ "F1=0.9", "IPW=0.97", "r=0.8"; not "r=8"."""
    broken = "." in d.text
    if _ACRONYM.fullmatch(symbol) and broken:
        return True
    return QUALITY.fullmatch(symbol) is not None and (len(symbol) > 1 or symbol == "n" or broken)
