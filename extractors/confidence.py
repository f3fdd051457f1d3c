"""How sure a claim is: the share of claims found by the same rule that were right on annotated papers.

Right means that value, kind, unit, qualifier and attribution are. A rule that was seen seldom is drawn towards the
share of all rules, as if it had been seen ``PRIOR_WEIGHT`` times more with that outcome (additive smoothing).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

PRIOR_WEIGHT = 6
TABLE = "confidence.tsv"  # columns: rule, right, found


@cache  # as many as there are rules
def confidence_of(rule: str) -> float:
    """The confidence of a claim that ``rule`` found, from 0 to 1, to two places."""
    table = _table()
    right, found = table.get(rule, (0, 0))
    return round(smoothed(right, found, _prior(table)), 2)


def smoothed(right: int, found: int, prior: float) -> float:
    """``right`` of ``found`` drawn towards ``prior``."""
    return (right + PRIOR_WEIGHT * prior) / (found + PRIOR_WEIGHT)


def _prior(table: Mapping[str, tuple[int, int]]) -> float:
    found = sum(count for _, count in table.values())
    return sum(right for right, _ in table.values()) / found if found else 0.5


@cache
def _table() -> dict[str, tuple[int, int]]:
    lines = files("extractors").joinpath(TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:] if line)
    return {rule: (int(right), int(found)) for rule, right, found in rows}
