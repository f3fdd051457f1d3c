"""A verb and its quantity: "reduces memory by 61%", "throughput rises 2x", "cuts compute to 30%"."""

from __future__ import annotations
