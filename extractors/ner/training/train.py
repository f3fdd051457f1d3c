"""From feeds to a model: weak labels, spaCy's training loop, and a directory without any text of the feeds."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.scorer import get_ner_prf
from spacy.training import Example

from extractors.ner.training import feeds, papers
from extractors.ner.training.corpus import sort_out, to_docs
from extractors.ner.training.gazetteer import Gazetteer
from extractors.ner.training.weak import UNKNOWN, Labelled

MODEL_DIRECTORY = Path(__file__).resolve().parents[1] / "model"
# The vocabulary holds the words of the feeds, and the tokenizer is the blank one: neither is needed.
_LEFT_OUT = ["vocab", "tokenizer"]


def train(
    sources: Sequence[Path], excluded: Sequence[Path], out: Path, seed: int, hidden: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Train on the feeds less the papers of the excluded ones, and write the model; what ``meta.json`` says of it.

    Devices of ``hidden``, by canonical name, are kept out of the training, to see how it does without them. The same
    feeds and seed give the same model. Raises OSError and ValueError for feeds that can not be read.
    """
    titles = frozenset(papers.fold_title(title) for path in excluded for title, _ in feeds.read(path))
    read = list(papers.read(sources, titles))
    gazetteer = Gazetteer.of(read)
    sentences = sort_out(read, gazetteer, seed, hidden)
    if not sentences.training or not sentences.testing:
        raise ValueError(f"{', '.join(map(str, sources))}: too few papers to train on")
    with tempfile.TemporaryDirectory() as directory:
        scratch = Path(directory)
        blank = spacy.blank("en")
        to_docs(sentences.training, blank).to_disk(scratch / "train.spacy")
        to_docs(sentences.testing, blank).to_disk(scratch / "dev.spacy")
        with resources.as_file(resources.files("extractors.ner.training").joinpath("config.cfg")) as config:
            overrides = {
                "paths.train": str(scratch / "train.spacy"),
                "paths.dev": str(scratch / "dev.spacy"),
                "system.seed": seed,
            }
            spacy_train(config, scratch / "out", overrides=overrides)
        nlp = spacy.load(scratch / "out" / "model-last")
        scores = _scores(nlp, sentences.testing)
        nlp.config["paths"] = {"train": None, "dev": None}
        nlp.meta.clear()
        nlp.to_disk(out, exclude=_LEFT_OUT)
    meta = _meta(nlp, sources, len(titles), len(read), len(gazetteer.labels), sentences.training, scores, seed, out)
    (out / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return meta


def _scores(nlp: Language, sentences: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 by label against the weak labels of papers that were not trained on."""
    gold = list(to_docs(sentences, nlp).get_docs(nlp.vocab))
    examples = [
        Example(predicted, reference)
        for predicted, reference in zip(nlp.pipe(s.text for s in sentences), gold, strict=True)
    ]
    found = get_ner_prf(examples)["ents_per_type"]
    return {label: {key: round(value, 3) for key, value in sorted(found[label].items())} for label in sorted(found)}


def _meta(
    nlp: Language,
    sources: Sequence[Path],
    excluded: int,
    read: int,
    known: int,
    training: Sequence[Labelled],
    scores: dict[str, dict[str, float]],
    seed: int,
    out: Path,
) -> dict[str, Any]:
    names = Counter(label for s in training for _, _, label in s.spans if label != UNKNOWN)
    return {
        "lang": "en",
        "name": "paperclaims_names",
        "version": "1.0.0",
        "description": "Names of hardware, data sets, models and systems in scientific abstracts; weakly supervised.",
        "license": "Apache-2.0",
        "spacy_version": f">={spacy.about.__version__},<3.9",
        "pipeline": ["ner"],
        "labels": {"ner": list(nlp.pipe_labels["ner"])},
        "training": {
            "seed": seed,
            "feeds": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sources},
            "excluded_titles": excluded,
            "papers": read,
            "known_names": known,
            "sentences": len(training),
            "names": dict(sorted(names.items())),
        },
        "scores_against": "weak labels of papers that were not trained on; no hand annotation",
        "scores": scores,
        "bytes": sum(path.stat().st_size for path in out.rglob("*") if path.is_file() and path.name != "meta.json"),
    }
