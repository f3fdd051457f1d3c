"""The bracket that says which one is meant: "the strongest baseline (Tarnet)", "a CPU (Zorbic 900)"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.patterns import Pattern

_KIND = Ending(
    r"\b(?:baseline|competitor|CPU|GPU|FPGA|ASIC|processor|accelerator|device|board|platform|server|model|network|"
    r"method|approach|technique|algorithm|strateg(?:y|ie)|polic(?:y|ie)|scheme|implementation|system|framework|librar(?:y|ie)|compiler|"
    r"solver|simulator|tool|encoder|classifier|detector|agent|variant|version)(?:e?s)?$"
)
_NAMED = Pattern(
    r"\s\((?:i\.e\.,?\s)?(?P<name>(?=[^()]*\p{Lu})(?!e\.g|[CGT]PU\b|FPGA\b)\p{L}[\p{L}\d.,+&/\s-]{1,60})\)"
)
_THE_BASELINE = Pattern(r"(?:the|an?)\sbaseline")
_IN_WORDS = Pattern(r"\s\((?P<name>(?:[\p{Ll}-]+\s){1,4}[\p{Ll}-]+)\)")
_OF_VALUES = Pattern(r"(?:.*\s)?(?:average|mean|median|geometric|worst|best|total|each|all|only|same|similar)\b")
_SHORT_FORM = Pattern(r"\p{Lu}{2,6}s?")


def with_name(view: str, span: tuple[int, int], last: int) -> tuple[int, int]:
    """The phrase with the name behind it; a short form of the phrase itself names nothing more."""
    if not view.startswith(" (", span[1]) or not _KIND.search(view, *span):
        return span
    found = _NAMED.match(view, span[1], last)
    if found is None and _THE_BASELINE.fullmatch(view, *span):
        found = _IN_WORDS.match(view, span[1], last)
    if found is None or metric_cues(found["name"]) or _OF_VALUES.match(found["name"]):
        return span
    if _SHORT_FORM.fullmatch(found["name"]) and _shortens(found["name"], view[slice(*span)]):
        return span
    return span[0], found.end()


def _shortens(short: str, phrase: str) -> bool:
    """Whether "(SAM)" is short for "the Segment Anything Model": its letters in their order, the first at a word."""
    letters, text = short.rstrip("s").casefold(), f" {phrase.casefold()}"
    at = text.find(f" {letters[0]}") + 1
    for letter in letters[1:]:
        at = text.find(letter, at + 1) if at > 0 else -1
    return at > 0
