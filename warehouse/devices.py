"""The catalogue of known devices, replaced as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

from schemas.records import Device
from schemas.tables import HARDWARE
from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.incoming import bring_in


def replace(connection: duckdb.DuckDBPyConnection, devices: Sequence[Device]) -> None:
    """Make ``hardware`` these rows; nothing is written when it holds them already.

    Raises:
        WarehouseError: a name is given twice.
    """
    facts = {name: [getattr(device, name) for device in devices] for name in HARDWARE}
    frame = pl.DataFrame(facts, schema=HARDWARE)
    twice = frame.filter(pl.col("name").is_duplicated())
    if not twice.is_empty():
        raise WarehouseError(f"hardware: more than one row for {twice['name'][0]}")
    columns = ", ".join(HARDWARE)
    bring_in(connection, {"hardware": frame})
    with transaction(connection):
        new, old = (f"SELECT {columns} FROM {relation}" for relation in ("incoming_hardware", "hardware"))
        if connection.execute(f"({new} EXCEPT {old}) UNION ALL ({old} EXCEPT {new}) LIMIT 1").fetchone():
            connection.execute("DELETE FROM hardware")
            connection.execute(f"INSERT INTO hardware ({columns}) {new}")
