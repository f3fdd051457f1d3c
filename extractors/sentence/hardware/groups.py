"""The devices of a sentence in groups that its values part: "3x on A and B, but 4x on C" has two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.sentence.found import Earlier
from extractors.situation import Situation
from schemas.records import Mention
from schemas.vocabulary import Metric

# "2x on ordinary CPUs": a device that has no name
_UNNAMED = Pattern(
    r"\bon\s(?:(?:an?|the|single|one|many-?core|multi-?core|commodity|ordinary|server|desktop|mobile|embedded|consumer|modern|edge)\s){0,3}"
    r"(?:CPU|GPU|FPGA|TPU|NPU|DSP|microcontroller|(?:smart)?phone|laptop|workstation)s?\b(?!\s?\(|-|\s(?:based|like)\b)"
)
_WITH = Ending(r"\swith\s(?:an?\s)?$")


@dataclass(frozen=True, slots=True)
class Group:
    """Devices with no value between them, at ``[start, end)``."""

    start: int
    end: int
    mentions: tuple[Mention, ...]  # none for a device without a name

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical names in reading order, each once."""
        return names_of(self.mentions)


def names_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Canonical names in the order given, each once."""
    return tuple(dict.fromkeys(mention.name for mention in mentions))


def groups_of(s: Situation, values: Sequence[Earlier], usable: Sequence[Mention]) -> Iterator[Group]:
    """The groups in reading order; a device without a name is one of its own."""
    parts = [*_unnamed(s, usable), *(Group(m.start_char, m.end_char, (m,)) for m in usable)]
    parts.sort(key=lambda part: (part.start, part.end))
    last, *others = parts
    for part in others:
        between = any(last.end <= value.quantity.start < part.start for value in values if not _describes(value))
        if between or not (part.mentions and last.mentions):
            yield last
            last = part
        else:
            last = Group(last.start, part.end, (*last.mentions, *part.mentions))
    yield last


def _unnamed(s: Situation, usable: Sequence[Mention]) -> Iterator[Group]:
    for match in _UNNAMED.finditer(s.doc.view, s.sentence.start, s.sentence.end):
        start, end = match.span()
        if not any(mention.start_char <= end and start <= mention.end_char for mention in usable):
            yield Group(end - 1, end, ())


def _describes(value: Earlier) -> bool:
    """Whether the value tells what a device consists of: "on A with a 128-core B"."""
    s = value.situation
    counted = value.claim.metric is Metric.DEVICE_COUNT
    return counted and _WITH.search(s.doc.view, s.sentence.start, s.quantity.start) is not None
