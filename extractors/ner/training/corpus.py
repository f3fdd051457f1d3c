"""Which sentences the model is trained on, how often, and with which names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import regex
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from extractors.devices.catalogue import devices
from extractors.ner.labels import DATASET, HARDWARE, LABELS, MODEL, SYSTEM
from extractors.ner.training.gazetteer import Gazetteer
from extractors.ner.training.papers import LearnedPaper, fold_title
from extractors.ner.training.swaps import device_places, swapped, with_device
from extractors.ner.training.weak import UNKNOWN, Labelled, label_sentence

_TESTED = 20  # one paper in so many is kept for testing
_LONGEST = 600  # characters of a sentence
_READ = 14_000  # papers whose every sentence is labelled; of the others, only the sentences with a device
_FIGURE = regex.compile(r"\d")
# How many sentences of each sort, and how many times a sentence with a device returns with other names.
_COUNTS = {DATASET: 4500, MODEL: 4500, SYSTEM: 4500}
_PLAIN = 3000  # with a figure and no name
_DEVICE_COPIES = 5
_DEVICE_PLACES = 3500  # where a class of devices stands and a name is put
_BARE_PLACES = 1000  # and where none is
_SWAPPED = 0.7  # the share of the names that are replaced
_SLACK = 8  # characters that a token may reach beyond a name: "A100-based"


@dataclass(frozen=True, slots=True)
class Sorted:
    """Labelled sentences for training and for testing; the test has no swapped names."""

    training: tuple[Labelled, ...]
    testing: tuple[Labelled, ...]


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def sort_out(
    papers: Iterable[LearnedPaper], gazetteer: Gazetteer, seed: int, hidden: frozenset[str] = frozenset()
) -> Sorted:
    """Label, choose and vary the sentences; the same for the same papers, whatever their order, and seed.

    No sentence with a device of ``hidden``, by canonical name, is among them, nor is such a device put into one.
    """
    rng = Random(seed)
    ordered = sorted(papers, key=lambda p: _hash(fold_title(p.title)))
    by_sort: dict[str, list[Labelled]] = {label: [] for label in (*LABELS, "place", "plain")}
    testing: list[Labelled] = []
    for place, paper in enumerate(ordered):
        tested = _hash("test" + fold_title(paper.title)) % _TESTED == 0
        for sentence in paper.sentences:
            if len(sentence.text) > _LONGEST or (place >= _READ and not sentence.devices):
                continue
            if any(name in hidden for _, _, name in sentence.devices):
                continue
            labelled = label_sentence(paper, sentence, gazetteer)
            sort = _sort(labelled)
            if tested and sort not in (None, "plain", "place"):
                testing.append(labelled)
            elif not tested and sort is not None:
                by_sort[sort].append(labelled)
    pools = _pools(gazetteer, hidden)
    training: list[Labelled] = []
    for one in by_sort[HARDWARE]:
        training.append(one)
        training.extend(swapped(one, pools, rng, 0.9) for _ in range(_DEVICE_COPIES))
    for label, count in _COUNTS.items():
        training.extend(swapped(s, pools, rng, _SWAPPED) for s in _sample(by_sort[label], count, rng))
    places = _sample(by_sort["place"], _DEVICE_PLACES + _BARE_PLACES, rng)
    training.extend(_placed(s, pools, rng) for s in places[_BARE_PLACES:])
    training.extend(places[:_BARE_PLACES])
    training.extend(_sample(by_sort["plain"], _PLAIN, rng))
    rng.shuffle(training)
    return Sorted(tuple(training), tuple(testing))


def _placed(sentence: Labelled, pools: dict[str, Sequence[str]], rng: Random) -> Labelled:
    varied = swapped(sentence, pools, rng, _SWAPPED)
    places = device_places(varied)
    return with_device(varied, rng.choice(places), pools[HARDWARE], rng) if places else varied


def _sample(sentences: Sequence[Labelled], count: int, rng: Random) -> list[Labelled]:
    return rng.sample(sentences, min(count, len(sentences)))


def _sort(sentence: Labelled) -> str | None:
    """The rarest thing that the sentence can teach; null when it teaches nothing."""
    if sentence.has(HARDWARE):
        return HARDWARE
    if device_places(sentence):
        return "place"
    for label in (DATASET, MODEL, SYSTEM):
        if sentence.has(label):
            return label
    return "plain" if _FIGURE.search(sentence.text) and not sentence.has(UNKNOWN) else None


def _pools(gazetteer: Gazetteer, hidden: frozenset[str]) -> dict[str, Sequence[str]]:
    pools: dict[str, Sequence[str]] = {
        label: sorted(name for name, found in gazetteer.labels.items() if found == label)
        for label in (DATASET, MODEL, SYSTEM)
    }
    pools[HARDWARE] = sorted(device.name for device in devices() if device.name not in hidden)
    return pools


def to_docs(sentences: Iterable[Labelled], nlp: Language) -> DocBin:
    """The sentences as annotated documents; a name that is unknown, or cut by a token, is marked as not annotated."""
    docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE"])
    for sentence in sentences:
        docs.add(_doc(sentence, nlp))
    return docs


def _doc(sentence: Labelled, nlp: Language) -> Doc:
    doc = nlp.make_doc(sentence.text)
    entities: list[Span] = []
    missing: list[Span] = []
    reached = 0
    for start, end, label in sentence.spans:
        span = doc.char_span(start, end, label=label or SYSTEM, alignment_mode="expand")
        if span is None or span.start < reached:
            continue
        reached = span.end
        slack = start - span.start_char + span.end_char - end
        (missing if label == UNKNOWN or slack > _SLACK or span.text.isspace() else entities).append(span)
    doc.set_ents(entities, missing=missing, default="outside")
    return doc
