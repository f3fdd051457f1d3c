"""Trials that take minutes: writers killed at any moment, readers beside one. Short forms are in tests/warehouse."""
