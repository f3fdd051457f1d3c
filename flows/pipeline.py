"""The flows: a feed into a warehouse, and a warehouse's own texts read again by a newer extractor."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from prefect import flow, get_run_logger

from extractors import EXTRACTOR_VERSION
from flows import tasks
from flows.artifacts import publish
from flows.extraction.batches import cores, extracted
from flows.extraction.crew import as_is
from flows.feeds import FeedError, Notice, open_feed
from flows.feeds.source import named
from flows.fetching.address import is_url, without_secrets
from flows.fetching.harvest import Fetched
from flows.progress import Tally, progress
from flows.stopping import stop_is_asked, stop_when_asked, terminations_noted
from flows.tasks import Batch, Extracted
from flows.usererror import UserError
from schemas.records import Paper, Reject
from warehouse import RunSummary, Warehouse, WarehouseError

BATCH_SIZE = 1000
"""Papers a batch: a second or two of work, beside which Prefect's own for each task is little."""

COMPLETED, FAILED, INTERRUPTED = "completed", "failed", "interrupted"
REEXTRACTION = "reextract"
"""What stands for the feed in the row of a run that read the warehouse's own texts."""


@dataclass
class Run:
    """A run under way, and what it has done so far."""

    store: Warehouse
    run_id: str
    feed: str
    from_feed: bool = True
    tally: Tally = field(default_factory=Tally)
    first_reject: Reject | None = None

    def unread(self, papers: list[Paper]) -> list[Paper]:
        """Of the papers that a feed lists, those to extract; the others are known, and seen again by this."""
        stop_when_asked()
        unread, counts = self.store.recognise(self.run_id, papers)
        self.tally.papers += counts.papers_seen
        self.tally.claims += counts.claims
        if counts.papers_seen:
            progress().step(f"{self.feed}: {self.tally}")
        return unread

    def load(self, batch: Batch, found: Extracted) -> None:
        """Load what was found in a batch, with what was refused of it."""
        stop_when_asked()
        rejects = [*batch.rejects, *found.rejects]
        counts = tasks.load(self.store, self.run_id, as_is(found.tables), as_is(rejects), from_feed=self.from_feed)
        self.first_reject = self.first_reject or next(iter(rejects), None)
        self.tally.papers += len(found.tables.papers)
        self.tally.claims += counts.claims
        self.tally.rejected += counts.rejected
        for notice in batch.notices:
            progress().note(f"{notice.locator}: {notice.message}")
        for reject in rejects:
            progress().refusal(f"{reject.locator}: refused: {reject.reason}")
        get_run_logger().info(
            "Batch loaded: %s new, %s changed, %s unchanged; so far %s",
            counts.papers_new,
            counts.papers_changed,
            counts.papers_unchanged,
            self.tally,
        )
        progress().step(f"{self.feed}: {self.tally}")


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
    jobs: int | None = None,
    cluster: str | None = None,
) -> RunSummary:
    """Load the papers of a feed and their claims into a warehouse.

    Papers whose text this version of the extractor has read are not read again. ``columns``: by field of a paper, the
    name that the feed has for it, where it is not recognised by itself. Somebody else who writes the warehouse is
    waited for, ``wait`` seconds at most. Whoever reads it sees a run when it is over. ``jobs`` processes extract, one
    for each core unless said otherwise, or the workers of the Dask ``cluster`` whose scheduler has that address.

    Raises:
        FetchError: the feed is a URL, and can not be fetched, or not to its end.
        FeedError: the feed can not be read, or holds no paper.
        UserError: those who extract can not be had, or one of them was killed.
        WarehouseError: the warehouse can not be written. What was loaded before any of them stays.
    """
    name = without_secrets(feed)
    with _failure_recorded(Path(warehouse), name, wait):
        fetched = tasks.fetch(feed, Path(warehouse), format, columns) if is_url(feed) else Fetched(Path(feed))
        source = open_feed(fetched.path, format, columns)
    with _run(Path(warehouse), name, wait) as run:
        batches = _batches(run, source.records(), batch_size)
        with closing(extracted(batches, jobs or cores(), cluster)) as results:
            for batch, found in results:
                run.load(batch, found)
                if batch.failure:
                    raise batch.failure
        if not run.tally.papers:
            raise FeedError(f"{named(Path(name))}: holds no paper" + _why(run.first_reject))
        fetched.complain()
        stop_when_asked()
        return _finish(run)


