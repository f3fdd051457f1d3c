"""The tasks of the flows, each over a batch of papers; a task a paper would cost more than its work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from extractors import EXTRACTOR_VERSION, extract_papers
from extractors.devices.catalogue import devices
from flows.feeds import FeedError, Notice
from flows.fetching import harvest
from flows.progress import progress
from flows.stopping import stop_when_asked
from schemas.records import Extraction, Paper, Reject
from schemas.tables import Tables, tabulate
from schemas.validation import validate
from schemas.vocabulary import Stage
from warehouse import LoadCounts, Warehouse, WarehouseBusyError

Extractor = Callable[[Iterable[tuple[str, str]]], Iterable[Extraction | Exception]]
"""Titles and abstracts in, what each paper holds out, or why it could not be read."""

_PAUSE = 0.5  # seconds between tries to open a warehouse that somebody else writes
_PAYLOAD = 2000  # characters of a refused paper that are kept


@dataclass(frozen=True)
class Batch:
    """The next papers of a feed, with what was refused and what was mended on the way to them.

    ``later`` are other versions of these papers, for the next batch; ``failure`` is why the feed could not be read to
    its end.
    """

    papers: list[Paper] = field(default_factory=list)
    later: list[Paper] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    is_last: bool = False
    failure: FeedError | None = None


@dataclass(frozen=True)
class Extracted:
    """The rows of a batch that passed every check, and one reject for each paper or row that did not."""

    tables: Tables
    rejects: list[Reject]


@task(name="fetch", cache_policy=NO_CACHE)
def fetch(
    url: str,
    warehouse: Path,
    format: str | None = None,  # noqa: A002
    columns: Mapping[str, str] | None = None,
) -> harvest.Fetched:
    """The feed at a URL, kept beside the warehouse. What is tried again is tried inside, at the pace of its host."""
    return harvest.fetch(url, warehouse, format, columns)


@task(name="open warehouse", cache_policy=NO_CACHE)
def open_warehouse(path: Path, wait: float = 0) -> Warehouse:
    """The warehouse at ``path``, ours until it is closed, with the catalogue of devices that this version knows.

    Somebody else who writes it is waited for, ``wait`` seconds at most.
    """
    store = _opened(path, time.monotonic() + wait)
    try:
        for note in store.notes:
            progress().note(note)
        store.replace_devices(devices())
    except BaseException:
        store.close()
        raise
    return store


def _opened(path: Path, until: float) -> Warehouse:
    while True:
        try:
            return Warehouse.open(path)
        except WarehouseBusyError as error:
            left = until - time.monotonic()
            if left <= 0:
                raise
            progress().step(f"waiting: {error}")
        time.sleep(min(_PAUSE, left))
        stop_when_asked()


@task(name="split", cache_policy=NO_CACHE)
def split(
    records: Iterable[Paper | Reject | Notice],
    size: int,
    unread: Callable[[list[Paper]], Iterable[Paper]] = lambda papers: papers,
) -> Batch:
    """The next batch of a feed: ``size`` papers, fewer at its end or where it breaks off.

    ``unread`` is given the papers, ``size`` at a time, and says which of them belong into a batch at all, so that
    batches are no smaller where most papers are known. A batch has one version of a paper; those that are listed
    after it are ``later``.
    """
    batch = Batch()
    listed: list[Paper] = []
    met: set[str] = set()
    failure = None
    try:
        for record in records:
            match record:
                case Paper() if record.paper_id in met:
                    batch.later.append(record)
                case Paper():
                    met.add(record.paper_id)
                    listed.append(record)
                case Reject():
                    batch.rejects.append(record)
                case Notice():
                    batch.notices.append(record)
            if max(len(listed), len(batch.later), len(batch.rejects)) >= size:
                batch.papers.extend(unread(listed))
                if max(len(batch.papers), len(batch.later), len(batch.rejects)) >= size:
                    return batch
                listed = []
                met = {paper.paper_id for paper in (*batch.papers, *batch.later)}
    except FeedError as error:
        failure = error
    batch.papers.extend(unread(listed))
    return replace(batch, is_last=True, failure=failure)


@task(name="extract", cache_policy=NO_CACHE)
def extract(papers: Sequence[Paper], extractor: Extractor = extract_papers) -> Extracted:
    """What the papers hold, as checked rows.

    A paper on which the extractor fails is refused with the reason; the others go on.
    """
    found: list[tuple[Paper, Extraction]] = []
    rejects: list[Reject] = []
    extractions = extractor((paper.title, paper.abstract) for paper in papers)
    for paper, extraction in zip(papers, extractions, strict=True):
        if isinstance(extraction, Exception):
            rejects.append(_unread(paper, f"{type(extraction).__name__}: {extraction}"))
            continue
        found.append((paper, extraction))
        rejects.extend(_unread(paper, failure) for failure in extraction.failures)
    validated = validate(tabulate(found, EXTRACTOR_VERSION))
    return Extracted(validated.tables, [*rejects, *validated.rejects])


def _unread(paper: Paper, reason: str) -> Reject:
    return Reject(Stage.EXTRACT, paper.paper_id, reason, f"{paper.title}\n{paper.abstract}"[:_PAYLOAD])


@task(name="load", cache_policy=NO_CACHE)
def load(
    store: Warehouse, run_id: str, tables: Tables, rejects: Sequence[Reject], *, from_feed: bool = True
) -> LoadCounts:
    """Load a batch in one transaction."""
    return store.load(run_id, tables, rejects, from_feed=from_feed)
