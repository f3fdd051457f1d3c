"""Systems side by side, on what they both report.

Two claims stand in one row when they are of the same metric and share something of what they hold for: the baseline
(by its one name; a generic one is not the same for two papers), the setting, or the hardware. A row is for all that
they share, so one baseline on two devices makes two rows. Only where no two claims of a metric share anything else, a
row of the metric alone has the best claim of each system, over whatever it is. In each row, a system stands with its
best typical claim, and with an "up to" only when it has no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connection import told
from warehouse.errors import WarehouseError
from warehouse.files import connect_reader, require_layout
from warehouse.ranking import LAYOUT, gather
from warehouse.systems import System, find_system

Claim = dict[str, Any]
"""The columns of ``leaderboard``, and those by which :mod:`warehouse.ranking` ranks."""

_ARTICLE = re.compile(r"^(?:the|a|an|its|our|their)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What claims have in common beside the metric; null where they do not."""

    baseline_key: str | None = None
    setting_key: str | None = None
    hardware: tuple[str, ...] = ()

    def holds_for(self, claim: Claim) -> bool:
        """Whether the claim is one of this context."""
        return (
            (self.baseline_key is None or _baseline(claim) == self.baseline_key)
            and (self.setting_key is None or _setting(claim) == self.setting_key)
            and set(self.hardware) <= set(claim["hardware"])
        )

    @property
    def depth(self) -> int:
        """How many things the claims have in common."""
        return (self.baseline_key is not None) + (self.setting_key is not None) + len(self.hardware)


@dataclass(frozen=True, slots=True)
class Row:
    """A metric and what else the claims share; one cell a system, null where it has no such claim."""

    metric: str
    baseline: str | None
    setting: str | None
    hardware: tuple[str, ...]
    cells: tuple[Claim | None, ...]


@dataclass(frozen=True, slots=True)
class Direct:
    """A claim of one system over another."""

    system: System
    over: System
    claim: Claim


@dataclass(frozen=True, slots=True)
class Comparison:
    """``alone`` counts, for each system, the claims that stand in no row and are about none of the others."""

    systems: tuple[System, ...]
    rows: tuple[Row, ...]
    direct: tuple[Direct, ...]
    alone: tuple[int, ...]


def compare(path: Path, refs: Sequence[str]) -> Comparison:
    """Set two or more systems side by side; what a reference can be, see :func:`warehouse.systems.find_system`.

    Raises:
        WarehouseError: a reference fits none or several, two are the same work, or the file can not be read.
    """
    if len(refs) < 2:
        raise WarehouseError("a comparison takes two systems at least")
    connection = connect_reader(path)
    try:
        require_layout(connection, path, LAYOUT)
        with told(path):
            systems = [find_system(connection, ref) for ref in refs]
            for one, other in combinations(range(len(refs)), 2):
                if systems[one].work_id == systems[other].work_id:
                    raise WarehouseError(f"{refs[one]!r} and {refs[other]!r} are the same: {systems[one].work_id}")
            claims = _claims(connection, systems)
    finally:
        connection.close()
    direct = tuple(_direct(systems, claims))
    rows = tuple(_rows(claims))
    shown = {cell["claim_id"] for row in rows for cell in row.cells if cell} | {
        one.claim["claim_id"] for one in direct
    }
    alone = tuple(sum(claim["claim_id"] not in shown for claim in of_one) for of_one in claims)
    return Comparison(tuple(systems), rows, direct, alone)


def _claims(connection: duckdb.DuckDBPyConnection, systems: Sequence[System]) -> list[list[Claim]]:
    """The claims of each system, the best typical ones first."""
    gather(connection, works=[system.work_id for system in systems])
    cursor = connection.execute("SELECT * FROM board ORDER BY is_peak, worth DESC, other_end DESC, place")
    names = [column[0] for column in cursor.description]
    claims = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [[claim for claim in claims if claim["work_id"] == system.work_id] for system in systems]


def _rows(claims: Sequence[Sequence[Claim]]) -> Iterator[Row]:
    for metric in sorted({claim["metric"] for of_one in claims for claim in of_one}):
        of_metric = [[claim for claim in of_one if claim["metric"] == metric] for of_one in claims]
        if sum(map(bool, of_metric)) >= 2:
            yield from _of_metric(metric, of_metric)


def _of_metric(metric: str, claims: Sequence[Sequence[Claim]]) -> Iterator[Row]:
    shared = {_shared(a, b) for one, other in combinations(claims, 2) for a in one for b in other}
    contexts = sorted(shared - {Context()} or {Context()}, key=lambda context: (-context.depth, repr(context)))
    seen: list[tuple[object, ...]] = []
    for context in contexts:
        cells = tuple(next(filter(context.holds_for, of_one), None) for of_one in claims)
        ids = tuple(cell and cell["claim_id"] for cell in cells)
        if ids in seen:  # a row that says more has the same claims
            continue
        seen.append(ids)
        some = next(cell for cell in cells if cell)
        yield Row(
            metric,
            some["baseline_name"] if context.baseline_key is not None else None,
            some["setting"] if context.setting_key is not None else None,
            context.hardware,
            cells,
        )


def _shared(a: Claim, b: Claim) -> Context:
    def common(of: Callable[[Claim], str | None]) -> str | None:
        return of(a) if of(a) == of(b) else None

    return Context(common(_baseline), common(_setting), tuple(sorted(set(a["hardware"]) & set(b["hardware"]))))


def _baseline(claim: Claim) -> str | None:
    return None if claim["baseline_is_generic"] else claim["baseline_key"]


def _setting(claim: Claim) -> str | None:
    return _ARTICLE.sub("", claim["setting"]).lower() if claim["setting"] else None


def _direct(systems: Sequence[System], claims: Sequence[Sequence[Claim]]) -> Iterator[Direct]:
    for system, of_one in zip(systems, claims, strict=True):
        for over in systems:
            if over is system or not over.name:
                continue
            # "FlashAttention-2" is not a claim over FlashAttention, "vLLM and Orca" is one over each.
            named = re.compile(rf"(?<![\w.-]){re.escape(over.name)}(?![\w-]|\.\d|\s\d)", re.IGNORECASE)
            for claim in of_one:
                if claim["baseline_key"] == over.key or named.search(claim["baseline"] or ""):
                    yield Direct(system, over, claim)
