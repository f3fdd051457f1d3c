"""The known formats of feeds; a new one is a file beside this, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.feeds import atom, bibtex, daily, delimited, jsonarray, jsonl, kaggle, oai, parquet, rss, trending
from flows.feeds.dates import Dates
from flows.feeds.fields import FIELDS, Columns
from flows.feeds.files import files, is_several
from flows.feeds.seen import Seen
from flows.feeds.source import FeedError, Listed, NoFeedError, Notice, head, named, refused
from schemas.records import Paper, Reject

_FILE = 40  # bits of a place that hold the line


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of feed: how it is told from others and how it is read.

    ``has_columns``: it has names for fields. ``lacks``: why a file that starts so can not be read as such, if so.
    """

    name: str
    summary: str
    sniff: Callable[..., bool]
    read: Callable[..., Iterator[Listed | Reject | Notice]]
    has_columns: bool = False
    lacks: Callable[[Path, str, Columns], str | None] = lambda path, start, columns: None

    def fits(self, start: str, columns: Columns) -> bool:
        """Whether a file that starts so is of this format."""
        return self.sniff(start, columns) if self.has_columns else self.sniff(start)

    def records(self, path: Path, columns: Columns, dates: Dates) -> Iterator[Listed | Reject | Notice]:
        """What a file of this format holds, as a stream."""
        return self.read(path, columns, dates) if self.has_columns else self.read(path, dates)


# In the order in which they are tried: the surest signs first.
FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format(kaggle.SOURCE, "the arXiv snapshot that Kaggle hosts", kaggle.sniff, kaggle.read),
        Format(daily.SOURCE, "the daily papers of Hugging Face, as JSON", daily.sniff, daily.read),
        Format(jsonarray.SOURCE, "JSON: an array of objects", jsonarray.sniff, jsonarray.read, has_columns=True),
        Format(jsonl.SOURCE, "JSON Lines: title, abstract, ...", jsonl.sniff, jsonl.read, has_columns=True),
        Format(oai.SOURCE, "OAI-PMH: records in arXiv, arXivRaw or oai_dc", oai.sniff, oai.read),
        Format(atom.API_SOURCE, "the answer of the arXiv API", atom.sniff_api, atom.read_api),
        Format(atom.SOURCE, "Atom", atom.sniff, atom.read),
        Format(rss.SOURCE, "RSS, arXiv's or a journal's", rss.sniff, rss.read),
        Format(bibtex.SOURCE, "BibTeX entries with abstracts", bibtex.sniff, bibtex.read),
        Format(
            parquet.SOURCE,
            "Parquet, with columns as in CSV",
            parquet.sniff,
            parquet.read,
            has_columns=True,
            lacks=parquet.lacks,
        ),
        Format(
            delimited.SOURCE,
            "CSV or TSV with a line of names",
            delimited.sniff,
            delimited.read,
            has_columns=True,
            lacks=delimited.lacks,
        ),
        Format(trending.SOURCE, "the text of a page of trending papers", trending.sniff, trending.read),
    )
}


@dataclass(frozen=True, slots=True)
class File:
    """A file whose format is known."""

    path: Path
    format: Format
    columns: Columns
    is_doubtful: bool = False  # named by the user, and does not look like it

    def records(self, dates: Dates) -> Iterator[Listed | Reject | Notice]:
        """What the file holds, as a stream."""
        if self.is_doubtful:
            yield Notice(f"{self.path}:1", f"does not look like {self.format.name}; read as such all the same")
        yield from self.format.records(self.path, self.columns, dates)


