"""Devices that no list knows, by the words around them: "the Example supercomputer", "a Vendor AB1234 SoC"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.devices.vendors import VENDORS
from extractors.text import holds
from schemas.records import Mention
from schemas.vocabulary import Field

_SUPERCOMPUTER = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-Z][\w+.]{2,20}[ -]){0,1}[A-Z][\w+.-]{2,20}) "
    r"(?:(?:exascale|petascale|pre-exascale|hybrid|GPU|CPU/GPU|Tier-[01]) )?[Ss]upercomputers?\b"
)
# Capitalised words before "supercomputer" that are no name.
_NO_NAME = re.compile(
    r"(?:the|our|an?|on|in|at|of|first|exascale|petascale|modern|current|multiple|training|gpus?|cpus?|hpc|ai|top|"
    r"top500|tier-[01]|cray|hpe|ibm|nvidia|intel|amd|google|fujitsu|dell|atos|bull|chinese|european|national|department|"
    r"energy|academic|quantum|cloud|virtual|personal|mini|many|several|two|three|arm|risc-v|.*-based|.*['’]s|.*ing|.*s)",
    re.IGNORECASE,
)
_NOUNS = (
    "GPU", "CPU", "NPU", "SoC", "FPGA", "MCU", "processor", "microcontroller", "accelerator", "board", "chipset",
)  # fmt: skip
_MODEL = re.compile(
    r"(?<![\w-])(?P<maker>[A-Z][A-Za-z-]{1,20}) (?P<model>[A-Z][A-Za-z-]{0,10}\d[A-Za-z0-9-]{0,12})"
    rf"(?= (?:AI |edge |mobile )?(?:{'|'.join(_NOUNS)})s?\b)"
)


def unlisted_devices(text: str, field: Field) -> Iterator[Mention]:
    """Supercomputers by their noun, and models that stand between a known maker and a hardware noun."""
    if "upercomputer" in text:
        for match in _SUPERCOMPUTER.finditer(text):
            words = match["name"].split(" ")
            while words and _NO_NAME.fullmatch(words[0]):
                words = words[1:]
            name = " ".join(words)
            if name and not _NO_NAME.fullmatch(words[-1]):
                start, end = match.end("name") - len(name), match.end("name")
                yield Mention(field, start, end, text[start:end], name, "named-supercomputer")
    for match in _MODEL.finditer(text) if holds(text, _NOUNS) else ():
        maker = VENDORS.get(match["maker"].lower())
        if maker is not None:
            yield Mention(field, *match.span(), match[0], f"{maker} {match['model']}", "maker-model-noun")
