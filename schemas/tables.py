"""The rows of a batch of papers, one polars frame a relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import polars as pl
import pyarrow as pa

from schemas.identity import digest
from schemas.records import Extraction, Paper

TEXT = pl.String()
COUNT = pl.Int64()
NUMBER = pl.Float64()
LIST = pl.List(pl.String())

_SPAN: dict[str, pl.DataType] = {
    "paper_id": TEXT,
    "field": TEXT,
    "start_char": COUNT,
    "end_char": COUNT,
    "quote": TEXT,
}

PAPERS: dict[str, pl.DataType] = {
    "paper_id": TEXT,
    "title": TEXT,
    "abstract": TEXT,
    "system": TEXT,
    "source": TEXT,
    "url": TEXT,
    "arxiv_id": TEXT,
    "doi": TEXT,
    "published": pl.Date(),
    "categories": LIST,
}

CLAIMS: dict[str, pl.DataType] = {
    "claim_id": TEXT,
    **_SPAN,
    "kind": TEXT,
    "low": NUMBER,
    "high": NUMBER,
    "unit": TEXT,
    "qualifier": TEXT,
    "statistic": TEXT,
    "metric": TEXT,
    "direction": TEXT,
    "baseline": TEXT,
    "setting": TEXT,
    "hardware": LIST,
    "attribution": TEXT,
    "factor_low": NUMBER,
    "factor_high": NUMBER,
    "sentence": TEXT,
    "rule": TEXT,
    "confidence": NUMBER,
    "extractor_version": TEXT,
}

HARDWARE_MENTIONS: dict[str, pl.DataType] = {**_SPAN, "name": TEXT, "rule": TEXT}

LINKS: dict[str, pl.DataType] = {**_SPAN, "url": TEXT, "type": TEXT, "repo": TEXT, "ref": TEXT}

# The catalogue of devices stands on its own: it is replaced as a whole and belongs to no paper.
HARDWARE: dict[str, pl.DataType] = {
    "name": TEXT,
    "vendor": TEXT,
    "device_class": TEXT,
    "family": TEXT,
    "released": COUNT,
    "memory_gb": NUMBER,
    "fp16_tflops": NUMBER,
    "bandwidth_gbs": NUMBER,
    "tdp_w": NUMBER,
    "architecture": TEXT,
    "aliases": LIST,
    "accelerators": COUNT,
    "accelerator": TEXT,
}

# What makes a claim this claim and no other; how it was found and how sure we are may change without that.
_IDENTITY = tuple(
    name for name in CLAIMS if name not in {"claim_id", "sentence", "rule", "confidence", "extractor_version"}
)


@dataclass(frozen=True, slots=True)
class Tables:
    """One frame a relation; every row carries its ``paper_id``."""

    papers: pl.DataFrame
    claims: pl.DataFrame
    hardware_mentions: pl.DataFrame
    links: pl.DataFrame

    def items(self) -> Iterator[tuple[str, pl.DataFrame]]:
        """Pairs of a relation's name and its frame, papers first."""
        return ((f.name, getattr(self, f.name)) for f in fields(self))


SCHEMAS: dict[str, dict[str, pl.DataType]] = {
    "papers": PAPERS,
    "claims": CLAIMS,
    "hardware_mentions": HARDWARE_MENTIONS,
    "links": LINKS,
}


def tabulate(results: Iterable[tuple[Paper, Extraction]], extractor_version: str) -> Tables:
    """Lay out what was extracted from each paper as rows."""
    found = list(results)
    papers = _frame(PAPERS, [paper for paper, _ in found], system=[of.system for _, of in found])
    claims, mentions, links = (
        _frame(schema, [record for records in of_papers for record in records], paper_id=_ids(found, of_papers))
        for schema, of_papers in (
            (CLAIMS, [of.claims for _, of in found]),
            (HARDWARE_MENTIONS, [of.mentions for _, of in found]),
            (LINKS, [of.links for _, of in found]),
        )
    )
    claims = claims.with_columns(extractor_version=pl.lit(extractor_version)).with_columns(
        claim_id=_claim_ids(claims)
    )
    return Tables(papers, claims.select(*CLAIMS), mentions, links)


def papers_frame(papers: Sequence[Paper]) -> pl.DataFrame:
    """Papers as rows, before anything is extracted from them: ``system`` is null."""
    return _frame(PAPERS, papers)


def _ids(found: Sequence[tuple[Paper, Extraction]], of_papers: Sequence[Sequence[object]]) -> list[str]:
    return [paper.paper_id for (paper, _), records in zip(found, of_papers, strict=True) for _ in records]


def _claim_ids(claims: pl.DataFrame) -> pl.Series:
    """The same paper, the same span and the same meaning give the same id."""
    return pl.Series([digest(row) for row in claims.select(*_IDENTITY).iter_rows()], dtype=TEXT)


def _frame(schema: dict[str, pl.DataType], records: Sequence[object], **given: list[Any]) -> pl.DataFrame:
    """The records' fields that are columns, and whole columns beside them."""
    columns = {}
    for name, dtype in schema.items():
        values = given.get(name)
        if values is None and (records and hasattr(records[0], name)):
            values = [getattr(record, name) for record in records]
        if isinstance(dtype, pl.List):  # through Arrow, which takes a thirtieth of the time
            columns[name] = pl.Series(name, pa.array(values or (), pa.large_list(pa.large_string())))
        else:
            columns[name] = pl.Series(name, values or [None] * len(records), dtype=dtype)
    return pl.DataFrame(columns)