@dataclass(frozen=True, slots=True)
class Feed:
    """A file, all files of a directory, or those that fit a pattern."""

    paths: list[Path]
    open: Callable[[Path], File]
    is_several: bool = False

    def records(self) -> Iterator[Paper | Reject | Notice]:
        """The papers of the feed, each once, with what was refused and what was mended, as a stream.

        A paper that is listed again with another text is another version of it, and comes again.

        Raises:
            FeedError: a file can not be read, or not to its end; of several files, the others are read before that.
        """
        seen, dates = Seen(), Dates()
        failures: list[FeedError] = []
        for number, path in enumerate(self.paths):
            try:
                for record in self.open(path).records(dates):
                    if dates.unread:
                        dates.note(f"{path}:{record.number}" if isinstance(record, Listed) else None)
                    if not isinstance(record, Listed):
                        if not (isinstance(record, oai.Resumption) and self._goes_on(number)):
                            yield record
                        continue
                    paper = record.paper
                    place = (number << _FILE) + record.number
                    if before := seen.first((paper.paper_id, paper.title, paper.abstract), place):
                        at = f"listed before, at {self._locator(before)}"
                        yield refused(self._locator(place), at, f"{paper.title}\n{paper.abstract}")
                    else:
                        yield paper
            except NoFeedError as error:
                if not self.is_several:
                    raise
                yield Notice(str(path), f"{str(error).removeprefix(f'{path}: ')}; passed over")
            except FeedError as error:
                failures.append(error)
        yield from dates.told()
        if failures:
            more = f" (and {len(failures) - 1} more that could not be read)" if len(failures) > 1 else ""
            raise FeedError(f"{failures[0]}{more}") from failures[0]

    def _goes_on(self, number: int) -> bool:
        """Whether a file beside it follows: the next part of a list, where it is one."""
        return number + 1 < len(self.paths) and self.paths[number + 1].parent == self.paths[number].parent

    def _locator(self, place: int) -> str:
        return f"{self.paths[place >> _FILE]}:{place & ((1 << _FILE) - 1)}"


def open_feed(path: Path, name: str | None = None, columns: Columns | None = None) -> Feed:
    """A feed of the named format, or of the one that the content of each file shows.

    ``path`` is a file, ``-`` for standard input, a directory or a pattern. ``columns``: by field, the name that the
    feed has for it, where it is none that is recognised.

    Raises:
        FeedError: there is no such file, format or field, the file can not be read or is empty, or its format is not
            known; or none of several files is a feed.
    """
    given = columns or {}
    if name is not None and name not in FORMATS:
        raise FeedError(f"there is no feed format {name!r}; there are: {', '.join(FORMATS)}")
    if unknown := [key for key in given if key not in FIELDS]:
        raise FeedError(f"a paper has no field {unknown[0]!r}; it has: {', '.join(FIELDS)}")
    if is_several(path):
        paths = files(path)
        _refuse_without_feed(path, paths, name, given)
        return Feed(paths, lambda one: _open(one, name, given, of_several=True), is_several=True)
    found = _open(path, name, given)
    if given and not found.format.has_columns:
        having = ", ".join(known.name for known in FORMATS.values() if known.has_columns)
        raise FeedError(f"{named(path)}: is {found.format.name}; names of columns are for {having}")
    return Feed([path], lambda _: found)


def _open(path: Path, name: str | None, columns: Columns, *, of_several: bool = False) -> File:
    start = head(path)
    if name is not None:
        found, fits = FORMATS[name], FORMATS[name].fits(start, columns)
        if of_several and not fits:
            raise NoFeedError(f"{named(path)}: does not look like {name}")
    else:
        found, fits = _recognised(path, start, columns), True
    if why := found.lacks(path, start, columns):
        raise FeedError(f"{named(path)}: {why}")
    return File(path, found, columns, is_doubtful=not fits)


def _recognised(path: Path, start: str, columns: Columns) -> Format:
    for known in FORMATS.values():
        if known.fits(start, columns):
            return known
    raise NoFeedError(
        f"{named(path)}: is in no known feed format ({', '.join(FORMATS)}); if it is one of them, use --format"
    )


def _refuse_without_feed(path: Path, paths: list[Path], name: str | None, columns: Columns) -> None:
    """Refuse a directory or a pattern none of whose files is a feed."""
    for one in paths:
        try:
            _open(one, name, columns, of_several=True)
        except FeedError as error:
            last = error
        else:
            return
    files_of = f"none of its {len(paths)} files is a feed" if len(paths) > 1 else "its only file is no feed"
    raise FeedError(f"{named(path)}: {files_of}; {last}")
