"""Phrases that are no setting by how they begin: "in practice", "on the other hand", "with a small gain"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern
from extractors.wordgroups import any_of, word_groups

_WORDS = word_groups("extractors.context.setting.accept", "nothing.txt")


def _of(group: str) -> str:
    return rf"(?:{any_of(_WORDS[group])})\b"


_BEGINNINGS = (
    _of("word"),
    _of("idiom"),
    rf"{_of('alone')}(?!\s)",
    r"(?:both|each|aggregate)\b(?!\s\p{L})",
    r"all\b(?!\s(?:\d|(?!of|cases|metrics|other|three|four|these)\p{L}))",
    r"one\b(?!\s[^,;:()]{0,24}(?:[CGTN]PU|FPGA|core|node|board|server|chip)\b)",
    r"top(?: of|-\d|$)",
    rf"{_of('with')}\swith\b",
    # an article or "our"
    rf"an?\s{_of('after a')}",
    rf"an?\s{_of('after a, without a thing')}(?!,?\s(?:[\p{{L}}-]+\s)?(?:{_of('thing')}|sets?\b(?!\sof)))",
    rf"the\s{_of('after the')}",
    rf"the\s{_of('after the, alone')}$",
    rf"the\s(?:[\p{{L}}-]+\s)?{_of('side')}",
    rf"the\s{_of('part of the design')}\s(?:level|stratum)$",
    r"the\s(?:[\p{L}\d-]+\s)?(?:average|mean)$",  # "on the five-task mean"
    r"its (?:peak|best|worst)$",
    r"the\s(?:total\s|average\s|mean\s|overall\s)?(?:number|amount|count)\sof",
    rf"our\s{_of('after our')}",
    rf"our\s(?:[\p{{L}}-]+\s){{0,3}}{_of('own thing')}",
    r"our\s(?:case|user|pilot|field|ablation|main|initial|preliminary)\s(?:stud(?:y|ies)|experiments?|results?)$",
    # work done
    r"(?:earlier|prior|previous|related|our own)\swork\b",
    r"(?:our|the|an?)\s(?:experimental|evaluation)\s(?:setup|setting)s?\b",
    rf"(?:(?:our|the|an?)\s)?(?:[\p{{L}}-]+\s)?{_of('thorough')}\s{_of('trial')}(?!\s(?:on|of|with|across)\b)",
    rf"(?:an?|our)\s{_of('of theory')}\s{_of('investigation')}(?!\sof)",
    # numbers
    r"[$\\]",
    r"as (?:few|little|low|high|many|much) as",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:seconds|minutes|hours|days)",
    r"\d+\s(?:out\s)?of\s(?:the\s)?\d+(?=\s)(?:\s[\p{L}-]+)?",
    r"an? ~?\d[\d.-]*\s?(?:%|(?:x|times)\b(?!\s\p{L}+er\s))",
    r"an?\s\d{1,3}(?:(?:-|\sto\s)\d{1,3}|-point)\s(?:[\p{L}-]+\s)?scale",
    r"(?:under|below|within|over)\s\d[\d.]*\s?(?:ms|us|s|seconds?|minutes?|hours?)",
    r"\d[\d.,]*\s?(?:x(?!\s\d)|%|times|h|hours?|minutes?|ms|s|days?|seconds?)(?!\w)"
    rf"(?!\s(?:[\p{{L}}-]+\s){{0,2}}{_of('limit')})",
    r"\d[\d.]*%?-\d[\d.]*%(?!\s(?!of\b)\p{L})",
)
_NOTHING = Pattern(rf"(?:{'|'.join(_BEGINNINGS)})(?![\p{{L}}-])", IGNORECASE)


def begins_with_nothing(text: str) -> bool:
    """Whether a phrase begins as no setting does."""
    return _NOTHING.match(text) is not None
