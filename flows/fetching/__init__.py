"""Feeds that are named by a URL: fetched with care, kept beside the warehouse, read from there."""

from __future__ import annotations

from flows.fetching.address import check_url, is_url, without_secrets
from flows.fetching.errors import FetchError
from flows.fetching.harvest import Fetched, fetch
from flows.fetching.policy import Policy, fetching_as

__all__ = ["FetchError", "Fetched", "Policy", "check_url", "fetch", "fetching_as", "is_url", "without_secrets"]
