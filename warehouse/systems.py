"""The system that a name stands for, and the papers that present it."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from schemas.identity import fold_space, normalise_arxiv_id, normalise_doi
from warehouse.errors import WarehouseError
from warehouse.nearest import nearest, offered

_LISTED = 10  # systems named when a reference fits several


@dataclass(frozen=True, slots=True)
class System:
    """What a work presents; ``name`` is null when the paper gives none."""

    work_id: str
    name: str | None
    title: str
    url: str | None
    key: str | None
    """The same for another spelling of the name; what ``baseline_key`` is to a baseline."""

    @property
    def label(self) -> str:
        """What to call it."""
        return self.name or self.title


def find_system(connection: duckdb.DuckDBPyConnection, ref: str) -> System:
    """The one system that ``ref`` names: its paper by id, arXiv id or DOI, its name, a part of the name or the title.

    Upper and lower case are the same. The first of these ways that fits any paper decides; records of one work count
    as one.

    Raises:
        WarehouseError: none fits (the message says which names are near), or several do (it lists them).
    """
    folded = fold_space(ref).lower()
    if not folded:
        raise WarehouseError("no system named")
    ways: list[tuple[str, str | None]] = [
        ("lower(paper_id) = $ref", folded),
        ("lower(arxiv_id) = lower($ref)", normalise_arxiv_id(ref)),
        ("doi = $ref", normalise_doi(ref)),
        ("lower(system) = $ref", folded),
        ("folded_name(system) = folded_name($ref)", fold_space(ref)),
        ("lower(title) = $ref", folded),
        ("contains(lower(system), $ref)", folded),
        ("contains(lower(title), $ref)", folded),
    ]
    for condition, value in ways:
        if value is not None and (found := _systems(connection, condition, value)):
            return _only(found, ref)
    near = nearest(connection, "SELECT system AS name FROM papers", ref)
    raise WarehouseError(f"{ref!r} is no system, by name, paper id, arXiv id, DOI or title{offered(near)}")


def _systems(connection: duckdb.DuckDBPyConnection, condition: str, value: str) -> list[System]:
    """One for each work with a record that fits, described by the record that has the work's own identifier."""
    rows = connection.execute(
        f"""
        WITH fitting AS (
            SELECT DISTINCT work_id FROM works JOIN papers USING (paper_id) WHERE {condition}
        ),
        records AS (
            SELECT
                f.work_id, p.*, w.paper_id = w.work_id AS is_own,
                coalesce(url, 'https://arxiv.org/abs/' || arxiv_id, 'https://doi.org/' || doi) AS link
            FROM fitting f JOIN works w USING (work_id) JOIN papers p ON p.paper_id = w.paper_id
        )
        SELECT
            work_id, arg_max(system, (is_own, paper_id)), arg_max(title, (is_own, paper_id)),
            arg_max(link, (is_own, paper_id)),
            folded_name(arg_max(system, (is_own, paper_id)))
        FROM records GROUP BY work_id ORDER BY work_id
        """,
        {"ref": value},
    ).fetchall()
    return [System(*row) for row in rows]


def _only(found: list[System], ref: str) -> System:
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{system.work_id} ({system.title})" for system in found[:_LISTED])
    more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    raise WarehouseError(f"{ref!r} fits {len(found)} papers: {listed}{more}")
