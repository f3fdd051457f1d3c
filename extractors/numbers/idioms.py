"""Words that carry a value without a numeral: halve, double, triple, an order of magnitude, a single device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractors.numbers.names import OF_VALIDATION
from extractors.numbers.nouns import DEVICES
from extractors.numbers.units import Dimension
from extractors.numbers.words import UNITS
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded, holds

_FOLDS = {word: n for word, n in UNITS.items() if 2 <= n <= 10} | {"hundred": 100, "thousand": 1000}


@dataclass(frozen=True, slots=True)
class Idiom:
    """A value in words at ``[start, end)``."""

    start: int
    end: int
    value: float
    unit: str
    dimension: Dimension
    word: str


_QUANTITY_OF = (
    r"(?:the|its|their|our|as|that|of|overall|training|inference|memory|throughput|decoding|peak|GPU|model|"
    r"energy|time|runtime|latency|speed|performance)"
)
_HEAD = "|".join(sorted(DEVICES, key=len, reverse=True))
_Worded = tuple[regex.Pattern[str], float, str, Dimension]
# By the words of which a text needs one to have a match.
_PATTERNS: tuple[tuple[tuple[str, ...], tuple[_Worded, ...]], ...] = (
    (
        ("magnitude",),
        (
            (
                regex.compile(
                    r"\b(?:an?|one)[\s-](?:full\s)?order[\s-]of[\s-]magnitude\b|\bone magnitude(?=\s\p{L}+er\b)|"
                    r"\border-of-magnitude\b",
                    regex.IGNORECASE,
                ),
                1.0,
                "orders of magnitude",
                Dimension.ORDERS,
            ),
        ),
    ),
    (
        ("fold",),
        tuple(
            (
                regex.compile(rf"(?<!\b(?:is|are)\s)\b{word}-?fold\b(?!{OF_VALIDATION})", regex.IGNORECASE),
                float(value),
                "x",
                Dimension.TIMES,
            )
            for word, value in _FOLDS.items()
        ),
    ),
    (
        ("halv", "half"),
        (
            (
                regex.compile(
                    r"(?<!\b(?:both|two|the|all|second|first|of)\s)\bhalv(?:e|es|ed|ing)\b|\b(?:by|in)\s(?:about\s|roughly\s|nearly\s|almost\s|over\s|"
                    r"more than\s)?(?P<w>half)\b(?!-|\s(?:a|an|of|the|precision|integer)\b)|\b(?P<w>half)\s(?:the|"
                    r"as (?:many|much)|their|its)\b",
                    regex.IGNORECASE,
                ),
                2.0,
                "x",
                Dimension.TIMES,
            ),
        ),
    ),
    (
        ("doubl", "twice"),
        (
            (
                regex.compile(
                    rf"\b(?:doubles|doubled|doubling)\b(?!\s(?:as|down|up|check|blind|edged|back)\b)(?=\s|[,.;)]|$)|"
                    rf"\btwice\b(?=\s{_QUANTITY_OF}\b|\s(?:faster|larger|higher))|\b(?P<w>double)\s(?:\p{{Lu}}[\p{{L}}\d-]*(?:\s\p{{Lu}}[\p{{L}}\d-]*)?'s|the|its|their|"
                    rf"that of)\b",
                    regex.IGNORECASE,
                ),
                2.0,
                "x",
                Dimension.TIMES,
            ),
        ),
    ),
    (
        ("tripl", "thrice"),
        (
            (
                regex.compile(
                    rf"(?<!\b(?:KG|RDF|graph|knowledge|entity|these|such|of)\s)\b(?:triples|tripled|tripling|thrice)\b(?=\s{_QUANTITY_OF}\b)|\b(?P<w>triple)\s(?:\p{{Lu}}[\p{{L}}\d-]*(?:\s\p{{Lu}}[\p{{L}}\d-]*)?'s|the|its|their|"
                    rf"that of)\b",
                    regex.IGNORECASE,
                ),
                3.0,
                "x",
                Dimension.TIMES,
            ),
        ),
    ),
    (
        ("quadrupl",),
        (
            (
                regex.compile(
                    rf"\b(?:quadruples|quadrupled|quadrupling)\b(?=\s{_QUANTITY_OF}\b)|\b(?P<w>quadruple)\s(?:\p{{Lu}}[\p{{L}}\d-]*(?:\s\p{{Lu}}[\p{{L}}\d-]*)?'s|the|its|"
                    rf"their|that of)\b",
                    regex.IGNORECASE,
                ),
                4.0,
                "x",
                Dimension.TIMES,
            ),
        ),
    ),
)
_FRACTION = regex.compile(
    r"(?<![\w./-])1/(?P<n>[2-9]|[1-9]\d{1,3})(?:th)?(?:(?=\s(?:of|the)\b)|(?<=\bto\s1/\d{1,4}(?:th)?)(?=[.,;]|$))"
)
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
# "activates only one-third of the parameters", "at a quarter of the cost"
_WORDED_FRACTION = Pattern(
    r"\b(?:to|only|just|merely|with|using|at|needs?|requir\w{1,3}|costs?|uses?|consum\w{1,3}|activat\w{1,3})\s"
    rf"(?:(?:about|approximately|roughly|around|nearly|almost|only|just|less than|under)\s)?"
    rf"(?P<w>(?:an?|one)[\s-](?P<part>{'|'.join(_PARTS)}))(?=\s(?:of\s)?(?:the|its|that|those|their)\b)",
    IGNORECASE,
)
_SINGLE = Pattern(
    rf"(?<![\p{{L}}\d-])(?:(?:an?|the|one|just one)\s)?(?:single|one)(?:\s|-)(?:(?!(?:and|or|of|to|the|in|on|"
    rf"with|for|at|"
    rf"per|by|from|using|via)\b)[\p{{L}}\d/.()+-]{{1,20}}(?<!\.)\s){{0,5}}?(?P<head>{_HEAD})(?![\p{{L}}\d])(?!-)",
    IGNORECASE,
)
# A device by its name alone: "one NVIDIA RTX 3090".
_SINGLE_NAMED = Pattern(
    r"(?<![\p{L}\d-])(?:(?:an?|just)\s)?(?:single|one)\s(?:(?:NVIDIA|Nvidia|AMD|consumer|"
    r"commodity)\s){0,2}(?:(?:Tesla|GeForce|Quadro|Instinct)\s)?"
    r"(?:[RG]TX[\s-]?[A-Z]?\d{3,4}(?:\sTi|\sSuper)?|[AHVBTPL]\d{2,4}|MI\d{2,3}X?|GH200|"
    r"GB200)(?![\p{L}\d-])(?!\s(?:GPU|card|chip|node|server|machine|accelerator))"
)
# Looked for first, in a fifth of the time: how a single device begins, and what has to follow within reach.
# One pattern a word, and the word first: :mod:`re` goes from word to word.
_BEGINS_SINGLE = tuple(rf"{word}(?<![a-z0-9-]{word})" for word in ("single", "one"))
_SINGLE_AND_HEAD = tuple(
    re.compile(rf"{begins}[\s-](?:.{{0,110}}?\s)?(?:{_HEAD})(?![a-z0-9])", re.DOTALL) for begins in _BEGINS_SINGLE
)
_SINGLE_AND_DIGIT = tuple(re.compile(rf"{begins}\s.{{0,60}}?\d", re.DOTALL) for begins in _BEGINS_SINGLE)
_COMPOUND = Pattern(rf"\s(?P<head>{_HEAD})(?![\p{{L}}\d-])", IGNORECASE)
_NOT_SINGLE = Pattern(r"\bone\s(?:of|or|and|can|to|for|another)\b|\bone-", IGNORECASE)
# "single-core" as an adjective says what kind of thing it is; "on a single core" says on how many.
_ADJECTIVE = Pattern(r"(?:an?\s|the\s)?single-\p{L}", IGNORECASE)
_NOT_HARDWARE = Pattern(
    r"\s(?:capabilit(?:y|ies)|ideas?|insights?|principles?|questions?|concepts?|mechanisms?|challenges?|kernels?|program|launch|operator|call|"
    r"after another|classification|embedding|feature|representation|graph|learning|of the graph|tree|"
    r"failure)"
)


def find_idioms(view: str) -> Iterator[Idiom]:
    """Every such word of a view, kind by kind."""
    text = folded(view)
    for needed, patterns in _PATTERNS:
        if holds(text, needed):
            for pattern, value, unit, dimension in patterns:
                yield from _worded(view, pattern, value, unit, dimension)
    if "1/" in text:
        for match in _FRACTION.finditer(view):  # "with 1/10 of the parameters"
            yield Idiom(match.start(), match.end(), float(match["n"]), "x", Dimension.TIMES, match[0])
    if holds(text, _PARTS):
        for part in _WORDED_FRACTION.finditer(view):
            n = _PARTS[part["part"].lower()]
            yield Idiom(*part.span("w"), float(n), "x", Dimension.TIMES, f"1/{n}")
    if "single" in text or "one" in text:
        yield from _single_devices(view, text)


def _worded(view: str, pattern: regex.Pattern[str], value: float, unit: str, dimension: Dimension) -> Iterator[Idiom]:
    for match in pattern.finditer(view):
        start, end = match.span("w") if "w" in pattern.groupindex and match["w"] else match.span()
        if view[start].isupper() and view[max(0, start - 2) : start - 1].isalpha():
            continue  # "Sequential Halving" is a name
        yield Idiom(start, end, value, unit, dimension, view[start:end].lower())


def _any_in(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _single_devices(view: str, text: str) -> Iterator[Idiom]:
    """ "a single A100", "on one GPU"; ``text`` is the view folded."""
    for match in _SINGLE_NAMED.finditer(view) if _any_in(text, _SINGLE_AND_DIGIT) else ():
        yield Idiom(match.start(), match.end(), 1.0, "GPU", Dimension.DEVICES, "a single")
    for match in _SINGLE.finditer(view) if _any_in(text, _SINGLE_AND_HEAD) else ():
        head = match["head"].lower()
        if _NOT_SINGLE.match(match[0]) or _ADJECTIVE.match(match[0]):
            continue
        if (head.endswith("s") and head not in ("sms", "pes")) or _NOT_HARDWARE.match(view, match.end()):
            continue
        end = match.end()
        if more := _COMPOUND.match(view, end):  # "a single CPU node"
            head, end = more["head"].lower(), more.end()
        yield Idiom(match.start(), end, 1.0, DEVICES[head], Dimension.DEVICES, "a single")
