"""What a query can name: relations and their columns, and the words of DuckDB's SQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warehouse.connection import told
from warehouse.files import connect_reader
from warehouse.functions import REFUSED


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Of one warehouse: the columns of each relation with their DuckDB types, and the words of the engine."""

    relations: dict[str, dict[str, str]]
    keywords: tuple[str, ...]  # upper case
    functions: tuple[str, ...]


def catalogue(path: Path) -> Catalogue:
    """Look it up.

    Raises:
        WarehouseError: the file can not be read.
    """
    connection = connect_reader(path)
    try:
        with told(path):
            columns = connection.execute("""
                SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal
                ORDER BY table_name, column_index
            """).fetchall()
            keywords = connection.execute("SELECT upper(keyword_name) FROM duckdb_keywords() ORDER BY 1").fetchall()
            functions = connection.execute("""
                SELECT DISTINCT function_name FROM duckdb_functions()
                WHERE function_type IN ('scalar', 'aggregate', 'macro', 'table', 'table_macro')
                    AND regexp_full_match(function_name, '[a-z]\\w*')
                ORDER BY 1
            """).fetchall()
    finally:
        connection.close()
    relations: dict[str, dict[str, str]] = {}
    for relation, column, kind in columns:
        relations.setdefault(relation, {})[column] = kind
    callable_ = tuple(name for (name,) in functions if name not in REFUSED)
    return Catalogue(relations, tuple(word for (word,) in keywords), callable_)
