"""The same sentence with other names in it, real and invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

import regex

from extractors.ner.labels import HARDWARE
from extractors.ner.training.invent import invented
from extractors.ner.training.weak import UNKNOWN, Labelled

_INVENTED = 0.6  # the share of the new names that nobody bears
_DEVICE_CLASS = regex.compile(
    r"\b(?P<lead>on|using|with|over|to|than|versus|of|for|across|an?|single|one|the|edge|embedded|by|and|"
    r"modern|multiple|consumer|\d+)\s"
    r"(?P<noun>(?:GPU|FPGA|CPU|NPU|TPU|SoC|MCU|DSP|ASIC|DPU|IPU)s?|microcontrollers?|supercomputers?|"
    r"smartphones?|laptops?|"
    r"(?:edge\s|mobile\s)devices?|(?:FPGA\s|development\s|embedded\s)boards?|processors?|accelerators?)(?![\w-])"
)
_KEEP_NOUN = 0.6


def swapped(sentence: Labelled, pools: Mapping[str, Sequence[str]], rng: Random, share: float) -> Labelled:
    """The sentence with that share of its names replaced; a name that stands twice is replaced alike."""
    new: dict[tuple[str, str], str] = {}

    def replacement(name: str, label: str) -> str:
        if label == UNKNOWN:
            return name
        key = (label, name)
        if key not in new:
            keep = rng.random() >= share
            new[key] = (
                name if keep else invented(label, rng) if rng.random() < _INVENTED else rng.choice(pools[label])
            )
        return new[key]

    return _rewritten(sentence, replacement)


def _rewritten(sentence: Labelled, replacement: Callable[[str, str], str]) -> Labelled:
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = length = 0
    for start, end, label in sentence.spans:
        name = replacement(sentence.text[start:end], label)
        parts += [sentence.text[at:start], name]
        begin = length + start - at
        length = begin + len(name)
        spans.append((begin, length, label))
        at = end
    parts.append(sentence.text[at:])
    return Labelled("".join(parts), tuple(spans))


def device_places(sentence: Labelled) -> list[tuple[int, int]]:
    """Where a class of devices is named and a device could be: "a GPU", "on FPGAs"."""
    taken = sentence.spans
    return [
        match.span("noun")
        for match in _DEVICE_CLASS.finditer(sentence.text)
        if not any(a - 2 < match.end() and match.start("noun") < b + 2 for a, b, _ in taken)
    ]


def with_device(sentence: Labelled, place: tuple[int, int], pool: Sequence[str], rng: Random) -> Labelled:
    """The sentence with a device in that place, before the class or instead of it."""
    name = invented(HARDWARE, rng) if rng.random() < _INVENTED else rng.choice(pool)
    start, end = place
    keep = rng.random() < _KEEP_NOUN
    inserted = f"{name} " if keep else name
    removed = 0 if keep else end - start
    shift = len(inserted) - removed
    text = sentence.text[:start] + inserted + sentence.text[start + removed :]
    spans = [(a, b, label) if b <= start else (a + shift, b + shift, label) for a, b, label in sentence.spans]
    return Labelled(text, tuple(sorted([*spans, (start, start + len(name), HARDWARE)])))
