"""The devices of a sentence that a value may be of: not a rival's, as in "3x faster than B", nor a speed's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.patterns import IGNORECASE, Pattern
from extractors.sentence.found import Earlier
from extractors.situation import Situation
from schemas.records import Mention
from schemas.vocabulary import Attribution, Metric

_QUALITY = frozenset({Metric.ACCURACY, Metric.ERROR})
# What a device makes fast or cheap, no matter how good a result is.
_OF_DEVICES = frozenset(
    {Metric.SPEED, Metric.THROUGHPUT, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.MEMORY}
    | {Metric.ENERGY, Metric.POWER, Metric.ENERGY_EFFICIENCY, Metric.UTILIZATION}
)
_BRACKET = len(" (") + 1  # "over a CPU (Xeon Gold 6248)"
_REACH = 40  # characters from the word of comparing to the device
_BEATEN = Pattern(
    r"\b(?:than|compared (?:to|with)|versus|vs\.?)\s(?:(?:the|an?)\s)?"
    r"(?:(?!(?:on|for|using)\b)(?:\d+-)?[\p{L}-]+\s){0,3}$",
    IGNORECASE,
)


def usable_devices(value: Earlier, values: Sequence[Earlier], here: Sequence[Mention]) -> list[Mention]:
    """The devices that are neither compared with nor what makes another value fast."""
    claim = value.claim
    of_other = claim.attribution is Attribution.BASELINE  # "4x faster than A, which takes 12 ms"
    rivals = [claim.baseline] if of_other else dict.fromkeys(one.claim.baseline for one in values)
    beaten = _compared(value.situation, here, rivals) if not of_other or claim.baseline else []
    usable = [mention for mention in here if mention not in beaten]
    if claim.metric not in _QUALITY:
        return usable
    return [mention for mention in usable if not _of_speed(value, values, mention)]


def _compared(s: Situation, here: Sequence[Mention], rivals: Iterable[str | None]) -> list[Mention]:
    """The devices that stand in what is compared with."""
    text, low, high = s.doc.text, s.sentence.start, s.sentence.end
    places = [(at, at + len(rival) + _BRACKET) for rival in rivals if rival for at in _places(text, rival, low, high)]
    return [
        mention
        for mention in here
        if any(start <= mention.start_char < end for start, end in places)
        or _BEATEN.search(s.doc.view, max(low, mention.start_char - _REACH), mention.start_char)
    ]


def _places(text: str, phrase: str, low: int, high: int) -> Iterator[int]:
    at = text.find(phrase, low, high)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1, high)


def _of_speed(value: Earlier, values: Sequence[Earlier], mention: Mention) -> bool:
    """ "90% accuracy at 20 ms on A", "(6 minutes on A), it reaches 90%": where the device is another value's."""
    quality = value.quantity
    if mention.end_char <= quality.start:
        view = value.situation.doc.view
        closed = view.count(")", mention.end_char, quality.start) > view.count("(", mention.end_char, quality.start)
        return closed and any(_same_bracket(view, one.quantity.start, mention.start_char) for one in values)
    return any(
        one.claim.metric in _OF_DEVICES
        and quality.end <= one.quantity.start
        and one.quantity.end <= mention.start_char
        for one in values
    )


def _same_bracket(view: str, start: int, end: int) -> bool:
    return start <= end and not any(mark in "()" for mark in view[start:end])
