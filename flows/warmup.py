"""What takes long and needs no server: done while Prefect's server starts."""

from __future__ import annotations

import gc


def warm_up() -> None:
    """Import what a flow needs, and load what its first batch would wait for."""
    gc.disable()  # modules stay: to look for garbage among them takes a tenth of the time, now and later
    try:
        import pyarrow.dataset  # noqa: F401 - DuckDB does on its first look at a data frame, deaf to Ctrl-C

        import flows.pipeline  # noqa: F401
        import schemas.models  # noqa: F401
        from extractors.engine import prepare

        prepare()
    finally:
        gc.freeze()
        gc.set_threshold(
            100_000, 20, 100
        )  # a batch is a million objects that hold no cycles: a twentieth of the time
        gc.enable()
