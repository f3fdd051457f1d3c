"""Papers a second, stage by stage: python -m tests.bench FEED [--repeat N]."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractors import EXTRACTOR_VERSION, extract_paper
from flows.feeds import open_feed
from schemas.records import Paper
from schemas.tables import tabulate
from schemas.validation import validate
from warehouse import Warehouse

Timed = Callable[[str, Callable[[], Any]], Any]


def stages(feed: Path, timed: Timed) -> int:
    """All stages once, on the whole feed; the number of papers."""
    papers = timed("split", lambda: [paper for paper in open_feed(feed).records() if isinstance(paper, Paper)])
    found = timed("extract", lambda: [(paper, extract_paper(paper.title, paper.abstract)) for paper in papers])
    validated = timed("validate", lambda: validate(tabulate(found, EXTRACTOR_VERSION)))
    with tempfile.TemporaryDirectory() as directory, Warehouse.open(Path(directory, "bench.duckdb")) as store:
        run_id = store.start_run(str(feed), EXTRACTOR_VERSION)
        timed("load", lambda: store.load(run_id, validated.tables, validated.rejects))
    return len(papers)


def main() -> None:
    """Time each stage; the median of the repetitions counts, the first one, with its imports, does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feed", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    seconds: dict[str, list[float]] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        began = time.perf_counter()
        result = work()
        seconds.setdefault(stage, []).append(time.perf_counter() - began)
        return result

    stages(args.feed, timed)
    seconds.clear()
    count = [stages(args.feed, timed) for _ in range(args.repeat)][-1]
    print(f"{count} papers, median of {args.repeat}")
    for stage, times in seconds.items():
        median = statistics.median(times)
        print(f"{stage:<10} {median:8.3f} s {count / median:10.0f} papers/s")


if __name__ == "__main__":
    main()
