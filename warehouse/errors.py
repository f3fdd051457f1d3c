"""What can go wrong with a warehouse, each as one line for its user."""

from __future__ import annotations


class WarehouseError(Exception):
    """Something about a warehouse that its user can mend; the message is one line."""


class WarehouseBusyError(WarehouseError):
    """Somebody else holds the file; trying again later can help."""


class QueryError(WarehouseError):
    """A query that is wrong, not allowed, or took too long; the message says where in the query."""
