"""The closed vocabularies of a claim's fields, and what is known of each word."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a number says."""

    COMPARISON = "comparison"  # how much more or less than something else
    MEASUREMENT = "measurement"  # an absolute value reached, observed or required
    RESOURCE = "resource"  # how many devices, cores, nodes or workers
    SCALE = "scale"  # how large a model, data set, context, batch or evaluation is


class Field(StrEnum):
    """The text that a span counts in."""

    TITLE = "title"
    ABSTRACT = "abstract"


class Qualifier(StrEnum):
    """How the number bounds the value."""

    EXACT = "exact"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    APPROX = "approx"


class Statistic(StrEnum):
    """Which statistic of several values the number is."""

    MEAN = "mean"
    GEOMEAN = "geomean"
    MEDIAN = "median"
    MAX = "max"
    MIN = "min"
    P95 = "p95"
    P99 = "p99"


class Direction(StrEnum):
    """Where the metric as stated moved; comparisons only."""

    INCREASE = "increase"
    DECREASE = "decrease"


class Attribution(StrEnum):
    """Whose number it is."""

    OWN = "own"
    BASELINE = "baseline"
    BACKGROUND = "background"


class Polarity(StrEnum):
    """Which direction of a metric is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Metric(StrEnum):
    """What is compared or measured."""

    SPEED = "speed"
    THROUGHPUT = "throughput"
    ACCURACY = "accuracy"
    UTILIZATION = "utilization"
    SCALING_EFFICIENCY = "scaling_efficiency"
    ENERGY_EFFICIENCY = "energy_efficiency"
    COST_EFFICIENCY = "cost_efficiency"
    AREA_EFFICIENCY = "area_efficiency"
    CAPACITY = "capacity"
    BANDWIDTH = "bandwidth"
    COMPRESSION = "compression"

    LATENCY = "latency"
    RUNTIME = "runtime"
    TRAINING_TIME = "training_time"
    MEMORY = "memory"
    COMMUNICATION = "communication"
    COMPUTE = "compute"
    ENERGY = "energy"
    POWER = "power"
    COST = "cost"
    STORAGE = "storage"
    ERROR = "error"
    OVERHEAD = "overhead"
    AREA = "area"

    DEVICE_COUNT = "device_count"
    MODEL_SIZE = "model_size"
    DATASET_SIZE = "dataset_size"
    CONTEXT_LENGTH = "context_length"
    BATCH_SIZE = "batch_size"
    COUNT = "count"
    OTHER = "other"

    @property
    def polarity(self) -> Polarity:
        """Which direction of the metric is better."""
        if self in _HIGHER:
            return Polarity.HIGHER
        return Polarity.LOWER if self in _LOWER else Polarity.NEITHER

    @property
    def has_factor(self) -> bool:
        """Whether a comparison of it can have a factor: it has a better and a worse, and is no task quality."""
        return self is not Metric.ACCURACY and self.polarity is not Polarity.NEITHER

    @property
    def is_time(self) -> bool:
        """Whether the metric is a duration, of which a "speedup" is a speedup and not a reduction."""
        return self in (Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME)


_METRICS = list(Metric)
_HIGHER = frozenset(_METRICS[: _METRICS.index(Metric.LATENCY)])
_LOWER = frozenset(_METRICS[_METRICS.index(Metric.LATENCY) : _METRICS.index(Metric.DEVICE_COUNT)])


class LinkType(StrEnum):
    """What a URL leads to."""

    REPOSITORY = "repository"
    MODEL_OR_DATASET = "model_or_dataset"
    ARCHIVE = "archive"
    PAGE = "page"


class DeviceClass(StrEnum):
    """What sort of hardware a known device is."""

    GPU = "GPU"
    CPU = "CPU"
    TPU = "TPU"
    FPGA = "FPGA"
    NPU = "NPU"
    BOARD = "board"
    SYSTEM = "system"
    ARCHITECTURE = "architecture"


class Stage(StrEnum):
    """Where in the pipeline something was refused."""

    SPLIT = "split"
    EXTRACT = "extract"
    VALIDATE = "validate"


class Unit:
    """The canonical units that code refers to by name; a counted noun is a unit too, so the set is open."""

    TIMES = "x"
    PERCENT = "%"
    POINTS = "pp"
    ORDERS = "orders of magnitude"
