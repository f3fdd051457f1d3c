"""A number without a unit of measurement, by what it counts or is the size of."""

from __future__ import annotations

from dataclasses import replace

from extractors.numbers.nouns import NounMatch, parse_noun
from extractors.numbers.nouns.plural import plural_of
from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.refused.sample import what_is_sampled
from extractors.numbers.single.made import quantity_of
from extractors.numbers.single.model_size import size_of_model, size_of_model_nearby
from extractors.numbers.single.no_count import VERSION, is_score, is_version
from extractors.numbers.single.text_size import length_nearby, size_of_text
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern

_OR_MORE = Pattern(r"\s(?:or|and)\s(?:more|above)(?=\s\p{L})")
_BEGINS_OR_MORE = "oa"
_SORT_OF_SET = Pattern(
    r"[\s-](?P<noun>image|video|document|paper|question|sample|sentence|prompt|problem|frame|clip|particle|atom|cell|"
    r"edge|row|record|user|agent|galaxy|vector|triple)\s(?:[\p{L}-]+\s(?=simulation|run|graph|table))?"
    r"(?:collection|dataset|set|corpus|benchmark|subset|sequence|simulation|graph|run|table|grid|system|database|index|"
    r"workload|trace)s?\b",
    IGNORECASE,
)
_DATA_SET = Pattern(
    r"\s(?:(?!(?:in|of|from|on|for|and|or)\s)\p{Ll}[\p{Ll}-]+\s){0,2}?(?:data\s?set|corpus|collection)\b(?!s)"
)
_MONEY = Pattern(r"\sin\s(?:[\p{L}-]{1,15}\s)?(?:funds?|profits?|revenues?|damages?|savings|costs?)\b")
# "64 B chunks": what is moved or kept in pieces of so many bytes, and no billion of them
_OF_BYTES = Pattern(
    r"[\s-](?:(?:cache|memory|data|request|write|read)[\s-])?(?:chunks?|transfers?|transactions?|blocks?|lines?|pages?|packets?|"
    r"messages?|payloads?|values?|keys?|objects?|sectors?|bursts?|headers?|accesses|reads|writes|flits?|granularity)\b"
)
_FASTER = Pattern(
    r"\s{1,4}(?:faster|slower|(?:end-to-end\s|inference\s|training\s)?(?:speed-?up|"
    r"acceleration)\b(?!s)|(?:higher|lower|greater|better)\s(?:[\p{L}-]+\s){0,2}(?:throughput|goodput|bandwidth|latency|"
    r"speed))\b"
)
# "a factor of 39 more than A and 210 more than B"
_MORE_THAN = Pattern(
    r"\s(?:more|less|higher|lower|fewer|greater|larger|smaller|better|worse)\s(?:[\p{L}-]+\s)?than\b"
)
_FACTOR_BEFORE = Pattern(
    r"\bfactors?\sof\s(?:about\s|up\sto\s|over\s|nearly\s|~)?[\d.]+\s(?:more|less|higher|lower|fewer|greater|larger|smaller|better|worse)\s"
    r"[^;()]{0,60}?(?:,|,?\sand|,?\sor)\s(?:about\s|up\sto\s|over\s|nearly\s|~)?$"
)
_PER_TIME = Pattern(r"\s(?:per|a|each)\s(?P<time>second|minute|hour|day)\b")
_TIMES = {"second": "s", "minute": "min", "hour": "h", "day": "day"}


def counted(view: str, numeral: Numeral, first: str) -> Quantity:
    """What a number without a unit is the size of, or counts; a bare number where nothing is found.

    ``first`` is the first character that follows.
    """
    more = _OR_MORE.match(view, numeral.end) if first in _BEGINS_OR_MORE else None
    end = numeral.end
    if more is not None:  # "1000 or more GPUs"
        numeral, end = replace(numeral, at_least=True), more.end()
    noun = parse_noun(view, end, magnitude=numeral.magnitude, in_words=numeral.in_words, value=numeral.value)
    return (
        size_of_text(view, numeral, noun)
        or _size_of_a_set(view, numeral, noun)
        or _size_of_sample(view, numeral, first)
        or _money_or_bytes(view, numeral)
        or size_of_model(view, numeral, noun)
        or _times_left_out(view, numeral)
        or _of_noun(view, numeral, noun)
    )


def _size_of_a_set(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity | None:
    """ "a 5,000-image collection", "a 10K instruction dataset"."""
    if noun is None and (listed := _SORT_OF_SET.match(view, numeral.end)):
        unit, end = plural_of(listed["noun"].lower()), listed.end("noun")
        return quantity_of(numeral, "counted noun", unit, Dimension.COUNT, end, listed["noun"])
    if numeral.magnitude in ("K", "k", "M") and (data := _DATA_SET.match(view, numeral.end)):
        return quantity_of(numeral, "size of a data set", "samples", Dimension.COUNT, data.start(), "dataset")
    return None


def _size_of_sample(view: str, numeral: Numeral, first: str) -> Quantity | None:
    """ "nurses (n = 412)", "a user study (N=24)"."""
    counted = what_is_sampled(view, numeral.start, numeral.end, first)
    return quantity_of(numeral, "size of a sample", counted, Dimension.COUNT, noun=counted) if counted else None


def _money_or_bytes(view: str, numeral: Numeral) -> Quantity | None:
    """ "3M in damages", "64 B chunks"."""
    if numeral.magnitude and _MONEY.match(view, numeral.end):
        return quantity_of(numeral, "amount of money", "USD", Dimension.MONEY)
    if numeral.magnitude == "B" and _OF_BYTES.match(view, numeral.end) and view[numeral.end - 2] in " -":
        size = replace(numeral, value=numeral.value / 1e9, magnitude="")
        return quantity_of(size, "size in bytes", "B", Dimension.BYTES, noun="bytes")
    return None


def _times_left_out(view: str, numeral: Numeral) -> Quantity | None:
    """ "up to 3 faster"."""
    bare = None if numeral.magnitude or numeral.in_words else _FASTER.match(view, numeral.end)
    if bare is None and not (numeral.magnitude or numeral.in_words) and (more := _MORE_THAN.match(view, numeral.end)):
        bare = more if _FACTOR_BEFORE.search(view, max(0, numeral.start - 90), numeral.start) else None
    return quantity_of(numeral, "times sign left out", "x", Dimension.TIMES, bare.start()) if bare else None


def _of_noun(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity:
    """A count of the noun behind, or of it in a time: "40 images per second"; else a bare number."""
    if noun is None:
        nearby = size_of_model_nearby(view, numeral) or length_nearby(view, numeral)
        return nearby or quantity_of(numeral, "number")
    if is_version(view, numeral, noun):
        return quantity_of(numeral, VERSION)
    if noun.dimension is Dimension.COUNT and is_score(view, numeral, noun):
        return quantity_of(numeral, "number")
    if noun.dimension is Dimension.COUNT and (per := _PER_TIME.match(view, noun.end)):
        unit = f"{noun.unit}/{_TIMES[per['time']]}"
        return quantity_of(numeral, "counted noun and time", unit, Dimension.RATE, per.end())
    return quantity_of(numeral, "counted noun", noun.unit, noun.dimension, noun.end, noun.phrase)
