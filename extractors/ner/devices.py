"""Devices that the catalogue does not know, by how the text speaks of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from extractors.devices.vendors import VENDORS
from extractors.ner.labels import HARDWARE
from extractors.ner.names import Name, names_in
from extractors.text import Document
from schemas.records import Link, Mention

RULE = "named by context"

# Only a sentence with both is worth asking about: a word for a device, and a name that nothing explains.
_CUE = regex.compile(
    r"\b(?:GPU|FPGA|NPU|CPU|TPU|DSP|SoC|MCU|ASIC|board|accelerator card|processor|microcontroller|chip|supercomputer|"
    r"smartphone|workstation|testbed|edge device)s?\b"
)
_CLASSES = (
    r"(?:GPU|FPGA|NPU|CPU|TPU|DSP|SoC|MCU|board|processor|microcontroller|chip|supercomputer|smartphone|workstation)"
)
_FIGURED = regex.compile(r"\b(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{Lu})[\p{Lu}\d][\p{L}\d-]{1,15}\b")
_BEFORE_CLASS = regex.compile(rf"\b\p{{Lu}}[\p{{L}}-]{{2,19}}(?=\s{_CLASSES}s?\b)")
_HEAD = regex.compile(
    r"^\s(?:(?:edge|embedded|mobile|server|desktop|graphics|neural|neuromorphic|multicore)\s)?"
    rf"(?:{_CLASSES}|platform|device|development|evaluation|accelerator card|card)s?\b"
)
_HARD_HEAD = regex.compile(rf"^\s{_CLASSES}s?\b")
# "on a Zorbic ZX900", "on four X7-20": run on, whatever word follows.
_ON_A = regex.compile(r"\bon\s(?:(?:an?|the|one|two|four|eight|\d{1,3}x?)\s)?(?:\p{Lu}\p{L}+(?:'s)?\s){0,2}$")
_ON_THE = regex.compile(r"\b(?:on|onto|using|for|of|to|with|at)\s(?:an?|the|one|two|four)\s(?:\p{Lu}\p{L}+'s\s)?$")
_MAKER = regex.compile(r"(?P<maker>\p{Lu}[\p{L}]{2,15})(?:'s)?\s$")
_NOT_A_MAKER = frozenset(["The", "An", "On", "With", "Using", "Our", "For", "And", "Both", "Single", "Dual", "This"])
# Classes, standards, instruction sets, memory sizes, percentiles and caches.
_CLASS = regex.compile(
    r"(?:GPU|FPGA|NPU|CPU|TPU|DSP|SoC|MCU|ASIC|RISC|ISA|USB|PCIe|DDR|GDDR|HBM|LPDDR|INT|FP|NVFP|MXFP|BF|TF|SHA|AES|RV|"
    r"IEEE|Arm|ARM|AVX|SVE|SSE|O|L|P|v)-?v?\d*[A-Za-z]?|\d+(?:\.\d+)?[KMGT]i?B|\d+[-\p{L}]*|x86\S*"
)
_MAKERS_AND_CLASSES = regex.compile(
    r"(?:NVIDIA|Nvidia|AMD|Intel|Arm|ARM|Apple|Google|IBM|Xilinx|Huawei|Qualcomm|Samsung|RISC-V|SmartNIC|The|This|An|Our|"
    r"Each|Both|Edge|Multi|Single|Embedded|Modern|Commercial|Neuromorphic|Quantum|Graphics|Custom|High|Low|[\p{Lu}]{2,5}-?\p{Ll}+|\p{Lu}{2,4})",
)
_Finder = Callable[[Sequence[str]], list[list[Name]]]


def unknown_devices(
    doc: Document, known: Sequence[Mention], links: Sequence[Link], system: str | None, *, find: _Finder = names_in
) -> list[Mention]:
    """Mentions of devices that neither catalogue nor family names; the canonical name carries a stated maker.

    ``find`` gives the names of sentences; what it calls hardware counts only where the text says so too.
    """
    taken = [(span.start_char, span.end_char) for span in (*known, *links)]
    asked = [s for s in doc.sentences if _worth_asking(doc.view[s.start : s.end], s.start, taken)]
    if not asked:
        return []
    found = []
    for sentence, names in zip(asked, find([doc.text[s.start : s.end] for s in asked]), strict=True):
        for name in names:
            start, end = sentence.start + name.start, sentence.start + name.end
            if name.label != HARDWARE or any(a < end and start < b for a, b in taken):
                continue
            before, after = doc.view[sentence.start : start], doc.view[end : sentence.end]
            if not (system and name.text in system) and _is_device(before, name.text, after):
                found.append(Mention(doc.field, start, end, name.text, _canonical(doc.view, start, end), RULE))
    return found


def _worth_asking(text: str, offset: int, taken: Sequence[tuple[int, int]]) -> bool:
    if _CUE.search(text) is None:
        return False
    figured = (m for m in _FIGURED.finditer(text) if not _CLASS.fullmatch(m[0]))
    plain = (m for m in _BEFORE_CLASS.finditer(text) if not _MAKERS_AND_CLASSES.fullmatch(m[0]))
    return any(
        not any(a < m.end() + offset and m.start() + offset < b for a, b in taken)
        for names in (figured, plain)
        for m in names
    )


def _is_device(before: str, name: str, after: str) -> bool:
    """Whether the text says that the name is a device: what it runs on, what class it is of."""
    words = name.split()
    if all(_CLASS.fullmatch(word) or _MAKERS_AND_CLASSES.fullmatch(word) for word in words):
        return False
    if _FIGURED.search(name):
        return bool(_HEAD.match(after)) or (len(name) > 3 and bool(_ON_A.search(before)))
    return len(words) < 4 and bool(_HARD_HEAD.match(after) and _ON_THE.search(before))


def _canonical(view: str, start: int, end: int) -> str:
    """The name with its maker first, where one is stated: in the name, or right before it."""
    name = view[start:end]
    first, _, rest = name.partition(" ")
    inside = VENDORS.get(first.lower()) if rest else None
    if inside is not None:
        return f"{inside} {rest}"
    before = _MAKER.search(view[max(0, start - 24) : start])
    if before is None or before["maker"] in _NOT_A_MAKER:
        return name
    return f"{VENDORS.get(before['maker'].lower(), before['maker'])} {name}"
