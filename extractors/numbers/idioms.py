"""Words that carry a value without a numeral: halve, double, triple, an order of magnitude, a third of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractors.lexicon import HEDGES
from extractors.numbers.idiom import Idiom
from extractors.numbers.refused.compound import OF_VALIDATION
from extractors.numbers.single_device import single_devices
from extractors.numbers.units import Dimension
from extractors.numbers.words import UNITS
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded, holds


class _Multiple(NamedTuple):
    """Words that say how many times; ``needed`` are those of which a text, folded, has one where it has a match.

    The value is that of the word ``n`` where the pattern names one.
    """

    needed: tuple[str, ...]
    pattern: regex.Pattern[str]
    value: float


def _multiple(*needed: str, value: float = 0, words: str) -> _Multiple:
    return _Multiple(needed, regex.compile(words, regex.IGNORECASE), value)


_OF_WHAT = (
    r"(?=\s(?:the|its|their|our|as|that|of|overall|training|inference|memory|throughput|decoding|peak|GPU|model|energy|"
    r"time|runtime|latency|speed|performance)\b|\s(?:[\p{L}-]+\s){0,2}(?:times?|throughput|latenc(?:y|ies)|costs?|speeds?|"
    r"rates?|memory|bandwidth|capacity|sizes?|lengths?|usage|consumption|performance|efficiency|accuracy|yields?)\b|\s(?:\p{L}[\p{L}\d.-]*\s){0,2}\p{L}[\p{L}\d.-]*'s\s)"
)
# "double Tarnet's", "triple the rate"
_WHOSE = r"\s(?:\p{Lu}[\p{L}\d-]*(?:\s\p{Lu}[\p{L}\d-]*)?'s|the|its|their|that of|what)\b"
_MORE_THAN = r"\b(?:more than|nearly|almost|roughly|about|over|approximately)\s"  # "nearly triples yield"
# "successive halving", "period-doubling": names of methods; "0.2% per doubling": how often
_NO_METHOD = (
    r"(?<!\b(?:successive|recursive|hierarchical|sequential|repeated|distance|period|pointer|per|each|every)\s)"
    r"(?<!\p{L}-)"
)
# "latency can more than double", "may even triple the bill"
_MAY = (
    r"\b(?:can|could|may|might|would|will)\s(?:(?:even|more than|nearly|almost|roughly|about)\s){{0,2}}"
    r"(?P<w>{0})(?=\s?[,.;)]|\s\p{{Ll}})"
)
# "was tripled", "tripling yields": no noun looks so
_MULTIPLIED = r"(?<!\p{{L}}-)\b{0}(?:ed|ing)\b(?!\s(?:dimension|metric|measure)\b|-)"
_FOLDS = {word: n for word, n in UNITS.items() if 2 <= n <= 10} | {"hundred": 100, "thousand": 1000}
_MULTIPLES: tuple[_Multiple, ...] = (
    _multiple("fold", words=rf"(?<!\b(?:is|are)\s)\b(?P<n>{'|'.join(_FOLDS)})-?fold\b(?!{OF_VALIDATION})"),
    _multiple(
        "halv",
        "half",
        value=2,
        words=rf"{_NO_METHOD}(?<!\b(?:both|two|the|all|second|first|of)\s)\bhalv(?:e|es|ed|ing)\b|"
        rf"\b(?:by|in)\s{HEDGES}"
        r"(?P<w>half)\b(?!-|\s(?:a|an|of|the|precision|integer)\b)|"
        r"\b(?P<w>half)\s(?:the|what|as (?:many|much)|their|its|(?:of )?(?:that|those) of)\b",
    ),
    _multiple(
        "doubl",
        "twice",
        value=2,
        words=rf"{_NO_METHOD}\b(?:doubles|doubled|doubling)\b(?!\s(?:dimension|metric|measure|as|down|up|check|blind|edged|back|trick|stages?)\b)(?=\s|[,.;)]|$)|"
        rf"\btwice\b(?:{_OF_WHAT}|(?=\s(?:faster|larger|higher)))|\b(?P<w>double){_WHOSE}|{_MAY.format('double')}",
    ),
    _multiple(
        "tripl",
        "thrice",
        value=3,
        words=r"(?<!\b(?:KG|RDF|graph|knowledge|entity|these|such|of)\s)\b(?:triples(?!\sof\b)|thrice)\b"
        rf"{_OF_WHAT}|{_MULTIPLIED.format('tripl')}|{_MORE_THAN}(?P<w>triples)\b|\b(?P<w>triple){_WHOSE}|{_MAY.format('triple')}",
    ),
    _multiple(
        "quadrupl",
        value=4,
        words=rf"\bquadruples\b{_OF_WHAT}|{_MULTIPLIED.format('quadrupl')}|{_MORE_THAN}(?P<w>quadruples)\b|\b(?P<w>quadruple){_WHOSE}|{_MAY.format('quadruple')}",
    ),
)
_ORDER = regex.compile(
    r"\b(?:an?|one)[\s-](?:full\s)?order[\s-]of[\s-]magnitude\b|\bone magnitude(?=\s\p{L}+er\b)|"
    r"\border-of-magnitude\b",
    regex.IGNORECASE,
)
_FRACTION = regex.compile(
    r"(?<![\w./<>=≤≥-])(?<![<>=≤≥]\s)1/(?P<n>[2-9]|[1-9]\d{1,3})(?:th)?(?:(?=\s(?:of|the)\b)|"
    r"(?<=\b(?:only|just|merely)\s1/\d{1,4}(?:th)?)(?=\s\p{L})|(?<=\bto\s1/\d{1,4}(?:th)?)(?=[.,;]|$))"
)
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
# "activates only one-third of the parameters", "at a quarter of the cost"
_WORDED_FRACTION = Pattern(
    r"\b(?:to|only|just|merely|with|using|at|needs?|requir\w{1,3}|costs?|uses?|consum\w{1,3}|activat\w{1,3}|"
    r"occup\w{1,4}|draw(?:s|ing)?|tak(?:es?|ing)(?:\sup)?|spend(?:s|ing)?)\s"
    r"(?:(?:about|approximately|roughly|around|nearly|almost|only|just|less than|under)\s)?"
    rf"(?P<w>(?:an?|one)[\s-](?P<part>{'|'.join(_PARTS)}))(?=\s(?:of\s)?(?:the|its|that|those|their)\b|"
    r"\sof\s(?-i:\p{Lu})[^\s,;()]*'s\s)",
    IGNORECASE,
)
# "is a fifth of that of Tarnet", "in a third of the time of Tarnet"
_WORDED_SHARE = Pattern(
    r"\b(?:is|are|was|were|in|within)\s"
    r"(?:(?:about|approximately|roughly|around|nearly|almost|only|just|less than|under)\s)?"
    rf"(?P<w>(?:an?|one)[\s-](?P<part>{'|'.join(_PARTS)}))(?=\sof\s(?:(?:that|those)\sof|the\stime\s(?:of|taken|needed|required|that))\b)",
    IGNORECASE,
)
# "in less than a second", "takes over an hour": a bound makes one of the article
_A_UNIT_OF_TIME = Pattern(
    r"\b(?:less than|faster than|under|below|within|(?:takes?|took|requir\w{1,3}|needs?) (?:about|over|more than))\s"
    r"(?P<w>an?\s(?P<unit>(?:milli|micro|nano)?second|minute|hour))"
    r"(?=\s?(?:[,.;:)]|$)|\s(?:on|with|for|per|using|at|by|while|from|and|when|even|to|via|during|across|after|"
    r"without)\b)",
    IGNORECASE,
)
_UNITS_OF_TIME = {
    "nanosecond": "ns",
    "microsecond": "us",
    "millisecond": "ms",
    "second": "s",
    "minute": "min",
    "hour": "h",
}
_TIMES_NEEDED = (" a second", " a minute", " an hour", " a milli", " a micro", " a nano")


def find_idioms(view: str) -> Iterator[Idiom]:
    """Every such word of a view, kind by kind."""
    text = folded(view)
    if "magnitude" in text:
        for order in _matches(view, _ORDER):
            yield Idiom(order.start(), order.end(), 1.0, "orders of magnitude", Dimension.ORDERS, order[0].lower())
    for multiple in _MULTIPLES:
        if holds(text, multiple.needed):
            yield from _multiples(view, multiple)
    if "1/" in text:
        for match in _FRACTION.finditer(view):  # "with 1/10 of the parameters"
            yield Idiom(match.start(), match.end(), float(match["n"]), "x", Dimension.TIMES, match[0])
    if holds(text, _PARTS):
        for part in (*_WORDED_FRACTION.finditer(view), *_WORDED_SHARE.finditer(view)):
            n = _PARTS[folded(part["part"])]
            yield Idiom(*part.span("w"), float(n), "x", Dimension.TIMES, f"1/{n}")
    if holds(text, _TIMES_NEEDED):
        for time in _A_UNIT_OF_TIME.finditer(view):
            yield Idiom(*time.span("w"), 1.0, _UNITS_OF_TIME[folded(time["unit"])], Dimension.TIME, folded(time["w"]))
    if "single" in text or "one" in text:
        yield from single_devices(view, text)


def _multiples(view: str, multiple: _Multiple) -> Iterator[Idiom]:
    for match in _matches(view, multiple.pattern):
        found = match.groupdict()
        value = _FOLDS[folded(found["n"])] if "n" in found else multiple.value
        start, end = match.span("w") if found.get("w") else match.span()
        yield Idiom(start, end, float(value), "x", Dimension.TIMES, view[start:end].lower())


def _matches(view: str, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """What a pattern finds; "Sequential Halving" is a name."""
    for match in pattern.finditer(view):
        start = match.start("w") if match.groupdict().get("w") else match.start()
        if not (view[start].isupper() and view[max(0, start - 2) : start - 1].isalpha()):
            yield match
