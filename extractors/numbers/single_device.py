"""One device in words: "a single A100", "on one GPU"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.numbers.idiom import Idiom
from extractors.numbers.nouns import DEVICES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded

_HEAD = "|".join(sorted(DEVICES, key=len, reverse=True))
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
    r"GB200)(?![\p{L}\d-])(?!(?:\s(?:Ti|Super))?(?:\s\(?\d{1,3}\s?GB\)?)?\s(?:GPU|card|chip|node|server|machine|accelerator)|"
    r"[\s-](?:GPU[\s-])?(?:hour|day|week|month)s?\b)"
)
# A computer by its name alone: "a single MacBook Pro", "one Raspberry Pi 5".
_SINGLE_MACHINE = Pattern(
    r"(?<![\p{L}\d-])(?:(?:an?|just)\s)?(?:single|one)\s(?:(?:Apple|NVIDIA|Nvidia|Google|consumer|commodity|stock|standalone)\s){0,2}"
    r"(?:(?P<laptop>MacBook(?:\s(?:Pro|Air))?(?:\sM\d(?:\s(?:Pro|Max|Ultra))?)?)|"
    r"(?P<machine>Mac\s?(?:[Ss]tudio|[Mm]ini|Pro)|iMac|DGX[\s-](?:Spark|Station|[AHB]\d00|[12]))|"
    r"(?P<smartphone>iPhone(?:\s\d{1,2})?(?:\s(?:Pro|Max|Plus)){0,2}|Pixel\s\d\w?(?:\sPro)?)|"
    r"(?P<board>Raspberry\sPi(?:\s(?:Zero|Pico|\d)\w{0,2}){0,2}|Jetson(?:\s(?:AGX|Orin|Xavier|Nano|NX|TX[12]|Thor)){1,3}+))"
    r"(?![\p{L}\d-])(?!\s(?:GPU|CPU|core|node|cluster|board|laptop|machine|computer|workstation|phone|smartphone|device|module|server)s?\b)"
)
# Looked for first, in a fifth of the time: how a single device begins, and what has to follow within reach.
# One pattern a word, and the word first: :mod:`re` goes from word to word.
_BEGINS_SINGLE = tuple(rf"{word}(?<![a-z0-9-]{word})" for word in ("single", "one"))
_SINGLE_AND_HEAD = tuple(
    re.compile(rf"{begins}[\s-](?:.{{0,110}}?\s)?(?:{_HEAD})(?![a-z0-9])", re.DOTALL) for begins in _BEGINS_SINGLE
)
_SINGLE_AND_DIGIT = tuple(re.compile(rf"{begins}\s.{{0,60}}?\d", re.DOTALL) for begins in _BEGINS_SINGLE)
_SINGLE_AND_MACHINE = tuple(
    re.compile(rf"{begins}\s.{{0,60}}?(?:mac|dgx|iphone|pixel|raspberry|jetson)", re.DOTALL)
    for begins in _BEGINS_SINGLE
)
_COMPOUND = Pattern(rf"\s(?P<head>{_HEAD})(?![\p{{L}}\d-])", IGNORECASE)
_NOT_SINGLE = Pattern(r"\bone\s(?:of|or|and|can|to|for|another)\b|\bone-", IGNORECASE)
# "single-core" as an adjective says what kind of thing it is; "on a single core" says on how many.
_ADJECTIVE = Pattern(r"(?:an?\s|the\s)?single-\p{L}", IGNORECASE)
_NOT_HARDWARE = Pattern(
    r"\s(?:capabilit(?:y|ies)|ideas?|insights?|principles?|questions?|concepts?|mechanisms?|challenges?|kernels?|program|launch|operator|call|"
    r"after another|classification|embedding|feature|representation|graph|learning|of the graph|tree|"
    r"fail(?:ure|ing)|faults?|errors?|outages?|crash)"
)


def _any_in(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def single_devices(view: str, text: str) -> Iterator[Idiom]:
    """ "a single A100", "on one GPU"; ``text`` is the view folded."""
    for match in _SINGLE_NAMED.finditer(view) if _any_in(text, _SINGLE_AND_DIGIT) else ():
        yield Idiom(match.start(), match.end(), 1.0, "GPU", Dimension.DEVICES, "a single")
    for match in _SINGLE_MACHINE.finditer(view) if _any_in(text, _SINGLE_AND_MACHINE) else ():
        kind = str(match.lastgroup)
        yield Idiom(match.start(), match.end(), 1.0, kind, Dimension.DEVICES, "a single")
    for match in _SINGLE.finditer(view) if _any_in(text, _SINGLE_AND_HEAD) else ():
        head = folded(match["head"])
        if _NOT_SINGLE.match(match[0]) or _ADJECTIVE.match(match[0]):
            continue
        if (head.endswith("s") and head not in ("sms", "pes")) or _NOT_HARDWARE.match(view, match.end()):
            continue
        end = match.end()
        if more := _COMPOUND.match(view, end):  # "a single CPU node"
            head, end = folded(more["head"]), more.end()
        yield Idiom(match.start(), end, 1.0, DEVICES[head], Dimension.DEVICES, "a single")
