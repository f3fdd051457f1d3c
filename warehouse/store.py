"""The warehouse, open for writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from schemas.records import Device, Paper, Reject
from schemas.tables import Tables
from schemas.vocabulary import Stage
from warehouse import devices, loader, news, papers, recognition, runs
from warehouse import rejects as refusals
from warehouse.connection import told, transaction
from warehouse.errors import WarehouseError
from warehouse.incoming import frames_of, refuse_other_extractor, refuse_repeats, refuse_ungrounded
from warehouse.memory import let_go, limit_of
from warehouse.news import News
from warehouse.papers import StoredPaper
from warehouse.runs import LoadCounts, RunSummary
from warehouse.writer import Writer, open_writer


class Warehouse:
    """One DuckDB file, written by this process alone until it is closed; for one thread at a time.

    Readers, also in other processes, go on reading what stood in it before; all that was loaded is there for them at
    once when it is closed. ``notes`` says, a line each, what became of what runs before it had loaded in vain.
    Every method raises :class:`warehouse.WarehouseError` when DuckDB can not do what it is asked (a full disk, say);
    what was loaded before stays.
    """

    def __init__(self, path: Path, writer: Writer) -> None:
        self.path = path
        self.notes = writer.notes
        self._writer = writer
        self._connection = writer.connection
        self._memory = limit_of(writer.connection)

    @classmethod
    def open(cls, path: Path) -> Warehouse:
        """Open the warehouse at ``path``; makes it when there is none and brings an older layout up to date.

        Raises:
            WarehouseBusyError: somebody else writes it, of whom the message says who.
            WarehouseError: it is no warehouse, it was made by a newer version, its directory does not exist or can
                not be written, or there is no room for the working copy.
        """
        return cls(path, open_writer(path))

    def close(self) -> None:
        """Let everything that was loaded be seen, in the one file, and let go of it.

        Raises:
            WarehouseError: there is no room, or another program has changed the file meanwhile; the message says
                what becomes of what was loaded.
        """
        self._writer.close()

    def __enter__(self) -> Warehouse:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        # What went wrong first is what its user should hear of.
        with suppress(WarehouseError) if error else nullcontext():
            self.close()

    def start_run(self, feed: str, extractor_version: str) -> str:
        """Open the row of a run and give its id; ids sort by start.

        Older runs that never finished become ``interrupted``.
        """
        with told(self.path):
            return runs.start(self._connection, feed, extractor_version)

    def finish_run(self, run_id: str, status: str, reason: str | None = None) -> RunSummary:
        """Close the row of a run, with the line that says why it did not complete; the last thing that a run does.

        Raises:
            WarehouseError: there is no such run, or it is over.
        """
        with told(self.path):
            return runs.finish(self._connection, run_id, status, reason)

    def load(
        self, run_id: str, tables: Tables, rejects: Sequence[Reject] = (), *, from_feed: bool = True
    ) -> LoadCounts:
        """Load a batch of papers, and what was refused of it, in one transaction; see :mod:`warehouse.loader`.

        ``from_feed=False`` says that the papers come from the warehouse itself, so that ``last_seen`` stays.

        Raises:
            WarehouseError: the run is over, a span does not hold its quote, or two rows stand for the same thing;
                nothing of the batch was loaded.
        """
        frames = frames_of(tables)
        refuse_repeats(frames)
        refuse_ungrounded(frames)
        with self._batch():
            run = runs.under_way(self._connection, run_id)
            refuse_other_extractor(frames, run.extractor_version)
            counts = loader.load(self._connection, run, frames, from_feed=from_feed)
            recognition.forget(self._connection, [r.locator for r in rejects if r.stage is Stage.EXTRACT])
            counts = replace(counts, rejected=refusals.store(self._connection, run, rejects))
            runs.count(self._connection, run, counts)
        return counts

    def recognise(self, run_id: str, listed: Sequence[Paper]) -> tuple[list[Paper], LoadCounts]:
        """Of the papers that a feed lists, those that the run's extractor has yet to read: new ones and new texts.

        The others are confirmed, in one transaction: they were seen again, and what the feed says of them beside
        their text is brought up to date. The counts are theirs.

        Raises:
            WarehouseError: the run is over.
        """
        with self._batch():
            run = runs.under_way(self._connection, run_id)
            unread, counts = recognition.confirm(self._connection, run, listed)
            runs.count(self._connection, run, counts)
        return unread, counts

    @contextmanager
    def _batch(self) -> Iterator[None]:
        """A transaction, after which no more of the warehouse is kept in memory than before."""
        with told(self.path):
            with transaction(self._connection):
                yield
            let_go(self._connection, self._memory)

    def news(self, run_id: str, rows: int, top: int) -> News:
        """What the run has brought, and what those before it that came to no end; see :mod:`warehouse.news`."""
        with told(self.path):
            return news.of_run(self._connection, self.path, run_id, rows, top)

    def replace_devices(self, rows: Sequence[Device]) -> None:
        """Make ``hardware`` these devices.

        Raises:
            WarehouseError: a name is given twice.
        """
        with told(self.path):
            devices.replace(self._connection, rows)

    def stale_papers(self, extractor_version: str, batch: int) -> Iterator[list[Paper]]:
        """Stored papers that this version of the extractor has not read, ``batch`` at a time."""
        with told(self.path):
            yield from papers.stale(self._connection, extractor_version, batch)

    def count_stale(self, extractor_version: str) -> tuple[int, int]:
        """How many stored papers this version of the extractor has not read, and how many there are."""
        with told(self.path):
            return papers.count_stale(self._connection, extractor_version)

    def rejects(self, run_id: str) -> list[Reject]:
        """What the run refused."""
        with told(self.path):
            return refusals.of_run(self._connection, run_id)

    def paper(self, ref: str) -> StoredPaper:
        """The paper that ``ref`` names; see :func:`warehouse.find_paper`."""
        with told(self.path):
            return papers.lookup(self._connection, ref)
