"""A batch's frames as DuckDB sees them, and what makes a batch unfit to load at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import duckdb
import polars as pl

from schemas.tables import SCHEMAS, Tables
from warehouse.children import CHILDREN
from warehouse.errors import WarehouseError

_KEYS = {"papers": ("paper_id",), **{child.name: child.key for child in CHILDREN}}
_TEXTS = ("title", "abstract")
_SPAN = ("paper_id", "field", "start_char", "end_char", "quote")

Frames = Mapping[str, pl.DataFrame]
"""By relation, with the columns that come from extraction, in order."""


def bring_in(connection: duckdb.DuckDBPyConnection, frames: Frames) -> None:
    """Have the frames as temporary tables ``incoming_<name>``, which SQL scans faster than frames, many times."""
    for name, frame in frames.items():
        incoming = frame.to_arrow()  # noqa: F841 - DuckDB finds it by its name
        connection.execute(f"CREATE OR REPLACE TEMP TABLE incoming_{name} AS FROM incoming")


def frames_of(tables: Tables) -> dict[str, pl.DataFrame]:
    """The frames by relation, columns in order."""
    return {name: frame.select(list(SCHEMAS[name])) for name, frame in tables.items()}


def refuse_repeats(frames: Frames) -> None:
    """Refuse a batch in which two rows stand for the same thing.

    Raises:
        WarehouseError: names the relation and the first of the rows.
    """
    for name, key in _KEYS.items():
        rows = frames[name].select(key).rows()
        if len(set(rows)) < len(rows):
            [(first, _), *_] = Counter(rows).most_common(1)
            raise WarehouseError(f"{name}: more than one row for {', '.join(map(str, first))}")


def refuse_ungrounded(frames: Frames) -> None:
    """Refuse a batch with a span that does not hold its quote; spans count code points, in SQL and in Python.

    Raises:
        WarehouseError: names the relation and the first of the rows.
    """
    texts = {
        (paper_id, field): text
        for paper_id, *of_paper in frames["papers"].select("paper_id", *_TEXTS).iter_rows()
        for field, text in zip(_TEXTS, of_paper, strict=True)
    }
    for child in CHILDREN:
        for paper_id, field, start, end, quote in frames[child.name].select(_SPAN).iter_rows():
            text = texts.get((paper_id, field), "")
            if None in (start, end) or not 0 <= start < end <= len(text) or text[start:end] != quote:
                place = f"{child.name}: {paper_id} {field}[{start}:{end}]"
                raise WarehouseError(f"{place} is not {quote!r}; nothing of its batch was loaded")


def refuse_other_extractor(frames: Frames, extractor_version: str) -> None:
    """Refuse a batch with claims of another extractor than the run's.

    Raises:
        WarehouseError: names the first of the claims.
    """
    others = frames["claims"].filter(pl.col("extractor_version") != extractor_version)
    if not others.is_empty():
        claim_id, version = others.select("claim_id", "extractor_version").row(0)
        raise WarehouseError(
            f"claims: {claim_id} comes from extractor {version}, but the run's is {extractor_version}"
        )
