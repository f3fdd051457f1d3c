"""Which devices a name stands for: a device, a part of its name, how texts write it, its vendor, family or class."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from schemas.identity import fold_space
from warehouse.errors import WarehouseError
from warehouse.nearest import nearest, offered

# A device that claims or texts name need not be in the catalogue.
_KNOWN = """
    CREATE OR REPLACE TEMP TABLE known_devices AS
    WITH names AS (
        SELECT name FROM hardware UNION SELECT name FROM hardware_mentions UNION SELECT unnest(hardware) FROM claims
    )
    SELECT name, lower(name) AS folded, [lower(vendor), lower(family), lower(device_class)] AS groups
    FROM names LEFT JOIN hardware USING (name)
"""
# The first way that fits any device decides: H100 is not every H100-something's part.
_WAYS = (
    "folded = $name",
    r"list_contains(groups, $name) OR regexp_matches(folded, '(?:^|[^a-z0-9])\Q' || $name || '\E(?:[^a-z0-9]|$)')",
    "name IN (SELECT name FROM hardware_mentions WHERE lower(quote) = $name)",
    "contains(folded, $name)",
)
_NAMES = "SELECT name FROM known_devices UNION SELECT vendor FROM hardware UNION SELECT family FROM hardware"


def resolve(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> list[str]:
    """The canonical names of all devices that the names stand for, in order.

    Raises:
        WarehouseError: a name stands for none; the message says which are near.
    """
    connection.execute(_KNOWN)
    found: set[str] = set()
    for name in names:
        devices = _devices(connection, fold_space(name).lower())
        if not devices:
            near = offered(nearest(connection, _NAMES, name))
            raise WarehouseError(f"{name!r} is no known device, vendor, family or class{near}")
        found.update(devices)
    return sorted(found)


def _devices(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    for way in _WAYS if name else ():
        rows = connection.execute(f"SELECT name FROM known_devices WHERE {way}", {"name": name}).fetchall()
        if rows:
            return [device for (device,) in rows]
    return []
