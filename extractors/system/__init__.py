"""The name that a paper gives to what it presents."""

from __future__ import annotations

from extractors.system.choice import find_system

__all__ = ["find_system"]
