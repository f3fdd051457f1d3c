"""What the model adds for devices: ``python -m extractors.ner.training.ablation FEED... [--exclude FEED]``.

Whole product lines are hidden: from the catalogue, and from the training of a model of the same making. Then every
paper of the feeds is read as if they were new, and what finds their mentions is compared:

=========  ===========================================================================================
rules      the patterns of :mod:`extractors.devices.unlisted` alone
evidence   what the text says of a name (:mod:`extractors.ner.devices`), taking every capitalised run for a device
model      the same, but for what the model takes for a device
together   rules and model, as the extraction does
=========  ===========================================================================================
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from extractors.devices import find_mentions
from extractors.devices.catalogue import devices
from extractors.devices.unlisted import unlisted_devices
from extractors.links import find_links
from extractors.ner.asking import answered
from extractors.ner.devices import unknown_devices
from extractors.ner.labels import HARDWARE
from extractors.ner.names import Name, find_names, load
from extractors.ner.training import feeds, papers
from extractors.ner.training.runs import runs_of, words_of
from extractors.ner.training.train import train
from extractors.system import find_system
from extractors.text import Document
from schemas.records import Mention
from schemas.vocabulary import Field

_Finder = Callable[[Sequence[str]], list[list[Name]]]
# Finds devices that no list knows: it shall not stand in for the lists that hide some.
_UNLISTED = ("named-supercomputer", "maker-model-noun")


def line_of(name: str) -> str:
    """The product line of a device: the first two words of its canonical name."""
    return " ".join(name.split()[:2])


def is_hidden(name: str, share: float) -> bool:
    """Whether the device is of the share of the product lines that are hidden; the same in each run."""
    return hashlib.sha256(line_of(name).encode()).digest()[0] < 256 * share


def every_run(sentences: Sequence[str]) -> list[list[Name]]:
    """Every run of words that look like a name, as if each were a device."""
    return [[Name(HARDWARE, r.start, r.end, r.text) for r in runs_of(s, words_of(s))] for s in sentences]


def compare(texts: Iterable[tuple[str, str]], share: float, model: _Finder) -> tuple[int, dict[str, Counter[str]]]:
    """How many mentions are hidden, and for each way how many it finds, and how many of its finds are no device."""
    count = 0
    ways: dict[str, Counter[str]] = {way: Counter() for way in ("rules", "evidence", "model", "together")}
    for title, abstract in texts:
        listed = [m for m in find_mentions(abstract, Field.ABSTRACT) if not m.rule.startswith(_UNLISTED)]
        hidden = [m for m in listed if is_hidden(m.name, share)]
        known = [m for m in listed if not is_hidden(m.name, share)]
        count += len(hidden)
        doc, links, system = Document(abstract), find_links(abstract, Field.ABSTRACT), find_system(title, abstract)
        rules = [m for m in unlisted_devices(abstract, Field.ABSTRACT) if not _met(m, known)]
        by_model = answered(unknown_devices(doc, known, links, system), model)
        found = {
            "rules": rules,
            "evidence": answered(unknown_devices(doc, known, links, system), every_run),
            "model": by_model,
            "together": [*rules, *(m for m in by_model if not _met(m, rules))],
        }
        for way, mentions in found.items():
            ways[way]["found"] += sum(_met(m, mentions) for m in hidden)
            ways[way]["right"] += sum(_met(m, hidden) for m in mentions)
            ways[way]["all"] += len(mentions)
    return count, ways


def _met(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.start_char < mention.end_char and mention.start_char < o.end_char for o in others)


def main() -> int:
    """Train without the hidden lines and print the table; 2 for bad input."""
    parser = argparse.ArgumentParser(prog="python -m extractors.ner.training.ablation", description=__doc__)
    parser.add_argument("feeds", nargs="+", type=Path, metavar="FEED")
    parser.add_argument("--exclude", action="append", default=[], type=Path, metavar="FEED")
    parser.add_argument(
        "--share", type=float, default=0.3, help="of the product lines that are hidden (default: 0.3)"
    )
    parser.add_argument("--seed", type=int, default=20240229)
    parser.add_argument(
        "--model", type=Path, help="a model that was trained without the hidden lines, or where to put it"
    )
    args = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            where = args.model or Path(scratch)
            texts = [pair for path in args.feeds for pair in feeds.read(path)]
            if not (where / "config.cfg").exists():
                train(args.feeds, args.exclude, where, args.seed, _hidden(texts, args.share))
            left_out = {papers.fold_title(title) for path in args.exclude for title, _ in feeds.read(path)}
            read = (pair for pair in texts if papers.fold_title(pair[0]) not in left_out)
            count, ways = compare(read, args.share, partial(find_names, load(where)))
    except (OSError, ValueError) as error:
        print(f"ablation: {error}", file=sys.stderr)
        return 2
    print(f"{count} mentions of hidden devices")
    for way, n in ways.items():
        recall, precision = n["found"] / max(count, 1), n["right"] / max(n["all"], 1)
        print(f"{way:9} recall {recall:.3f}  precision {precision:.3f}  ({n['right']} of {n['all']} proposed)")
    return 0


def _hidden(texts: Iterable[tuple[str, str]], share: float) -> frozenset[str]:
    """The hidden names: those of the catalogue, and those that the open families make of the texts."""
    names = {device.name for device in devices()}
    names.update(m.name for _, abstract in texts for m in find_mentions(abstract, Field.ABSTRACT))
    return frozenset(name for name in names if is_hidden(name, share))


if __name__ == "__main__":
    sys.exit(main())
