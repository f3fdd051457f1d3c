"""A feed from the network: all its documents, fetched where they have changed, kept, and given as a path."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from flows.feeds import FeedError, open_feed
from flows.feeds.fields import Columns
from flows.fetching.address import check_url, without_secrets
from flows.fetching.client import Answer, Client, Validators
from flows.fetching.content import detail, is_html
from flows.fetching.copies import DRAFT, Copies, Copy, Document, ending
from flows.fetching.errors import FetchError, RequestError
from flows.fetching.pace import Pace
from flows.fetching.paging import ExpiredError, Pager
from flows.fetching.patience import patiently
from flows.fetching.policy import Policy, policy
from flows.fetching.scan import Scan
from flows.progress import progress

_STALE = dt.timedelta(days=1)
"""After so long an unfinished harvest begins anew: lists have moved on, and arXiv's tokens end with the day."""

_HEAD = 1 << 16  # bytes that tell what a document is
_TOLD_EVERY = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Fetched:
    """Where a feed lies now, and why it is not all of it."""

    path: Path
    fault: FetchError | None = None

    def complain(self) -> None:
        """Raise the fault, when what there is has been read."""
        if self.fault:
            raise self.fault


def fetch(
    feed: str,
    warehouse: Path,
    format: str | None = None,  # noqa: A002
    columns: Columns | None = None,
    *,
    pace: Pace | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Bring the copy of a feed beside the warehouse up to date; ``format`` and ``columns``: as what it is read.

    Raises:
        FetchError: it can not be fetched, or is no feed. The copies that are there stay as they are.
    """
    name, chosen = without_secrets(feed), policy()
    url = chosen.whole(feed)
    check_url(url)
    copies = Copies(warehouse, url)
    try:
        with (
            copies.locked(lambda: progress().step(f"waiting: another process fetches {name}")),
            Client(chosen, pace or Pace()) as client,
        ):
            return _Harvest(
                name, url, lambda path: open_feed(path, format, columns), chosen, copies, client, sleep
            ).run()
    except RequestError as error:
        kept = copies.newest()
        rest = f"; the copy of {_moment(kept.checked_at)} is kept: {kept.path}" if kept else ""
        raise FetchError(f"{name}: {error}{rest}") from None
    except OSError as error:
        raise FetchError(f"{error.filename or copies.folder}: {error.strerror or error}") from error


class _Harvest:
    """The fetch of one feed, under way."""

    def __init__(
        self,
        name: str,
        url: str,
        read: Callable[[Path], object],
        chosen: Policy,
        copies: Copies,
        client: Client,
        sleep: Callable[[float], None],
    ) -> None:
        self._name = name
        self._read = read
        self._policy = chosen
        self._copies = copies
        self._client = client
        self._sleep = sleep
        self._pager = Pager(url)
        self._draft = copies.folder / DRAFT
        self._told = 0.0

    def run(self) -> Fetched:
        kept = self._copies.newest()
        begun = self._begun()
        if begun is None:
            answer, found = self._get(self._pager.first(), _validators(kept))
            if answer is None and kept is not None:
                return self._unchanged(kept)
            assert answer is not None
            self._refuse_what_is_no_feed()
            copy = self._copies.begin(_now())
            copy, url = self._added(copy, self._pager.first(), answer, found)
        else:
            copy, url = begun
        while url:
            try:
                answer, found = self._get(url)
                assert answer is not None
                copy, url = self._added(copy, url, answer, found)
            except RequestError as error:
                return self._unfinished(copy, error)
        return self._finished(copy, kept)

    def _begun(self) -> tuple[Copy, str | None] | None:
        """A harvest that was not finished, and the URL with which it goes on; others are cleared away."""
        unfinished = [copy for copy in self._copies.all() if not copy.is_complete]
        last = unfinished[-1] if unfinished else None
        if last and not last.fault and last.age(_now()) < _STALE and last.is_sound():
            self._copies.remove(unfinished[:-1])
            url: str | None = None
            for document in last.documents:
                url = self._pager.after(self._pager.check(last.folder / document.file))
            pages = _pages(len(last.documents))
            progress().note(f"{self._name}: going on after the {pages} kept on {_moment(last.begun_at)}")
            return last, url
        self._copies.remove(unfinished)
        return None

    def _get(self, url: str, known: Validators | None = None) -> tuple[Answer | None, Scan]:
        def request() -> tuple[Answer | None, Scan]:
            self._tell(0, None)
            answer = self._client.get(url, self._draft, known, self._tell)
            return answer, self._pager.check(self._draft) if answer else Scan()

        return patiently(request, self._policy, lambda why: progress().step(f"{self._name}: {why}"), self._sleep)

    def _tell(self, came: int, of: int | None) -> None:
        if came and time.monotonic() < self._told + _TOLD_EVERY:
            return
        self._told = time.monotonic()
        size = f"{came / 1e6:.1f}" + (f" of {of / 1e6:.1f} MB" if of else " MB") if came else ""
        details = ", ".join(filter(None, (self._pager.so_far, size)))
        progress().step(f"fetching {self._name}" + (f" ({details})" if details else ""))

    def _refuse_what_is_no_feed(self) -> None:
        with self._draft.open("rb") as file:
            head = file.read(_HEAD)
        said = detail(head)
        if is_html(head):
            raise RequestError("the server answers with a web page" + (f" ({said})" if said else "") + ", not a feed")
        if said:
            raise RequestError(f"the server answers with an error ({said})")
        try:
            self._read(self._draft)
        except FeedError as error:
            raise RequestError(str(error).removeprefix(f"{self._draft}: ")) from None

    def _added(self, copy: Copy, url: str, answer: Answer, found: Scan) -> tuple[Copy, str | None]:
        with self._draft.open("rb") as file:
            head = file.read(_HEAD)
        document = Document(
            file=f"{len(copy.documents) + 1:04}{ending(url, head)}",
            url=without_secrets(url),
            found_at=answer.url,
            status=answer.status,
            fetched_at=_now().isoformat(),
            etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
            content_type=answer.content_type,
            content_encoding=answer.content_encoding,
            sha256=answer.received.sha256,
            bytes=answer.received.size,
            bytes_sent=answer.received.sent,
        )
        return self._copies.add(copy, document, self._draft), self._pager.after(found)

    def _unchanged(self, kept: Copy) -> Fetched:
        self._copies.write(replace(kept, checked_at=_now().isoformat()))
        progress().note(f"{self._name}: has not changed since {_moment(kept.begun_at)}; the kept copy is read")
        return Fetched(kept.path)

    def _unfinished(self, copy: Copy, error: RequestError) -> Fetched:
        number = len(copy.documents) + 1
        is_over = isinstance(error, ExpiredError)
        if is_over:
            copy = self._copies.write(replace(copy, fault=str(error)))
        then = "the next run begins anew" if is_over else "the next run goes on there"
        kept = f"the {_pages(number - 1)} before {'is' if number == 2 else 'are'} kept and read"
        return Fetched(copy.path, FetchError(f"{self._name}: page {number}: {error}; {kept}, {then}"))

    def _finished(self, copy: Copy, kept: Copy | None) -> Fetched:
        if kept and kept.digests == copy.digests:
            self._copies.remove([copy])
            return self._unchanged(kept)
        copy = self._copies.write(replace(copy, is_complete=True))
        self._copies.prune(self._policy.keep)
        return Fetched(copy.path)


def _validators(kept: Copy | None) -> Validators | None:
    """What to ask with, when the whole feed is one document: of a list, the first part says nothing of the others."""
    if kept is None or len(kept.documents) != 1:
        return None
    [document] = kept.documents
    found = Validators(document.etag, document.last_modified)
    return found if found.headers() else None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _moment(stamp: str) -> str:
    return f"{dt.datetime.fromisoformat(stamp):%Y-%m-%d %H:%M} UTC"


def _pages(count: int) -> str:
    return "page" if count == 1 else f"{count} pages"
