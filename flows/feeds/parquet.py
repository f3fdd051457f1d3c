"""Parquet: the columns of a paper are recognised, or named by the user; a row is named by its number, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flows.feeds.dates import Dates
from flows.feeds.fields import BadRecordError, Columns, missing, paper_of, recognised, repeated
from flows.feeds.source import PARQUET_MAGIC, FeedError, Listed, is_plain, named, on_disk, refused
from schemas.records import Reject

SOURCE = "parquet"

_ROWS = 500  # that are held at once


def sniff(head: str, columns: Columns) -> bool:
    """Whether a file that starts so is Parquet."""
    return head == PARQUET_MAGIC.decode()


def lacks(path: Path, head: str, columns: Columns) -> str | None:
    """Why no paper can be made of the rows, if so; of what is piped or compressed, reading tells it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not is_plain(path):
        return None
    try:
        names = pq.read_schema(path).names
    except (pa.ArrowException, OSError, UnicodeError) as error:
        return _damage(error)
    return _fault(names, columns)


def read(path: Path, columns: Columns, dates: Dates) -> Iterator[Listed | Reject]:
    """The papers of a file and the rows that are none, in order, some hundred at a time.

    Raises:
        FeedError: the file can not be read, is damaged, or has no column for the title or the abstract.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    with on_disk(path) as plain:
        try:
            with pq.ParquetFile(plain) as file:
                if fault := _fault(file.schema_arrow.names, columns):
                    raise FeedError(f"{named(path)}: {fault}")
                names = recognised(file.schema_arrow.names, columns)
                for batch in file.iter_batches(_ROWS, columns=sorted(set(names.values())), use_threads=False):
                    for row in _rows(batch):
                        number += 1
                        try:
                            if isinstance(row, str):
                                raise BadRecordError(row)
                            yield Listed(number, paper_of(row, SOURCE, names, dates))
                        except BadRecordError as error:
                            yield refused(f"{path}:{number}", str(error), str(row))
        except (pa.ArrowException, OSError, UnicodeError) as error:
            raise FeedError(f"{named(path)}: {_damage(error, number)}") from error


def _fault(given: list[str], columns: Columns) -> str | None:
    names = recognised(given, columns)
    return missing(given, names) or repeated(given, names)


def _damage(error: Exception, number: int = 0) -> str:
    at = f"after row {number}" if number else "and can not be read"
    return f"the Parquet data is damaged {at} ({' '.join(str(error).split())[:200]})"


def _rows(batch: Any) -> Iterator[dict[str, Any] | str]:
    """Each row, or what is wrong with its text."""
    try:
        yield from batch.to_pylist()
    except UnicodeDecodeError:
        for place in range(batch.num_rows):
            try:
                yield batch.slice(place, 1).to_pylist()[0]
            except UnicodeDecodeError as error:
                yield f"not UTF-8: byte 0x{error.object[error.start]:02x} at byte {error.start + 1} of a field"
