"""Units of measurement: how they are written, and their canonical names."""

from extractors.numbers.units.parse import parse_unit
from extractors.numbers.units.plain import PARAMETER_SORTS
from extractors.numbers.units.unit import Dimension, UnitMatch

__all__ = ["PARAMETER_SORTS", "Dimension", "UnitMatch", "parse_unit"]
