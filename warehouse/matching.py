"""Which of the rows that went is which of the rows that came: a claim whose value changed is one claim, not two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.tables import SCHEMAS

Row = dict[str, Any]

# Where a row stands, and how it is named or dated; not what it says.
PLACE = ("start_char", "end_char")
_UNSAID = ("claim_id", "extractor_version", "run_id")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to know a row again: the columns that are equal; ``is_sole``: and no third row is like the two."""

    columns: tuple[str, ...]
    is_sole: bool = False


def said(relation: str) -> tuple[str, ...]:
    """The columns that say something about a paper, in order."""
    return tuple(name for name in SCHEMAS[relation] if name not in _UNSAID)


def _ways(*columns: tuple[str, ...]) -> tuple[Way, ...]:
    return tuple(Way(names) for names in columns)


_SPAN = ("field", *PLACE, "quote")
_CONTEXT = ("kind", "metric", "baseline", "setting", "attribution")
# The surest first. A text that changed has moved what stands behind the change.
WAYS: dict[str, tuple[Way, ...]] = {
    "papers": _ways(("paper_id",)),
    "claims": (
        *_ways(("claim_id",), (*_SPAN, *_CONTEXT), (*_SPAN, "kind", "metric"), _SPAN),
        *_ways(("field", "quote", *_CONTEXT), ("field", "quote", "kind", "metric")),
        *_ways(("field", "start_char", *_CONTEXT), ("field", "start_char", "kind")),
        Way(("field", "unit", "kind", "metric", "attribution"), is_sole=True),
    ),
    "hardware_mentions": _ways(_SPAN, ("field", "quote"), ("field", "start_char")),
    "links": _ways(_SPAN, ("field", "quote"), ("field", "start_char")),
}


def pair(relation: str, went: Sequence[Row], came: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """The rows of a paper before and after, in pairs, as the text goes; null stands for a counterpart that is not.

    Of several rows that are alike in a way, the first in the text is the first again.
    """
    left, right = sorted(went, key=_in_order), sorted(came, key=_in_order)
    pairs: list[tuple[Row | None, Row | None]] = []
    for way in WAYS[relation]:
        known = _alike(right, way)
        for key, rows in _alike(left, way).items():
            others = known.get(key, [])
            if not way.is_sole or len(rows) == len(others) == 1:
                pairs += zip(rows, others, strict=False)
        paired = {id(row) for both in pairs for row in both}
        left, right = ([row for row in rows if id(row) not in paired] for rows in (left, right))
    pairs += [*((row, None) for row in left), *((None, row) for row in right)]
    return sorted(pairs, key=lambda both: _in_order(both[1] or both[0] or {}))


def _alike(rows: Sequence[Row], way: Way) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(repr([row[name] for name in way.columns]), []).append(row)
    return groups


def _in_order(row: Row) -> tuple[Any, ...]:
    """The title before the abstract, then as the text goes."""
    return row.get("field") != "title", row.get("start_char", 0), row.get("end_char", 0), row.get("claim_id", "")
