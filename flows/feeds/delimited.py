"""CSV and TSV with a line of names: the columns of a paper are recognised, or named by the user.

Commas, tabs, semicolons and bars may stand between fields. A row with a stray quote, which could swallow the rows
that follow, is refused alone.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from flows.feeds.dates import Dates
from flows.feeds.fields import BadRecordError, Columns, missing, paper_of, recognised, repeated
from flows.feeds.source import FeedError, Line, Listed, Notice, lines, named, refused
from schemas.records import Reject

SOURCE = "csv"

_DELIMITERS = ",\t;|"


def sniff(head: str, columns: Columns) -> bool:
    """Whether the first line of a file that starts so names a title and an abstract.

    Where the user gives names, one of a paper's columns is enough, so that :func:`lacks` can say which is not there.
    """
    return _delimiter(_first_line(head), columns) is not None


def lacks(path: Path, head: str, columns: Columns) -> str | None:
    """Why no paper can be made of a file that starts so, if so."""
    try:
        _, header = _header(_first_line(head), columns)
    except csv.Error as error:
        return f"the line of names is not CSV: {error}"
    names = recognised(header, columns)
    return missing(header, names) or repeated(header, names)


def read(path: Path, columns: Columns, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a file and the rows that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, or has no column for the title or the abstract.
    """
    rows = _Rows(path)
    for record in rows.notices_and_header():
        if isinstance(record, Notice):
            yield record
            continue
        if fault := lacks(path, record.text, columns):
            raise FeedError(f"{named(path)}: {fault}")
        delimiter, header = _header(record.text, columns)
        names = recognised(header, columns)
        for found in rows.rows(delimiter, len(header)):
            if not isinstance(found, tuple):
                yield found
                continue
            number, values, text = found
            try:
                yield Listed(number, paper_of(dict(zip(header, values, strict=True)), SOURCE, names, dates))
            except BadRecordError as error:
                yield refused(f"{path}:{number}", str(error), text)


def _first_line(head: str) -> str:
    return head.lstrip().partition("\n")[0].rstrip("\r")


def _header(line: str, columns: Columns) -> tuple[str, list[str]]:
    """What stands between the names, and the names.

    Raises:
        csv.Error: it is no line of CSV.
    """
    delimiter = _delimiter(line, columns) or ("\t" if "\t" in line else ",")
    return delimiter, [name.strip() for name in next(csv.reader([line], delimiter=delimiter))]


def _delimiter(header: str, columns: Columns) -> str | None:
    """The one between which stand all columns that are asked for, or, where the user gives names, some of them."""
    partly = None
    for delimiter in _DELIMITERS:
        if delimiter in header:
            try:
                given = [name.strip() for name in next(csv.reader([header], delimiter=delimiter, strict=True))]
            except csv.Error:
                continue
            if not missing(given, recognised(given, columns)):
                return delimiter
            if not partly and _has_some(given, columns):
                partly = delimiter
    return partly


def _has_some(given: list[str], columns: Columns) -> bool:
    """Whether names are a paper's, although not all that the user gives are among them."""
    if any(name in given for name in columns.values() if name):
        return True
    return bool(columns) and not missing(given, recognised(given, {}))


class _Rows:
    """The rows of a file, each with the line that it starts at; lines can be taken back and read again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._source = lines(path)
        self._back: deque[Line] = deque()
        self._taken: list[Line] = []
        self._notices: list[Notice] = []

    def notices_and_header(self) -> Iterator[Notice | Line]:
        """What is to be said of the file's beginning, and then its first line that is not blank."""
        for line in self._source:
            if isinstance(line, Notice):
                yield line
            elif line.text.strip():
                yield line
                return

    def rows(self, delimiter: str, width: int) -> Iterator[tuple[int, list[str], str] | Reject | Notice]:
        """Each row of so many fields, as its line, its fields and its text, or its refusal."""
        reader = csv.reader(self, delimiter=delimiter, strict=True)
        damaged: list[Line] = []  # lines of a row with a stray quote, up to the next row that is whole
        why = ""
        while True:
            self._taken.clear()
            fault = ""
            values: list[str] = []
            try:
                values = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                fault = f"not CSV: {error}"
            finally:
                yield from self._notices
                self._notices.clear()
            if not fault and not values:
                continue
            unreadable = next((line.fault for line in self._taken if line.fault), None)
            if fault or (damaged and len(values) != width):
                first, *rest = self._taken
                self._back.extendleft(reversed(rest))
                damaged.append(first)
                why = why or unreadable or fault
                reader = csv.reader(self, delimiter=delimiter, strict=True)
                continue
            if damaged:
                yield self._refused(damaged, why)
                damaged, why = [], ""
            if unreadable or len(values) != width:
                count = f"{len(values)} field{'s' if len(values) != 1 else ''}, where the first line has {width}"
                yield self._refused(self._taken, unreadable or count)
            else:
                yield self._taken[0].number, values, "\n".join(line.text for line in self._taken)
                if not self._taken[-1].is_ended:
                    message = "the last line has no end; if the file was cut off there, its last field was too"
                    yield Notice(f"{self._path}:{self._taken[-1].number}", message)
        if damaged:
            yield self._refused(damaged, why)

    def _refused(self, found: list[Line], why: str) -> Reject:
        return refused(f"{self._path}:{found[0].number}", why, "\n".join(line.text for line in found))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._source)
        while isinstance(line, Notice):
            self._notices.append(line)
            line = next(self._source)
        self._taken.append(line)
        return line.text + "\n"
