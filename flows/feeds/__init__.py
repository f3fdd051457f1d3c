"""Feeds in, papers out: one file a format, and a registry that tells them apart."""

from __future__ import annotations

from flows.feeds.registry import FORMATS, Feed, Format, open_feed
from flows.feeds.source import FeedError, Notice

__all__ = ["FORMATS", "Feed", "FeedError", "Format", "Notice", "open_feed"]
