"""Feeds as long as is asked for, of the papers of another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from flows.feeds import open_feed
from schemas.records import Paper


def papers_of(feed: Path) -> Iterator[Paper]:
    """The papers of a feed."""
    return (record for record in open_feed(feed).records() if isinstance(record, Paper))


def write(feed: Path, number: int, path: Path) -> Path:
    """A feed of so many papers in JSON Lines: those of ``feed``, from its start again under other ids if need be."""
    with path.open("w", encoding="utf-8") as file:
        for paper_id, paper in enumerate(islice(_endless(feed), number)):
            record = {"id": f"{1000 + paper_id // 90_000:04}.{paper_id % 90_000:05}", "title": paper.title}
            file.write(json.dumps(record | {"abstract": paper.abstract}, ensure_ascii=False) + "\n")
    return path


def _endless(feed: Path) -> Iterator[Paper]:
    while papers := iter(papers_of(feed)):
        first = next(papers, None)
        if first is None:
            raise SystemExit(f"{feed}: holds no paper")
        yield first
        yield from papers
