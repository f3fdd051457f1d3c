"""URLs: where one stands in a text, where it ends, and what it leads to."""

from __future__ import annotations

from extractors.links.urls import find_links

__all__ = ["find_links"]
