"""Rows as one Parquet file, written as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, BinaryIO, Protocol, runtime_checkable

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.tables import CLAIMS, COUNT, LIST, NUMBER, TEXT


@runtime_checkable
class ArrowRows(Protocol):
    """Rows that know their types."""

    def arrow(self) -> pa.RecordBatchReader:
        """The rows as Arrow batches."""


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], sink: BinaryIO) -> None:
    """Write all rows; where they do not know their types, each column has that of its values."""
    reader = rows.arrow() if isinstance(rows, ArrowRows) else _table(columns, rows).to_reader()
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), reader.schema) as writer:
        for batch in reader:
            writer.write_batch(batch)


_ARROW = {TEXT: pa.string(), COUNT: pa.int64(), NUMBER: pa.float64(), LIST: pa.list_(pa.string())}
_BESIDE_CLAIMS = {"sentence_start_char": COUNT, "sentence_end_char": COUNT, "steps": LIST, "refused": TEXT}


def claim_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> TypedRows:
    """Rows of fields of a claim, each of its type whether or not a row has a value there."""
    types = CLAIMS | _BESIDE_CLAIMS
    return TypedRows(list(rows), {name: _ARROW[types[name]] for name in columns})


@dataclass(frozen=True)
class TypedRows:
    """Rows with the type of each column."""

    rows: Sequence[Sequence[Any]]
    types: Mapping[str, pa.DataType]

    def __iter__(self) -> Iterator[Sequence[Any]]:
        return iter(self.rows)

    def arrow(self) -> pa.RecordBatchReader:
        """The rows as Arrow batches."""
        return _table(list(self.types), self.rows, self.types).to_reader()


def _table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], types: Mapping[str, pa.DataType] | None = None
) -> pa.Table:
    body = [[_plain(value) for value in row] for row in rows]
    known = types or {}
    return pa.table(
        {name: pa.array([row[place] for row in body], known.get(name)) for place, name in enumerate(columns)}
    )


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
