"""How fast rows get into a warehouse: python -m tests.bench.loading [--papers N] [--batch N] [--repeat N] [FEED].

Without a feed, of papers made of words drawn at random, with as many claims as the average abstract makes; the papers
of a feed are extracted first, which is not counted, nor is their validation. Each trial starts without a warehouse;
in seconds, from the call that opens the warehouse until its readers see all that was loaded, and of that the loading.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from schemas.tables import Tables
from tests.stress.work import VERSION, Found, Work, extracted
from tests.warehouse.samples import found
from warehouse import Warehouse

MORE = 100  # papers of a further batch
_WORDS = 170  # of an abstract
_VOCABULARY = 20_000


@dataclass(frozen=True)
class Times:
    """Seconds."""

    loading: float
    whole: float  # with opening, and until readers see it


def made_up(count: int) -> list[Found]:
    """Papers with as much text as usual; their words are as frequent as those of a language (Zipf's law)."""
    chance = random.Random(1)
    letters = "etaoinshrdlucmfwypvbgkqjxz"
    weights = [1 / (rank + 1) for rank in range(_VOCABULARY)]
    words = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in weights]
    texts = (" ".join(chance.choices(words, weights, k=_WORDS)) for _ in range(count))
    return [found(number, words=text, speed=1 + number % 90 / 10) for number, text in enumerate(texts, 1)]


def timed(path: Path, batches: Sequence[Tables]) -> Times:
    """One run that loads these batches."""
    began = time.perf_counter()
    with Warehouse.open(path) as store:
        opened = time.perf_counter()
        run_id = store.start_run("feed", VERSION)
        for tables in batches:
            store.load(run_id, tables)
        store.finish_run(run_id, "completed")
        loaded = time.perf_counter()
    return Times(loaded - opened, time.perf_counter() - began)


def main() -> None:
    """Print the median of the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("feed", type=Path, nargs="?")
    parser.add_argument("--papers", type=int, default=40_000, help="at most so many (default: %(default)s)")
    parser.add_argument("--batch", type=int, default=500, help="papers a batch (default: %(default)s, as in a run)")
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    papers = extracted(args.feed)[0][: args.papers + MORE] if args.feed else made_up(args.papers + MORE)
    batches = [tables for tables, _ in Work.of(papers[:-MORE], args.batch).batches]
    [more, _] = [tables for tables, _ in Work.of(papers[-MORE:], MORE).batches]
    trials: dict[str, list[Times]] = {}
    with tempfile.TemporaryDirectory() as directory:
        timed(Path(directory, "imports.duckdb"), [more])
        for _ in range(args.repeat):
            path = Path(directory, "bench.duckdb")
            path.unlink(missing_ok=True)
            trials.setdefault(f"{len(papers) - MORE} papers, {args.batch} a batch", []).append(timed(path, batches))
            size = path.stat().st_size
            trials.setdefault(f"{MORE} more, none of them known", []).append(timed(path, [more]))
            trials.setdefault(f"the same {MORE} again", []).append(timed(path, [more]))
    print(f"{'median of ' + str(args.repeat):<40} {'loading':>9} {'until seen':>11}")
    for what, times in trials.items():
        loading, whole = (statistics.median(getattr(t, name) for t in times) for name in ("loading", "whole"))
        print(f"{what:<40} {loading:7.3f} s {whole:9.3f} s")
    claims = sum(len(tables.claims) for tables in batches)
    print(f"{size / (len(papers) - MORE) / 1000:.2f} MB per 1,000 papers, with {claims} claims in all")


if __name__ == "__main__":
    main()
