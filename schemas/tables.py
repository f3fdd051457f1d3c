"""The rows of a batch of papers, one polars frame a relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import polars as pl

from schemas.identity import digest
from schemas.records import Claim, Extraction, Link, Mention, Paper

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


def claim_id(row: dict[str, Any]) -> str:
    """The id of a claim's row: same paper, same span and same meaning give the same id."""
    return digest(row[name] for name in _IDENTITY)


def tabulate(results: Iterable[tuple[Paper, Extraction]], extractor_version: str) -> Tables:
    """Lay out what was extracted from each paper as rows."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for paper, found in results:
        rows["papers"].append(_row(paper, PAPERS) | {"system": found.system})
        rows["claims"].extend(_claim(paper.paper_id, claim, extractor_version) for claim in found.claims)
        rows["hardware_mentions"].extend(_rows(paper.paper_id, found.mentions, HARDWARE_MENTIONS))
        rows["links"].extend(_rows(paper.paper_id, found.links, LINKS))
    return Tables(**{name: pl.DataFrame(rows[name], schema=schema) for name, schema in SCHEMAS.items()})


def _claim(paper_id: str, claim: Claim, extractor_version: str) -> dict[str, Any]:
    row = _row(claim, CLAIMS) | {"paper_id": paper_id, "extractor_version": extractor_version}
    return row | {"claim_id": claim_id(row)}


def _rows(
    paper_id: str, records: Sequence[Mention] | Sequence[Link], schema: dict[str, pl.DataType]
) -> Iterator[dict[str, Any]]:
    return (_row(record, schema) | {"paper_id": paper_id} for record in records)


def _row(record: object, schema: dict[str, pl.DataType]) -> dict[str, Any]:
    """The record's fields that are columns; tuples become lists, vocabulary members plain strings."""
    return {name: _plain(getattr(record, name)) for name in schema if hasattr(record, name)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value
