"""Scores and differences for a reader."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from flows.evaluation.scoring import Difference, Scores, confidence_bands
from flows.rendering import render

_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_SHOWN = (
    "quote", "kind", "low", "high", "unit", "qualifier", "statistic", "metric", "direction", "attribution",
    "factor_low", "factor_high", "baseline", "setting",
)  # fmt: skip


def print_scores(scores: Scores) -> None:
    """The figures, a line a group; then the papers that were not found."""
    for name, figures in scores.as_dict().items():
        print(f"{name:18} {json.dumps(figures)}")
    for title in scores.missing:
        print(f"paper not found    {title}")


def print_calibration(scores: Scores) -> None:
    """A table of confidence bands: claims, mean confidence, share that is right in value and claim fields."""
    rows = [
        (f"{low:.2f} to {high:.2f}", count, round(mean, 3), round(right, 3))
        for low, high, count, mean, right in confidence_bands(scores.judged, _BANDS)
    ]
    print()
    render(["confidence", "claims", "mean", "right"], rows, "table")


def print_differences(differences: Sequence[Difference]) -> None:
    """What was annotated and what was found, side by side."""
    for one in differences:
        print(f"\n[{one.what}] {one.title}")
        print("   gold  " + json.dumps(_fields(one.gold), ensure_ascii=False))
        print("   found " + json.dumps(_fields(one.found), ensure_ascii=False, default=str))


def _fields(row: Any) -> Any:
    return {name: row.get(name) for name in _SHOWN} if isinstance(row, Mapping) and "quote" in row else row
