"""Devices that the catalogue does not know, by how the text speaks of them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.ner.asking import Asking
from extractors.ner.labels import HARDWARE
from extractors.patterns import Match, Pattern
from extractors.text import Document, Sentence, holds
from schemas.records import Link, Mention

# Only a sentence with all three is worth asking about: a word for a device, an unexplained name with a digit,
# and a word that may head its phrase.
_CUES = (
    "GPU", "FPGA", "NPU", "CPU", "TPU", "DSP", "SoC", "MCU", "ASIC", "board", "accelerator card", "processor",
    "microcontroller", "chip", "supercomputer", "smartphone", "workstation", "testbed", "edge device",
)  # fmt: skip
_CUE = Pattern(rf"\b(?:{'|'.join(_CUES)})s?\b")
_NAMED = Pattern(r"\b(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{Lu})[\p{Lu}\d][\p{L}\d-]{1,15}\b")
_DIGIT = Pattern(r"\d")
_HEAD = Pattern(
    r"\s(?:(?:edge|embedded|mobile|server|desktop|graphics|neural|multicore)\s)?"
    r"(?:GPU|FPGA|NPU|CPU|TPU|DSP|SoC|MCU|board|processor|microcontroller|chip|supercomputer|smartphone|"
    r"workstation|platform|device|"
    r"development|evaluation|accelerator card|card)s?\b"
)
# "on a Zorbic ZX900", "on four X7-20": run on, whatever word follows.
_ON_A = Pattern(r"\bon\s(?:(?:an?|the|one|two|four|eight|\d{1,3}x?)\s)?(?:\p{Lu}\p{L}+(?:'s)?\s){0,2}$")
_MAKER = Pattern(r"(?P<maker>\p{Lu}[\p{L}]{2,15})(?:'s)?\s$")
_NOT_A_MAKER = frozenset(["The", "An", "On", "With", "Using", "Our", "For", "And", "Both", "Single", "Dual", "This"])
_CLASS = Pattern(
    r"(?:GPU|FPGA|NPU|CPU|TPU|DSP|SoC|MCU|ASIC|RISC|ISA|USB|PCIe|DDR|HBM|LPDDR|INT|FP|BF|SHA|AES|RV|"
    r"IEEE|A[Rr][Mm]v)-?\d*[A-Za-z]?|\d+[GMK]B|\w{1,2}"
)
_SCORED = Pattern(r"(?:%|@\d+|accuracy|scores?|success|F1)\s?\)?\son\s$")  # a data set follows
RULE = "named by context"


def unknown_devices(
    doc: Document,
    known: Sequence[Mention],
    links: Sequence[Link],
    system: str | None,
) -> Asking[list[Mention]]:
    """Mentions of devices that neither catalogue nor family names; the canonical name carries a stated maker."""
    if not (_DIGIT.search(doc.view) and holds(doc.view, _CUES)):
        return []
    taken = [(span.start_char, span.end_char) for span in (*known, *links)]
    asked = [sentence for sentence in doc.sentences if _is_worth_asking(doc, sentence, taken)]
    if not asked:
        return []
    found = []
    texts = [doc.text[sentence.start : sentence.end] for sentence in asked]
    for sentence, text, names in zip(asked, texts, (yield texts), strict=True):
        for name in names:
            start, end = sentence.start + name.start, sentence.start + name.end
            spoken_of = _HEAD.match(text, name.end) or (
                _ON_A.search(text[: name.start]) and len(name.text) > 3 and not _SCORED.search(text[: name.start])
            )
            if (
                name.label != HARDWARE
                or not _NAMED.search(name.text)
                or not spoken_of
                or _CLASS.fullmatch(name.text)
                or (system and name.text in system)
            ):
                continue
            if any(a < end and start < b for a, b in taken):
                continue
            found.append(Mention(doc.field, start, end, name.text, _canonical(text[: name.start], name.text), RULE))
    return found


def _is_worth_asking(doc: Document, sentence: Sentence, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the model could name a device in the sentence that is not in ``taken``."""
    view = doc.view[sentence.start : sentence.end]
    if not (_DIGIT.search(view) and _CUE.search(view)):
        return False
    text = doc.text[sentence.start : sentence.end]
    if not _HEAD.search(text):
        return False
    return any(_is_open(match, sentence.start, taken) for match in _NAMED.finditer(view))


def _is_open(match: Match, offset: int, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = match.start() + offset, match.end() + offset
    return not _CLASS.fullmatch(match[0]) and not any(a < end and start < b for a, b in taken)


def _canonical(before: str, name: str) -> str:
    maker = _MAKER.search(before)
    if maker is None or maker["maker"] in _NOT_A_MAKER or name.startswith(maker["maker"]):
        return name
    return f"{maker['maker']} {name}"
