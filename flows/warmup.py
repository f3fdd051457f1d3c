"""What takes long and needs no server: done while Prefect's server starts, or a process of the pool."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from importlib import import_module

EXTRACTOR = ("schemas.models",)
"""Modules that a batch waits for."""
FLOW = (
    *EXTRACTOR,
    "flows.pipeline",
    "pyarrow.dataset",  # DuckDB would import it on its first look at a data frame, deaf to Ctrl-C
)
"""Modules that a flow waits for."""


def warm_up(modules: Sequence[str] = FLOW) -> None:
    """Import modules, and load what the first text would wait for."""
    gc.disable()  # modules stay: to look for garbage among them takes a tenth of the time, now and later
    try:
        for name in modules:
            import_module(name)
        from extractors.engine import prepare

        prepare()
    finally:
        gc.freeze()
        # A batch is a million objects, few of them in cycles; to look for these takes a twentieth of the time.
        gc.set_threshold(100_000, 20, 100)
        gc.enable()
