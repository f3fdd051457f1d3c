"""Each relation as a Parquet file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from warehouse.connection import told, transaction
from warehouse.errors import WarehouseError
from warehouse.files import connect_reader, remove_litter


def export(path: Path, directory: Path) -> list[Path]:
    """Write each relation of the warehouse to ``<relation>.parquet`` in the directory, which is made when missing.

    All show the same moment. A file appears whole or not at all, and none is replaced before all are written.

    Raises:
        WarehouseError: the warehouse can not be read, or the directory can not be written.
    """
    written: dict[Path, Path] = {}
    connection = connect_reader(path)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        remove_litter(directory, r"\.\w+\.(\d+)\.parquet")
        with told(path), transaction(connection):
            relations = connection.execute("""
                SELECT table_name FROM duckdb_tables() WHERE NOT internal
                UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal
                ORDER BY 1
            """).fetchall()
            for (relation,) in relations:
                draft = directory / f".{relation}.{os.getpid()}.parquet"
                written[draft] = directory / f"{relation}.parquet"
                connection.execute(f"COPY (FROM {relation}) TO '{_quoted(draft)}' (FORMAT parquet)")
        for draft, final in written.items():
            draft.replace(final)
    except OSError as error:
        raise WarehouseError(f"{directory}: {error.strerror}") from error
    finally:
        connection.close()
        for draft in written:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    return list(written.values())


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
