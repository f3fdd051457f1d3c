"""Labels for a sentence, from what is known of its names and from what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractors.ner.labels import HARDWARE, MODEL
from extractors.ner.training.gazetteer import Gazetteer
from extractors.ner.training.papers import LearnedPaper, LearnedSentence
from extractors.ner.training.runs import Run, Word, cue, is_device_word, is_plain, runs_of, words_of

UNKNOWN = ""  # a name of which nothing is known: the model is not told anything about it

# A name with the size of a model: "-7B".
_SIZED = regex.compile(r"[\p{L}][\w.]*(?:-[\w.]+)*?-\d+(?:\.\d+)?[BM](?:-\w+)*")
_BETWEEN = regex.compile(r"(?:\s?\([^()]{0,20}\))?(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s|/)(?:the\s)?")
# A device word with something before it that looks like a name: not to be learned as no device.
_DEVICE_LIKE = regex.compile(
    r"(?P<name>[\p{Lu}\d][\w.+-]*(?:\s[\p{Lu}\d][\w.+-]*){0,3})\s(?:edge\s|embedded\s|mobile\s)?"
    r"(?:GPUs?|FPGAs?|CPUs?|NPUs?|TPUs?|SoCs?|MCUs?|boards?|chips?|processors?|supercomputers?|microcontrollers?)\b"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and its names ``(start, end, label)`` in reading order, not overlapping."""

    text: str
    spans: tuple[tuple[int, int, str], ...]

    def has(self, label: str) -> bool:
        """Whether a name of this label stands in the sentence."""
        return any(found == label for _, _, found in self.spans)


def label_sentence(paper: LearnedPaper, sentence: LearnedSentence, gazetteer: Gazetteer) -> Labelled:
    """The sentence with its weak labels."""
    text = sentence.text
    spans: list[tuple[int, int, str]] = [(a, b, HARDWARE) for a, b, _ in sentence.devices]
    words = words_of(text)
    own = tuple(w.text for w in words_of(paper.system)) if paper.system else ()
    _add_known(words, own, paper.system_label, gazetteer, spans)
    taken = [(a, b) for a, b, _ in spans]
    runs = [
        run
        for run in runs_of(text, words, taken)
        if run.text not in gazetteer.terms and run.text.rstrip("s") not in gazetteer.terms
    ]
    spans.extend((run.start, run.end, label) for run in runs if (label := _label(text, run)) is not None)
    for match in _DEVICE_LIKE.finditer(text):
        a, b = match.span("name")
        classes = all(w in gazetteer.terms or is_device_word(w) for w in match["name"].split())
        if not classes and not any(x < b and a < y for x, y, _ in spans):
            spans.append((a, b, UNKNOWN))
    return Labelled(text, tuple(_through_lists(text, sorted(spans))))


def _add_known(
    words: Sequence[Word],
    own: tuple[str, ...],
    own_label: str | None,
    gazetteer: Gazetteer,
    spans: list[tuple[int, int, str]],
) -> None:
    i = 0
    while i < len(words):
        texts = tuple(w.text for w in words[i : i + 6])
        found = gazetteer.longest(texts)
        if own and texts[: len(own)] == own and (found is None or found[0] < len(own)):
            found = (len(own), own_label or UNKNOWN)
        if found is None or (i == 0 and found[0] == 1 and is_plain(texts[0]) and texts[:1] != own):
            i += 1
            continue
        first, last = words[i], words[i + found[0] - 1]
        if not any(a < last.end and first.start < b for a, b, _ in spans):
            spans.append((first.start, last.end, found[1]))
        i += found[0]


def _label(text: str, run: Run) -> str | None:
    """The label of a run that is not known; null when it is hardly a name."""
    if _SIZED.fullmatch(run.text):
        return MODEL
    if run.distinctive:
        return cue(text, run.start, run.end) or UNKNOWN
    return UNKNOWN if cue(text, run.start, run.end) else None  # "Optimal Transport" is hardly one


def _through_lists(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The items of a list have one label: what is unknown takes that of its neighbour."""
    for order in (range(1, len(spans)), range(len(spans) - 2, -1, -1)):
        for i in order:
            j = i - 1 if order.step > 0 else i + 1
            if spans[i][2] != UNKNOWN or spans[j][2] in (UNKNOWN, HARDWARE):
                continue
            first, second = (spans[j], spans[i]) if j < i else (spans[i], spans[j])
            if _BETWEEN.fullmatch(text[first[1] : second[0]]):
                spans[i] = (spans[i][0], spans[i][1], spans[j][2])
    return spans
