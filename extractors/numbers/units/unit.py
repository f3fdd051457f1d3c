"""What a unit is, and what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractors.patterns import Pattern


class Dimension(StrEnum):
    """What a unit measures; the rules choose by it."""

    TIMES = "times"
    PERCENT = "percent"
    POINTS = "points"
    ORDERS = "orders"
    TIME = "time"
    BYTES = "bytes"
    BANDWIDTH = "bandwidth"
    RATE = "rate"
    OPERATIONS = "operations"  # an amount of work: "4.1 GFLOPs"
    PERFORMANCE = "performance"  # work per second
    POWER = "power"
    ENERGY = "energy"
    EFFICIENCY = "efficiency"  # work per energy
    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    FREQUENCY = "frequency"
    ELECTRIC = "electric"
    SIGNAL = "signal"  # dB, bits per byte, degrees and the like
    PARAMETERS = "parameters"
    DEVICES = "devices"
    COUNT = "count"
    NONE = "none"  # a bare number


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit that ends at ``end``."""

    unit: str
    dimension: Dimension
    end: int


# Each pattern of a unit, the unit's name and what it measures.
Units = tuple[tuple[Pattern, str, Dimension], ...]
