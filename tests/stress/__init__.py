"""Trials that take minutes: a writer killed at any moment, readers beside it. Their short forms are in tests/warehouse."""