@flow(name="reextract", flow_run_name=_name("reextract"), validate_parameters=False)
def reextract(
    warehouse: str,
    batch_size: int = BATCH_SIZE,
    wait: float = 0,
    jobs: int | None = None,
    cluster: str | None = None,
) -> RunSummary:
    """Read every stored text again that this version of the extractor has not read yet; otherwise as for a feed.

    Raises:
        UserError: those who extract can not be had, or one of them was killed.
        WarehouseError: the warehouse can not be written. What was loaded before either of them stays.
    """
    with _run(Path(warehouse), REEXTRACTION, wait, from_feed=False) as run:
        stale, stored = run.store.count_stale(EXTRACTOR_VERSION)
        done = "" if stale == stored else f"; {stored - stale:,} are read already"
        progress().note(f"{warehouse}: {stale:,} of {stored:,} papers to read by extractor {EXTRACTOR_VERSION}{done}")
        run.tally.of = stale
        batches = map(Batch, run.store.stale_papers(EXTRACTOR_VERSION, batch_size))
        with closing(extracted(batches, jobs or cores(), cluster)) as results:
            for batch, found in results:
                run.load(batch, found)
        return _finish(run)


def _batches(run: Run, records: Iterator[Paper | Reject | Notice], size: int) -> Iterator[Batch]:
    """The feed in batches of papers that have to be read, each version of a paper after the one listed before it.

    The last may hold none, and says why the feed could not be read to its end.
    """
    later: list[Paper] = []
    failure, is_read = None, False
    while later or not is_read:
        batch = tasks.split(chain(later, () if is_read else records), size, run.unread)
        later = batch.later
        failure, is_read = failure or batch.failure, is_read or batch.is_last
        yield replace(batch, failure=None if later else failure)


@contextmanager
def _run(warehouse: Path, feed: str, wait: float, *, from_feed: bool = True) -> Iterator[Run]:
    """A run with its row in the ledger, which says how it ended, however it ends."""
    progress().step(f"opening {warehouse}")
    with terminations_noted(), tasks.open_warehouse(warehouse, wait) as store:
        run = Run(store, store.start_run(feed, EXTRACTOR_VERSION), feed, from_feed=from_feed)
        try:
            yield run
        except BaseException as error:
            with suppress(WarehouseError):  # what went wrong first is what its user should hear of
                store.finish_run(run.run_id, *_ended_by(error))
            raise


@contextmanager
def _failure_recorded(warehouse: Path, feed: str, wait: float) -> Iterator[None]:
    """Let a run that fails before it has a warehouse to write be a row in the ledger, where that can be written."""
    try:
        yield
    except UserError as error:
        with suppress(WarehouseError), tasks.open_warehouse(warehouse, wait) as store:
            store.finish_run(store.start_run(feed, EXTRACTOR_VERSION), *_ended_by(error))
        raise


def _ended_by(error: BaseException) -> tuple[str, str]:
    """The status of a run that came to no end, and why."""
    if stop_is_asked() or not isinstance(error, Exception):
        return INTERRUPTED, "it was asked to stop"
    is_told = isinstance(error, UserError | WarehouseError)
    return FAILED, str(error) if is_told else " ".join(f"{type(error).__name__}: {error}".split())


def _finish(run: Run) -> RunSummary:
    summary = run.store.finish_run(run.run_id, COMPLETED)
    publish(run.store, summary)
    get_run_logger().info("Run %s completed: %s", run.run_id, run.tally)
    return summary


def _why(reject: Reject | None) -> str:
    return f"; the first line refused is {reject.locator}: {reject.reason}" if reject else ""
