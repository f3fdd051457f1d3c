"""Rows as one Parquet file, written as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any, BinaryIO, Protocol, runtime_checkable

import pyarrow as pa
import pyarrow.parquet as pq


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


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> pa.Table:
    body = [[_plain(value) for value in row] for row in rows]
    return pa.table({name: pa.array([row[place] for row in body]) for place, name in enumerate(columns)})


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
