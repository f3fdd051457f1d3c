"""The known formats of feeds; a new one is a file beside this, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.feeds import jsonl, trending
from flows.feeds.source import FeedError, Listed, Notice, head
from schemas.records import Paper, Reject
from schemas.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of feed: how it is told from others and how it is read."""

    name: str
    summary: str
    sniff: Callable[[str], bool]
    read: Callable[[Path], Iterator[Listed | Reject | Notice]]


# In the order in which they are tried: the surest signs first.
FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format(jsonl.SOURCE, "JSON Lines, plain or gzipped: title, abstract, ...", jsonl.sniff, jsonl.read),
        Format(trending.SOURCE, "the text of a page of trending papers", trending.sniff, trending.read),
    )
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A file whose format is known."""

    path: Path
    format: Format
    is_doubtful: bool = False  # named by the user, and does not look like it

    def records(self) -> Iterator[Paper | Reject | Notice]:
        """The papers of the feed, each once, with what was refused and what was mended, as a stream.

        Raises:
            FeedError: the file can not be read, or not to its end.
        """
        if self.is_doubtful:
            yield Notice(f"{self.path}:1", f"does not look like {self.format.name}; read as such all the same")
        first: dict[str, str] = {}
        for record in self.format.read(self.path):
            if not isinstance(record, Listed):
                yield record
                continue
            paper = record.paper
            if before := first.get(paper.paper_id):
                payload = f"{paper.title}\n{paper.abstract}"
                yield Reject(Stage.SPLIT, record.locator, f"listed before, at {before}", payload)
            else:
                first[paper.paper_id] = record.locator
                yield paper


def open_feed(path: Path, name: str | None = None) -> Feed:
    """A feed of the named format, or of the one that its content shows.

    Raises:
        FeedError: there is no such file or format, the file can not be read or is empty, or its format is not known.
    """
    if name is not None and name not in FORMATS:
        raise FeedError(f"there is no feed format {name!r}; there are: {', '.join(FORMATS)}")
    start = head(path)
    if name is not None:
        return Feed(path, FORMATS[name], is_doubtful=not FORMATS[name].sniff(start))
    for known in FORMATS.values():
        if known.sniff(start):
            return Feed(path, known)
    raise FeedError(f"{path}: is in no known feed format ({', '.join(FORMATS)}); if it is one of them, use --format")
