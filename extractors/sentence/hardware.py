"""The devices that a value was obtained on, where the same sentence says so; "3x on A and 4x on B": one each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.sentence.found import Earlier, Found
from extractors.situation import Situation
from schemas.records import Mention
from schemas.vocabulary import Attribution, Metric

# "3x faster than X on A": what may stand between a value and the device that it was obtained on
_ON = Pattern(r"(?P<before>[^;]{0,110}?)\b(?:on|for|using|atop)\s(?:(?!\b(?:on|for|using|atop)\s)[^,;:()]){0,50}")
_OTHER_CLAUSE = Pattern(r"\b(?:while|whereas|but)\b|(?:,|\band)\s$")
_JOINS = Pattern(
    r"(?:\s?\([^()]{1,30}\))?(?:\s(?:GPU|CPU|FPGA|TPU|board|platform|system|server|card|device)s?)?"
    r"(?:,\s(?:and\s)?|\sand\s|/)(?:the\s|an?\s)?(?:[\p{L}-]+\s){0,2}"
)
_BOTH = Pattern(r"\b(?:both|either)\s(?:(?:the|an?)\s)?(?:[\p{L}-]+\s)?$", IGNORECASE)
# "2x on ordinary CPUs": a device that has no name
_UNNAMED = Pattern(
    r"\bon\s(?:(?:an?|the|single|one|many-?core|multi-?core|commodity|ordinary|server|desktop|mobile|embedded|consumer|modern|edge)\s){0,3}"
    r"(?:CPU|GPU|FPGA|TPU|NPU|DSP|microcontroller|(?:smart)?phone|laptop|workstation)s?\b(?!\s?\(|-|\s(?:based|like)\b)"
)


@dataclass(frozen=True, slots=True)
class _Devices:
    """Devices with no value between them, at ``[start, end)``."""

    start: int
    end: int
    mentions: tuple[Mention, ...]  # none for a device without a name

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical names in reading order, each once."""
        return tuple(dict.fromkeys(mention.name for mention in self.mentions))


def with_hardware(values: Sequence[Earlier], mentions: Sequence[Mention]) -> list[Found]:
    """The values of a sentence, each with the devices that it was obtained on; what is compared with is none."""
    sentence = values[0].situation.sentence if values else None
    here = [m for m in mentions if sentence and sentence.start <= m.start_char < sentence.end]
    if not here:
        return [value.found for value in values]
    return [_placed(value, values, here) for value in values]


_BRACKET = len(" (") + 1  # "over a CPU (Xeon Gold 6248)"
_BEATEN = Pattern(
    r"\b(?:than|compared (?:to|with)|versus|vs\.?)\s(?:(?:the|an?)\s)?"
    r"(?:(?!(?:on|for|using)\b)(?:\d+-)?[\p{L}-]+\s){0,3}$",
    IGNORECASE,
)


def _compared(s: Situation, here: Sequence[Mention], rivals: Iterable[str | None]) -> list[Mention]:
    """The devices that stand in what is compared with."""
    view, low, high = s.doc.text, s.sentence.start, s.sentence.end
    places = [(at, at + len(rival) + _BRACKET) for rival in rivals if rival for at in _places(view, rival, low, high)]
    return [
        mention
        for mention in here
        if any(start <= mention.start_char < end for start, end in places)
        or _BEATEN.search(s.doc.view, max(low, mention.start_char - _REACH), mention.start_char)
    ]


_REACH = 40  # characters


def _places(text: str, phrase: str, low: int, high: int) -> Iterator[int]:
    at = text.find(phrase, low, high)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1, high)


def _placed(value: Earlier, values: Sequence[Earlier], here: Sequence[Mention]) -> Found:
    claim = value.claim
    of_other = claim.attribution is Attribution.BASELINE  # "4x faster than A, which takes 12 ms"
    rivals = [claim.baseline] if of_other else dict.fromkeys(one.claim.baseline for one in values)
    beaten = _compared(value.situation, here, rivals) if not of_other or claim.baseline else []
    usable = [mention for mention in here if mention not in beaten]
    if claim.metric in _QUALITY:
        usable = [mention for mention in usable if not _of_speed(value, values, mention)]
    start, end = _part(value.situation)
    if own := [mention for mention in usable if start <= mention.start_char < end]:
        usable, values = own, [one for one in values if start <= one.quantity.start < end]
    names = tuple(dict.fromkeys(mention.name for mention in usable))
    if usable and len(values) > 1:
        names = _own(value, values, usable, names)
    return replace(value.found, claim=replace(claim, hardware=names)) if names else value.found


_QUALITY = frozenset({Metric.ACCURACY, Metric.ERROR})
# What a device makes fast or cheap, no matter how good a result is.
_OF_DEVICES = frozenset(
    {Metric.SPEED, Metric.THROUGHPUT, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.MEMORY}
    | {Metric.ENERGY, Metric.POWER, Metric.ENERGY_EFFICIENCY, Metric.UTILIZATION}
)


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


def _part(s: Situation) -> tuple[int, int]:
    """The part of the sentence between semicolons that the value stands in."""
    view = s.doc.view
    end = view.find("; ", s.quantity.end, s.sentence.end)
    start = max(s.sentence.start, view.rfind("; ", s.sentence.start, s.quantity.start))
    return start, end if end >= 0 else s.sentence.end


