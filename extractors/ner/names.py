"""The model: sentences in, names out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from extractors.text import view_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

_ALONE = Lock()  # a zone of memory is for one thread at a time
_LEFT_OUT = ("vocab", "tokenizer")  # not shipped: the tokenizer is the blank English one, the features are hashes


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)`` of its sentence; ``label`` is one of :data:`extractors.ner.labels.LABELS`."""

    label: str
    start: int
    end: int
    text: str


def names_in(sentences: Sequence[str]) -> list[list[Name]]:
    """The names of each sentence, in reading order, by the model that the package ships."""
    return find_names(_shipped(), sentences)


def find_names(nlp: Language, sentences: Sequence[str]) -> list[list[Name]]:
    """The names of each sentence, in reading order; the model sees the sentences without their LaTeX."""
    with (
        _ALONE,
        _blas().limit(limits=1, user_api="blas"),  # for so little, further threads take more time than they save
        nlp.memory_zone(),  # without, every word ever seen would be kept
    ):
        docs = nlp.pipe(map(view_of, sentences))
        return [_names(sentence, doc) for sentence, doc in zip(sentences, docs, strict=True)]


@cache
def _blas() -> ThreadpoolController:
    """What sets the threads of NumPy; looks through all loaded libraries, once."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def load(path: Path) -> Language:
    """A model as the training wrote it; raises OSError when there is none."""
    from spacy.util import load_config, load_model_from_config
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):  # NumPy multiplies matrices up to three times as fast
        nlp = load_model_from_config(load_config(path / "config.cfg"), auto_fill=True)
    nlp.from_disk(path, exclude=list(_LEFT_OUT))
    return nlp


def _names(sentence: str, doc: Doc) -> list[Name]:
    spans = (_trimmed(e.label_, e.start_char, e.end_char, sentence[e.start_char : e.end_char]) for e in doc.ents)
    return [name for name in spans if name.text]


def _trimmed(label: str, start: int, end: int, text: str) -> Name:
    """Without the punctuation that the tokenizer left on the name."""
    bare = text.rstrip(".,;:)")
    return Name(label, start, end - (len(text) - len(bare)), bare)


@cache
def _shipped() -> Language:
    with as_file(files("extractors.ner").joinpath("model")) as path:
        return load(path)
