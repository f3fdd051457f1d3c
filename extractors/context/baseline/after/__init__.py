"""Baselines named behind the value: "3x faster than X"."""

from __future__ import annotations

from extractors.context.baseline.after.despite import despite
from extractors.context.baseline.after.equalled import equalled
from extractors.context.baseline.after.later import from_baseline, later
from extractors.context.baseline.after.near import after_bracket, after_list, near
from extractors.context.baseline.after.shared import jointly
from extractors.context.baseline.after.values import of_values

__all__ = ["BEHIND", "despite", "equalled", "from_baseline", "later"]

BEHIND = (near, after_list, after_bracket, jointly, of_values)
