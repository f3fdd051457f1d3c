"""The flows: a feed into a warehouse, and a warehouse's own texts read again by a newer extractor."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from prefect import flow, get_run_logger
from prefect.artifacts import create_markdown_artifact
from prefect.utilities.annotations import quote

from extractors import EXTRACTOR_VERSION
from flows import tasks
from flows.feeds import FeedError, open_feed
from flows.fetching.address import is_url, without_secrets
from flows.fetching.harvest import Fetched
from flows.progress import Tally, progress
from flows.stopping import stop_is_asked, stop_when_asked
from flows.summary import as_markdown
from schemas.records import Paper, Reject
from warehouse import RunSummary, Warehouse

BATCH_SIZE = 500
"""Papers a batch: some seconds of work, and what is lost when a run is killed."""

COMPLETED, FAILED, INTERRUPTED = "completed", "failed", "interrupted"
REEXTRACTION = "reextract"
"""What stands for the feed in the row of a run that read the warehouse's own texts."""

_T = TypeVar("_T")


@dataclass
class Run:
    """A run under way, and what it has done so far."""

    store: Warehouse
    run_id: str
    feed: str
    from_feed: bool = True
    tally: Tally = field(default_factory=Tally)
    first_reject: Reject | None = None

    def load(self, papers: Sequence[Paper], rejects: Sequence[Reject] = ()) -> None:
        """Extract, validate and load one batch, with what was refused before."""
        stop_when_asked()
        extracted = tasks.extract(_as_is(papers))
        validated = tasks.check(_as_is(extracted.results))
        refused = [*rejects, *extracted.rejects]
        counts = tasks.load(self.store, self.run_id, _as_is(validated), _as_is(refused), from_feed=self.from_feed)
        self.first_reject = (
            next(iter([*refused, *validated.rejects]), None) if not self.first_reject else self.first_reject
        )
        self.tally.papers += len(validated.tables.papers)
        self.tally.claims += counts.claims
        self.tally.rejected += counts.rejected
        for reject in (*refused, *validated.rejects):
            progress().note(f"{reject.locator}: refused: {reject.reason}")
        get_run_logger().info(
            "Batch loaded: %s new, %s changed, %s unchanged; so far %s",
            counts.papers_new,
            counts.papers_changed,
            counts.papers_unchanged,
            self.tally,
        )
        progress().step(f"{self.feed}: {self.tally}")


def _as_is(records: _T) -> _T:
    """Records as an argument of a task; Prefect would look for results of other tasks in every field of each."""
    return cast(_T, quote(records))


def _name(verb: str) -> Callable[[], str]:
    return lambda: f"{verb}-{time.strftime('%Y%m%d-%H%M%S')}"


@flow(name="ingest", flow_run_name=_name("ingest"), validate_parameters=False)
def ingest(
    feed: str,
    warehouse: str,
    format: str | None = None,  # noqa: A002
    batch_size: int = BATCH_SIZE,
    wait: float = 0,
    columns: dict[str, str] | None = None,
) -> RunSummary:
    """Load the papers of a feed and their claims into a warehouse.

    ``columns``: by field of a paper, the name that the feed has for it, where it is not recognised by itself.
    Somebody else who writes it is waited for, ``wait`` seconds at most. Whoever reads it sees a run when it is over.

    Raises:
        FetchError: the feed is a URL, and can not be fetched, or not to its end.
        FeedError: the feed can not be read, or holds no paper.
        WarehouseError: the warehouse can not be written. What was loaded before any of them stays.
    """
    fetched = tasks.fetch(feed, Path(warehouse), format, columns) if is_url(feed) else Fetched(Path(feed))
    feed = without_secrets(feed)
    source = open_feed(fetched.path, format, columns)
    with _run(Path(warehouse), feed, wait) as run:
        records = source.records()
        is_last = False
        while not is_last:
            batch = tasks.split(records, batch_size)
            for notice in batch.notices:
                progress().note(f"{notice.locator}: {notice.message}")
            run.load(batch.papers, batch.rejects)
            if batch.failure:
                raise batch.failure
            is_last = batch.is_last
        if not run.tally.papers:
            raise FeedError(f"{feed}: holds no paper" + _why(run.first_reject))
        fetched.complain()
        stop_when_asked()
        return _finish(run)


@flow(name="reextract", flow_run_name=_name("reextract"), validate_parameters=False)
def reextract(warehouse: str, batch_size: int = BATCH_SIZE, wait: float = 0) -> RunSummary:
    """Read every stored text again that this version of the extractor has not read yet; ``wait`` as for a feed.

    Raises:
        WarehouseError: the warehouse can not be written. What was loaded before stays.
    """
    with _run(Path(warehouse), REEXTRACTION, wait, from_feed=False) as run:
        stale, stored = run.store.count_stale(EXTRACTOR_VERSION)
        done = "" if stale == stored else f"; {stored - stale:,} are read already"
        progress().note(f"{warehouse}: {stale:,} of {stored:,} papers to read by extractor {EXTRACTOR_VERSION}{done}")
        run.tally.of = stale
        for papers in run.store.stale_papers(EXTRACTOR_VERSION, batch_size):
            run.load(papers)
        return _finish(run)


@contextmanager
def _run(warehouse: Path, feed: str, wait: float, *, from_feed: bool = True) -> Iterator[Run]:
    """A run with its row in the ledger, which says how it ended, however it ends."""
    progress().step(f"opening {warehouse}")
    store = tasks.open_warehouse(warehouse, wait)
    with store:
        run = Run(store, store.start_run(feed, EXTRACTOR_VERSION), feed, from_feed=from_feed)
        try:
            yield run
        except BaseException as error:
            failed = isinstance(error, Exception) and not stop_is_asked()
            store.finish_run(run.run_id, FAILED if failed else INTERRUPTED)
            raise


def _finish(run: Run) -> RunSummary:
    summary = run.store.finish_run(run.run_id, COMPLETED)
    create_markdown_artifact(as_markdown(summary), key="summary", description=f"{run.feed} into {run.store.path}")
    get_run_logger().info("Run %s completed: %s", run.run_id, run.tally)
    return summary


def _why(reject: Reject | None) -> str:
    return f"; the first line refused is {reject.locator}: {reject.reason}" if reject else ""
