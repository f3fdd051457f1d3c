"""The known devices, read from ``catalogue.tsv``.

A device has one line: its canonical name, what is known of it, and its aliases, separated by ``|``; the head of the
file says what each column holds and where the figures come from. A space in an alias stands for an optional space,
hyphen or tie. The first character of an alias says what a mention of it needs:

========  =====================================================================================
(none)    nothing: the name is hardware wherever it stands
``!``     nothing, but the letters have to be as written
``~``     a word of computing hardware in the same sentence
``?``     a hardware word right after it, the vendor right before it, or a known device beside it
``^``     the same, or a word of supercomputing in the same sentence (a machine with an everyday name)
``=``     the vendor right before it
========  =====================================================================================
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from schemas.records import Device
from schemas.vocabulary import DeviceClass


class Need(Enum):
    """What has to stand around a name before it counts as hardware."""

    NOTHING = ""
    EXACT = "!"
    SENTENCE = "~"
    BESIDE = "?"
    MACHINE = "^"
    VENDOR = "="


_MARKS = {need.value: need for need in Need if need.value}


@dataclass(frozen=True, slots=True)
class Alias:
    """A surface form of a device and what a mention of it needs."""

    text: str
    need: Need
    device: Device


@cache
def _lines() -> tuple[dict[str, str], ...]:
    text = resources.files("extractors.devices").joinpath("catalogue.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


@cache
def devices() -> tuple[Device, ...]:
    """Every known device, in the order of the catalogue; canonical names are unique."""
    return tuple(
        Device(
            name=line["name"],
            vendor=line["vendor"] or None,
            device_class=DeviceClass(line["device_class"]),
            family=line["family"] or None,
            released=int(line["released"]) if line["released"] else None,
            memory_gb=_number(line["memory_gb"]),
            fp16_tflops=_number(line["fp16_tflops"]),
            bandwidth_gbs=_number(line["bandwidth_gbs"]),
            tdp_w=_number(line["tdp_w"]),
            architecture=line["architecture"] or None,
            aliases=_further_names(line),
            accelerators=int(line["accelerators"]) if line["accelerators"] else None,
            accelerator=line["accelerator"] or None,
        )
        for line in _lines()
    )


def _further_names(line: dict[str, str]) -> tuple[str, ...]:
    """The aliases without their marks, each once, and without the canonical name itself."""
    names = (text for text, _ in _surface_forms(line["aliases"]))
    return tuple(name for name in dict.fromkeys(names) if name != line["name"])


def _surface_forms(cell: str) -> Iterator[tuple[str, Need]]:
    for alias in filter(None, cell.split("|")):
        need = _MARKS.get(alias[0], Need.NOTHING)
        yield alias.removeprefix(need.value), need


@cache
def aliases() -> tuple[Alias, ...]:
    """Every surface form of every known device."""
    return tuple(
        Alias(text, need, device)
        for device, line in zip(devices(), _lines(), strict=True)
        for text, need in _surface_forms(line["aliases"])
    )