def _own(
    value: Earlier, values: Sequence[Earlier], usable: Sequence[Mention], every: tuple[str, ...]
) -> tuple[str, ...]:
    """The devices of one of several values: ``every`` device of the sentence where none is said to be its own."""
    s, claim = value.situation, value.claim
    inside = [m for m in usable if claim.start_char <= m.start_char < claim.end_char]
    if inside:
        return tuple(dict.fromkeys(mention.name for mention in inside))  # "64 A100 GPUs"
    groups = list(_groups(s, values, usable))
    if len(groups) > 1:
        own = _behind(s, groups) or _around_bracket(s, groups) or _in_turn(s, values, groups)
        if own is None:
            return _left_by_others(value, values, groups) or every
        return _one_each(value, values, own) or own.names
    return (_one_each(value, values, groups[0]) if groups else None) or every


def _groups(s: Situation, values: Sequence[Earlier], usable: Sequence[Mention]) -> Iterator[_Devices]:
    """The devices of a sentence in reading order, parted by its values and by devices without a name."""
    unnamed = [match.span() for match in _UNNAMED.finditer(s.doc.view, s.sentence.start, s.sentence.end)]
    nameless = [(b - 1, b) for a, b in unnamed if not any(m.start_char <= b and a <= m.end_char for m in usable)]
    parts: list[tuple[int, int, tuple[Mention, ...]]] = [(a, b, ()) for a, b in nameless]
    parts += [(mention.start_char, mention.end_char, (mention,)) for mention in usable]
    parts.sort(key=lambda part: part[:2])
    last: _Devices | None = None
    for start, end, named in parts:
        between = last and any(last.end <= value.quantity.start < start for value in values if not _describes(value))
        if last is None or between or not (named and last.mentions):
            if last is not None:
                yield last
            last = _Devices(start, end, named)
        else:
            last = _Devices(last.start, end, (*last.mentions, *named))
    if last is not None:
        yield last


_WITH = Ending(r"\swith\s(?:an?\s)?$")


def _describes(value: Earlier) -> bool:
    """Whether the value tells what a device consists of: "on A with a 128-core B"."""
    s = value.situation
    counted = value.claim.metric is Metric.DEVICE_COUNT
    return counted and _WITH.search(s.doc.view, s.sentence.start, s.quantity.start) is not None


def _behind(s: Situation, groups: Sequence[_Devices]) -> _Devices | None:
    """ "3x faster on A": the devices that stand behind the value, or the list that it is a member of."""
    last = s.group[1]
    start = s.siblings[last].end
    group = next((group for group in groups if group.start >= start), None)
    if group is None or any(start <= other.start and other.end <= group.start for other in s.siblings[last + 1 :]):
        return None
    said = _ON.fullmatch(s.doc.view, start, group.start)
    if said and _closes(said["before"]) and _around_bracket(s, groups) is not None:
        return None  # "on A it takes more (5 ms) than on B"
    return group if said and not _OTHER_CLAUSE.search(said["before"]) else None


def _closes(text: str) -> bool:
    return text.count(")") > text.count("(")


def _left_by_others(value: Earlier, values: Sequence[Earlier], groups: Sequence[_Devices]) -> tuple[str, ...]:
    """ "on A 3x and 2 GB less, where others need 5 GB on B": the devices that are not said to be another value's."""
    others = [one for one in values if one is not value and one.claim.metric is not Metric.DEVICE_COUNT]
    taken = [group for one in others if (group := _behind(one.situation, groups)) is not None]
    return tuple(dict.fromkeys(name for group in groups if group not in taken for name in group.names))


def _around_bracket(s: Situation, groups: Sequence[_Devices]) -> _Devices | None:
    """ "3x on A (up to 5x) and 4x on B": the devices before the bracket that the value stands in."""
    group = next((group for group in reversed(groups) if group.end <= s.quantity.start), None)
    if group is None:
        return None
    between = s.doc.view[group.end : s.quantity.start]
    return group if between.count("(") > between.count(")") else None


def _in_turn(s: Situation, values: Sequence[Earlier], groups: Sequence[_Devices]) -> _Devices | None:
    """ "on A 3x and on B 4x": where devices and values take turns, those before each value, or those behind it."""
    first, last = values[0].quantity, values[-1].quantity
    if groups[0].end <= first.start and groups[-1].end <= last.start:
        return next((group for group in reversed(groups) if group.end <= s.quantity.start), None)
    if first.start < groups[0].start and last.start < groups[-1].start:
        return next((group for group in groups if group.start >= s.quantity.end), None)
    return None


def _one_each(value: Earlier, values: Sequence[Earlier], group: _Devices) -> tuple[str, ...] | None:
    """ "3x and 4x on A and B": the device whose place in its list is that of the value; null where all are of all."""
    s, (first, last) = value.situation, value.situation.group
    members = [one for one in values if first <= one.situation.index <= last]
    if len(members) != last - first + 1 or len(members) < 2 or len(group.mentions) != len(members):
        return None
    view = s.doc.view
    gaps = zip(group.mentions, group.mentions[1:], strict=False)
    if not all(_JOINS.fullmatch(view, one.end_char, other.start_char) for one, other in gaps):
        return None
    alike = len({one.draft.metric for one in members}) == 1 and len({one.claim.baseline for one in members}) == 1
    if not alike or _BOTH.search(view, s.sentence.start, group.start):
        return None
    return (group.mentions[s.index - first].name,)
