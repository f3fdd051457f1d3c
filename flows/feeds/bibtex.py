"""BibTeX: the entries that have an abstract.

``title`` and ``abstract``; ``eprint`` of arXiv, ``doi``, ``url``, ``keywords``, and ``date``, else ``year``,
``month`` and ``day``, of which what is missing is taken as the first. Braces that only protect letters, accents and
escaped signs are resolved; other LaTeX stays as it is.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path

import regex

from flows.feeds.dates import Dates
from flows.feeds.fields import BadRecordError, list_of, required, text
from flows.feeds.latex import plain
from flows.feeds.source import MAX_LINE_BYTES, Line, Listed, Notice, lines, refused
from schemas.records import Paper, Reject

SOURCE = "bibtex"

_BLOCK = regex.compile(r"\s*@\s*[A-Za-z]+\s*[{(]")
_FIRST = regex.compile(
    r"(?:\s*(?:%[^\n]*)?\n)*+(?:[^@%#`{\[<\"\s][^\n]*\n(?:\s*(?:%[^\n]*)?\n)*+){0,5}+"  # comments, and a few lines
    r"\s*@\s*(?:(?:comment|string|preamble)\s*[{(]|[a-z]+\s*[{(]\s*[^\s,{}()]*\s*,)",
    regex.I,
)
_PART = regex.compile(r"^[^%\n]*?(?:\b[\w-]+\s*=\s*[{\"]|@\s*\w*\s*$)", regex.M)
_CHUNK = 1 << 16  # characters of whole entries that are parsed at once
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def sniff(head: str) -> bool:
    """Whether a file that starts so is BibTeX: an entry, with nothing but comments before it."""
    return _FIRST.match(head) is not None


def read(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a file and the entries that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read.
    """
    chunk: list[Line] = []
    size = 0
    for line in lines(path):
        if isinstance(line, Notice):
            yield line
            continue
        if size > _CHUNK and (_BLOCK.match(line.text) or size > MAX_LINE_BYTES):
            yield from _records(path, chunk, dates)
            chunk, size = [], 0
        chunk.append(line)
        size += len(line.text) + 1
    yield from _records(path, chunk, dates)


def _records(path: Path, chunk: list[Line], dates: Dates) -> Iterator[Listed | Reject]:
    from bibtexparser.model import Entry, ImplicitComment, ParsingFailedBlock
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser.splitter").disabled = True  # what it warns of is refused here
    faults = {line.number: line.fault for line in chunk if line.fault}
    for block in Splitter("\n".join(line.text for line in chunk)).split().blocks:
        entry = block
        if isinstance(block, ParsingFailedBlock) and isinstance(block.ignore_error_block, Entry):
            entry = block.ignore_error_block  # a key that is given twice
        number = chunk[0].number + (block.start_line or 0)
        raw = block.raw or ""
        span = range(number, number + raw.count("\n") + 1)
        try:
            if isinstance(entry, Entry):
                if fault := next((fault for at, fault in faults.items() if at in span), None):
                    raise BadRecordError(fault)
                yield Listed(number, _paper({field.key.lower(): field.value for field in entry.fields}, dates))
            elif isinstance(block, ParsingFailedBlock):
                raise BadRecordError("not BibTeX: the entry has no end, or a field of it has none")
            elif isinstance(block, ImplicitComment) and (part := _PART.search(raw)):
                number += raw.count("\n", 0, part.start())
                raise BadRecordError("not BibTeX: a part of an entry")
        except BadRecordError as error:
            yield refused(f"{path}:{number}", str(error), raw)


def _paper(given: Mapping[str, str], dates: Dates) -> Paper:
    record = {key: _unwrapped(value) for key, value in given.items()}
    ident = text(record, "eprint") or text(record, "arxivid")
    return Paper.of(
        plain(required(record, "title")),
        plain(required(record, "abstract")),
        source=SOURCE,
        url=text(record, "url"),
        arxiv_id=ident,
        doi=text(record, "doi"),
        published=_published(record, dates),
        categories=list_of(plain(record.get("keywords") or record.get("primaryclass") or "")),
    )


def _unwrapped(value: str) -> str:
    value = value.strip()
    if value[:1] + value[-1:] in ("{}", '""') and len(value) > 1:
        return value[1:-1].strip()
    return value


def _published(record: Mapping[str, str], dates: Dates) -> dt.date | None:
    written = record.get("date") or ""
    if len(written) >= len("2024-12-31"):
        return dates.of(written[:10], "date")
    year, _, month = written.partition("-")
    year, month = year or record.get("year") or "", month or (record.get("month") or "").strip()
    day = record.get("day") or ""
    if not year.isdecimal() or len(year) != 4:
        if year:
            dates.leave_out(written or year, "date" if written else "year")
        return None
    named = (number for number, name in enumerate(_MONTHS, 1) if month.lower().startswith(name))
    number = int(month) if month.isdecimal() else next(named, 1)
    try:
        return dt.date(int(year), number, int(day) if day.isdecimal() else 1)
    except ValueError:
        return dt.date(int(year), 1, 1)
