"""The warehouse: one DuckDB file of papers, their claims, and how these came about.

To write: :meth:`Warehouse.open`, then :meth:`~Warehouse.start_run`, :meth:`~Warehouse.load` for each batch,
:meth:`~Warehouse.finish_run`. To read: :func:`query`, :func:`leaderboard`, :func:`find_paper`, :func:`export`, each
on the path of the file; any DuckDB client can read it too. :func:`import_` makes one from an export. Whatever goes
wrong is a :class:`WarehouseError`.

Times are UTC, without a zone. Nothing here is imported before it is used, since DuckDB and polars take a while.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warehouse.errors import QueryError, WarehouseBusyError, WarehouseError
    from warehouse.exporting import export
    from warehouse.importing import import_
    from warehouse.papers import StoredPaper, find_paper
    from warehouse.ranking import leaderboard
    from warehouse.runs import LoadCounts, RunSummary
    from warehouse.sandbox import Result, query
    from warehouse.store import Warehouse

__all__ = [
    "LoadCounts",
    "QueryError",
    "Result",
    "RunSummary",
    "StoredPaper",
    "Warehouse",
    "WarehouseBusyError",
    "WarehouseError",
    "export",
    "find_paper",
    "import_",
    "leaderboard",
    "query",
]

_HOMES = {
    "LoadCounts": "runs",
    "QueryError": "errors",
    "Result": "sandbox",
    "RunSummary": "runs",
    "StoredPaper": "papers",
    "Warehouse": "store",
    "WarehouseBusyError": "errors",
    "WarehouseError": "errors",
    "export": "exporting",
    "find_paper": "papers",
    "import_": "importing",
    "leaderboard": "ranking",
    "query": "sandbox",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"warehouse.{_HOMES[name]}"), name)
