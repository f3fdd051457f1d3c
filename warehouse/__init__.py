"""The warehouse: one DuckDB file of papers, their claims, and how these came about.

To write: :meth:`Warehouse.open`, then :meth:`~Warehouse.start_run`, :meth:`~Warehouse.load` for each batch,
:meth:`~Warehouse.finish_run`. To read: :func:`query`, :func:`leaderboard`, :func:`compare`, :func:`find_paper`,
:func:`changes`, :func:`list_runs`, :func:`export`, each on the path of the file; any DuckDB client can read it too.
:func:`import_` makes a warehouse of an export again. Whatever goes wrong is a :class:`WarehouseError`.

Times are UTC, without a zone. Nothing here is imported before it is used, since DuckDB and polars take a while.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warehouse.comparison import Comparison, compare
    from warehouse.differences import Change, Changes, Only, changes
    from warehouse.errors import QueryError, WarehouseBusyError, WarehouseError
    from warehouse.exporting import export
    from warehouse.filters import Filters
    from warehouse.importing import import_
    from warehouse.ledger import list_runs
    from warehouse.news import Move, News
    from warehouse.papers import StoredPaper, find_paper
    from warehouse.ranking import Board, leaderboard
    from warehouse.runs import LoadCounts, RunSummary
    from warehouse.sandbox import Result, query
    from warehouse.store import Warehouse
    from warehouse.upgrading import upgrade

__all__ = [
    "Board",
    "Change",
    "Changes",
    "Comparison",
    "Filters",
    "LoadCounts",
    "Move",
    "News",
    "Only",
    "QueryError",
    "Result",
    "RunSummary",
    "StoredPaper",
    "Warehouse",
    "WarehouseBusyError",
    "WarehouseError",
    "changes",
    "compare",
    "export",
    "find_paper",
    "import_",
    "leaderboard",
    "list_runs",
    "query",
    "upgrade",
]

_HOMES = {
    "Board": "ranking",
    "Change": "differences",
    "Changes": "differences",
    "Comparison": "comparison",
    "Filters": "filters",
    "LoadCounts": "runs",
    "Move": "news",
    "News": "news",
    "Only": "differences",
    "QueryError": "errors",
    "Result": "sandbox",
    "RunSummary": "runs",
    "StoredPaper": "papers",
    "Warehouse": "store",
    "WarehouseBusyError": "errors",
    "WarehouseError": "errors",
    "changes": "differences",
    "compare": "comparison",
    "export": "exporting",
    "find_paper": "papers",
    "import_": "importing",
    "leaderboard": "ranking",
    "list_runs": "ledger",
    "query": "sandbox",
    "upgrade": "upgrading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"warehouse.{_HOMES[name]}"), name)
