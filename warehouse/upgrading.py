"""A warehouse of an older layout, brought up to date without anything else being done to it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from warehouse.connection import told
from warehouse.files import connect_reader
from warehouse.migrations import version_of
from warehouse.store import Warehouse


def upgrade(path: Path) -> tuple[int, int]:
    """Take the warehouse to the present layout; the number of its layout before and after.

    Raises:
        WarehouseError: there is none, another process holds it, it was made by a newer version, or a step failed,
            which leaves it as it was.
    """
    before = _layout(path)
    Warehouse.open(path).close()
    return before, _layout(path)


def _layout(path: Path) -> int:
    with closing(connect_reader(path)) as connection, told(path):
        return version_of(connection) or 0
