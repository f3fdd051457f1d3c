"""What a value is of by its unit alone, where no word says more: "210 W" is a power, "1.3 GB" a memory."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from extractors.numbers.units import Dimension
from schemas.vocabulary import Metric

METRIC_OF: Mapping[Dimension, Metric] = MappingProxyType(
    {
        Dimension.TIME: Metric.RUNTIME,
        Dimension.BYTES: Metric.MEMORY,
        Dimension.BANDWIDTH: Metric.BANDWIDTH,
        Dimension.RATE: Metric.THROUGHPUT,
        Dimension.PERFORMANCE: Metric.THROUGHPUT,
        Dimension.OPERATIONS: Metric.COMPUTE,
        Dimension.POWER: Metric.POWER,
        Dimension.ENERGY: Metric.ENERGY,
        Dimension.EFFICIENCY: Metric.ENERGY_EFFICIENCY,
        Dimension.MONEY: Metric.COST,
        Dimension.AREA: Metric.AREA,
        Dimension.PARAMETERS: Metric.MODEL_SIZE,
        Dimension.DEVICES: Metric.DEVICE_COUNT,
    }
)
COUNTED = (Dimension.PARAMETERS, Dimension.DEVICES)  # a size or a resource, no measured value
