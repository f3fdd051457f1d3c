"""Feeds that are named by a URL: fetched with care, kept beside the warehouse, read from there."""
