"""Relations to and from files, by DuckDB: what each format keeps as it is, and what it has to write otherwise.

Parquet has all the types of the warehouse. In CSV a list is a JSON array, null is nothing, an empty text ``""``; the
types are those of the table that is filled, never guessed.
"""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError

Columns = dict[str, str]  # name -> DuckDB type

_DIALECT = {"delim": "','", "quote": "'\"'", "escape": "'\"'", "nullstr": "''", "header": "true"}
_LONGEST_LINE = 2_000_000  # bytes, unless the file is longer; DuckDB has to be told


def columns_of(connection: duckdb.DuckDBPyConnection, relation: str) -> Columns:
    """The columns of a relation, in order; of a file too, as DuckDB names it."""
    return {name: str(kind) for name, kind, *_ in connection.execute(f"DESCRIBE FROM {relation}").fetchall()}


def write(connection: duckdb.DuckDBPyConnection, relation: str, path: Path, style: str) -> int:
    """Write a relation to a file; how many rows."""
    columns = columns_of(connection, relation)
    if style == "csv":
        chosen = ", ".join(f"to_json({name}) AS {name}" if _is_nested(columns[name]) else name for name in columns)
        dialect = ", ".join(f"{name} {value}" for name, value in _DIALECT.items())
        copy = f"COPY (SELECT {chosen} FROM {relation}) TO {literal(path)} (FORMAT csv, {dialect})"
    else:
        copy = f"COPY (FROM {relation}) TO {literal(path)} (FORMAT parquet)"
    row = connection.execute(copy).fetchone()
    assert row is not None
    return int(row[0])


def fill(connection: duckdb.DuckDBPyConnection, table: str, path: Path, style: str) -> None:
    """Fill an empty table with the rows of a file, in their order.

    Raises:
        WarehouseError: the file has other columns than the table.
        duckdb.Error: it can not be read as such a file, or a row has no place in the table.
    """
    columns = columns_of(connection, table)
    if style == "csv":
        _refuse_other_columns(path, _header(path), columns)
        kinds = ", ".join(f"'{name}': '{'VARCHAR' if _is_nested(kind) else kind}'" for name, kind in columns.items())
        chosen = ", ".join(f"{name}::JSON::{kind}" if _is_nested(kind) else name for name, kind in columns.items())
        longest = max(path.stat().st_size, _LONGEST_LINE)
        reading = {
            "columns": f"{{{kinds}}}",
            "auto_detect": "false",
            "strict_mode": "true",
            "allow_quoted_nulls": "false",
            "parallel": "false",
            "max_line_size": f"{longest}",
            "buffer_size": f"{2 * longest}",
        }
        options = ", ".join(f"{name} = {value}" for name, value in (_DIALECT | reading).items())
        rows = f"SELECT {chosen} FROM read_csv({literal(path)}, {options})"
    else:
        source = f"read_parquet({literal(path)})"
        found = columns_of(connection, source)
        _refuse_other_columns(path, list(found), columns)
        for name, kind in columns.items():
            if found[name] != kind:
                raise WarehouseError(f"{path}: column {name} is {found[name]}, not {kind}")
        rows = f"FROM {source}"
    connection.execute(f"INSERT INTO {table} {rows}")


def literal(path: Path) -> str:
    """The path as text in SQL."""
    quoted = str(path).replace("'", "''")
    return f"'{quoted}'"


def _is_nested(kind: str) -> bool:
    return kind.endswith("]") or kind.startswith(("STRUCT", "MAP"))


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), [])


def _refuse_other_columns(path: Path, found: list[str], columns: Columns) -> None:
    if missing := [name for name in columns if name not in found]:
        raise WarehouseError(f"{path}: lacks the column {missing[0]}")
    if found != list(columns):
        raise WarehouseError(f"{path}: has other columns than the table: {', '.join(found)}")
