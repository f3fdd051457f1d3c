"""Stored papers: one with all its rows, or all that a newer extractor has yet to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import duckdb

from schemas.identity import fold_space, normalise_arxiv_id, normalise_doi
from schemas.records import Paper
from warehouse.connection import count, told
from warehouse.errors import WarehouseError
from warehouse.files import connect_reader

_LISTED = 10  # papers named when a reference fits several


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A paper and its rows in reading order, each a dictionary of its columns.

    ``passed_over`` counts the other papers whose title contains what was asked for, where it only begins this one's.
    """

    paper: dict[str, Any]
    claims: list[dict[str, Any]]
    mentions: list[dict[str, Any]]
    links: list[dict[str, Any]]
    passed_over: int = 0


def find_paper(path: Path, ref: str) -> StoredPaper:
    """The one paper that ``ref`` names: its id, arXiv id or DOI, title, system, or a part of its title.

    Upper and lower case are the same. The first of these ways that fits any paper decides.

    Raises:
        WarehouseError: no paper fits, or several do (it lists them); or the file can not be read.
    """
    connection = connect_reader(path)
    try:
        with told(path):
            return lookup(connection, ref)
    finally:
        connection.close()


def lookup(connection: duckdb.DuckDBPyConnection, ref: str) -> StoredPaper:
    """:func:`find_paper` on an open connection."""
    paper_id = resolve(connection, ref)
    [paper] = _rows(connection, "papers", paper_id, "paper_id")
    in_order = "field DESC, start_char, end_char"  # the title before the abstract
    return StoredPaper(
        paper,
        _rows(connection, "claims", paper_id, f"{in_order}, claim_id"),
        _rows(connection, "hardware_mentions", paper_id, in_order),
        _rows(connection, "links", paper_id, in_order),
        passed_over(connection, ref, paper_id),
    )


def stale(connection: duckdb.DuckDBPyConnection, extractor_version: str, batch: int) -> Iterator[list[Paper]]:
    """Papers last read by another extractor, ``batch`` at a time; what is loaded in between is not read again."""
    if batch < 1:
        raise ValueError("a batch holds one paper at least")
    names = [field.name for field in fields(Paper)]
    columns = ", ".join(names)
    last = ""
    while True:
        rows = connection.execute(
            f"SELECT {columns} FROM papers WHERE extractor_version <> ? AND paper_id > ? ORDER BY paper_id LIMIT ?",
            [extractor_version, last, batch],
        ).fetchall()
        if not rows:
            return
        records = (dict(zip(names, row, strict=True)) for row in rows)
        papers = [Paper(**record | {"categories": tuple(record["categories"])}) for record in records]
        last = papers[-1].paper_id
        yield papers


def count_stale(connection: duckdb.DuckDBPyConnection, extractor_version: str) -> tuple[int, int]:
    """How many papers were last read by another extractor, and how many there are."""
    found = connection.execute(
        "SELECT count(*) FILTER (extractor_version <> ?), count(*) FROM papers", [extractor_version]
    ).fetchone()
    assert found is not None
    return found[0], found[1]


def resolve(connection: duckdb.DuckDBPyConnection, ref: str) -> str:
    """The id of the one paper that ``ref`` names.

    Raises:
        WarehouseError: no paper fits, or several do (it lists them).
    """
    title = fold_space(ref).lower()
    if not title:
        raise WarehouseError("no paper named")
    ways: list[tuple[str, str | None]] = [
        ("lower(paper_id) = ?", title),
        ("lower(arxiv_id) = lower(?)", normalise_arxiv_id(ref)),
        ("doi = ?", normalise_doi(ref)),
        ("lower(title) = ?", title),
        ("lower(system) = ?", title),
        ("starts_with(lower(title), ?)", title),
        ("contains(lower(title), ?)", title),
    ]
    for condition, value in ways:
        if value is None:
            continue
        found = connection.execute(
            f"SELECT paper_id, title FROM papers WHERE {condition} ORDER BY paper_id", [value]
        ).fetchall()
        if len(found) == 1:
            return str(found[0][0])
        if found:
            listed = "; ".join(f"{paper_id} ({name})" for paper_id, name in found[:_LISTED])
            more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
            raise WarehouseError(f"{ref!r} fits {len(found)} papers: {listed}{more}")
    raise WarehouseError(f"{ref!r}: no such paper, by id, arXiv id, DOI or title")


def passed_over(connection: duckdb.DuckDBPyConnection, ref: str, paper_id: str) -> int:
    """How many more titles contain ``ref``, where it is the beginning of the paper's and not the whole of a name."""
    part = fold_space(ref).lower()
    found = connection.execute(
        "SELECT lower(title), lower(coalesce(system, '')) FROM papers WHERE paper_id = ?", [paper_id]
    ).fetchone()
    if found is None or not found[0].startswith(part) or part in found:
        return 0
    return count(connection, "SELECT count(*) - 1 FROM papers WHERE contains(lower(title), $part)", {"part": part})


def _rows(connection: duckdb.DuckDBPyConnection, relation: str, paper_id: str, order: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {relation} WHERE paper_id = ? ORDER BY {order}", [paper_id])
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
