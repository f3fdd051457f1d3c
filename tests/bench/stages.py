"""Papers a second of each stage alone, in one process: python -m tests.bench.stages FEED [--papers N] [--repeat N].

The stages run in the order of a run, on batches as large as a run's; the time counted is this process's CPU time.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from extractors import EXTRACTOR_VERSION, extract_papers
from extractors.engine import prepare
from flows.pipeline import BATCH_SIZE
from schemas.records import Extraction, Paper
from schemas.tables import tabulate
from schemas.validation import validate
from tests.bench import feeds
from warehouse import Warehouse


class Clock:
    """CPU seconds of each stage, one number a repetition."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Add what the block takes to the stage's present repetition."""
        began = time.process_time()
        yield
        self.seconds[stage][-1] += time.process_time() - began


def stages(feed: Path, number: int, clock: Clock) -> int:
    """Every stage once; the number of papers."""
    for stage in ("read", "extract", "validate", "load", "look up again"):
        clock.seconds.setdefault(stage, []).append(0.0)
    with clock.of("read"):
        papers = list(islice(feeds.papers_of(feed), number))
    batches = [papers[start : start + BATCH_SIZE] for start in range(0, len(papers), BATCH_SIZE)]
    with tempfile.TemporaryDirectory() as folder, Warehouse.open(Path(folder, "bench.duckdb")) as store:
        run_id = store.start_run(str(feed), EXTRACTOR_VERSION)
        for batch in batches:
            with clock.of("extract"):
                found = _found(batch)
            with clock.of("validate"):
                validated = validate(tabulate(found, EXTRACTOR_VERSION))
            with clock.of("load"):
                store.load(run_id, validated.tables, validated.rejects)
        for batch in batches:
            with clock.of("look up again"):
                store.recognise(run_id, batch)
    return len(papers)


def _found(batch: Sequence[Paper]) -> list[tuple[Paper, Extraction]]:
    extractions = extract_papers((paper.title, paper.abstract) for paper in batch)
    return [(paper, found) for paper, found in zip(batch, extractions, strict=True) if isinstance(found, Extraction)]


def main() -> None:
    """The median of the repetitions counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("feed", type=Path)
    parser.add_argument("--papers", type=int, default=3000, help="at most so many of the feed (default: %(default)s)")
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    prepare()
    stages(args.feed, 40, Clock())  # imports
    clock = Clock()
    number = [stages(args.feed, args.papers, clock) for _ in range(args.repeat)][-1]
    print(f"{number} papers, median of {args.repeat}")
    print(f"{'stage':<16} {'CPU ms/paper':>12} {'papers/CPU s':>13}")
    for stage, times in clock.seconds.items():
        median = statistics.median(times)
        print(f"{stage:<16} {1000 * median / number:12.3f} {number / median:13,.0f}")


if __name__ == "__main__":
    main()
