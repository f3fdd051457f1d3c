"""Whether a found claim says the same as an annotated one: the value, and field by field."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import regex

from flows.evaluation.units import base_unit, counted_head
from schemas.vocabulary import Direction, Metric, Polarity

Row = Mapping[str, Any]

_WORD = regex.compile(r"[a-z0-9.]+")
_EMPTY_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "and",
        "over",
        "than",
        "compared",
        "its",
        "our",
        "by",
        "at",
    ]
)


def accepted(gold: Any) -> list[Any]:
    """The values that the annotation accepts: one, or a list of them."""
    return list(gold) if isinstance(gold, list) else [gold]


def close(one: float | None, other: float | None, tolerance: float) -> bool:
    """Whether two numbers agree to a relative tolerance; null agrees with null alone."""
    if one is None or other is None:
        return one is None and other is None
    return math.isclose(float(one), float(other), rel_tol=tolerance, abs_tol=1e-12)


def overlap(gold: Row, found: Row) -> bool:
    """Whether the two spans share a character."""
    shared = min(gold["end_char"], found["end_char"]) - max(gold["start_char"], found["start_char"])
    return bool(gold["field"] == found["field"] and shared > 0)


def same_value(gold: Row, found: Row) -> bool:
    """Whether the numbers agree in their base units; orders of magnitude may be given as a factor."""
    one, other = base_unit(gold["unit"]), base_unit(found["unit"])
    if {one.name, other.name} == {"x", "orders of magnitude"}:
        return all(close(_as_factor(gold[end], one.name), _as_factor(found[end], other.name), 1e-4) for end in _ENDS)
    if (one.measured or other.measured) and one.name != other.name:
        return False
    return all(close(gold[end] * one.scale, found[end] * other.scale, 1e-4) for end in _ENDS)


_ENDS = ("low", "high")


def _as_factor(value: float, unit: str) -> float:
    return float(10.0**value) if unit.startswith("orders") else value


def same_unit(gold: Row, found: Row) -> bool:
    """Whether counted nouns have the same head; measured units were compared with the value."""
    if base_unit(gold["unit"]).measured or base_unit(found["unit"]).measured:
        return True
    return counted_head(gold["unit"]) == counted_head(found["unit"])


def words(text: Any) -> list[str]:
    """The words of a text that carry meaning, in lower case."""
    if isinstance(text, list | tuple):
        text = " ".join(part for part in text if part)
    return [word for word in _WORD.findall((text or "").lower()) if word not in _EMPTY_WORDS]


def same_text(gold: Any, found: str | None) -> bool:
    """Whether the words overlap with those of an accepted text by an F1 of at least a half, or both are empty."""
    have = words(found)
    for option in accepted(gold) or [None]:
        want = words(option)
        if not want and not have:
            return True
        common = sum((Counter(want) & Counter(have)).values())
        if common and 2 * common / (len(want) + len(have)) >= 0.5:
            return True
    return False


def device_names(names: list[str] | None) -> list[str]:
    """Names without regard to case, spaces and hyphens, each once."""
    return sorted({regex.sub(r"[\s\-]+", "", name).lower() for name in names or []})


def _polarity_of(metric: Any, direction: Any) -> int:
    """+1 for better, -1 for worse; for a metric with no polarity, up and down."""
    if direction not in list(Direction):
        return 0
    metric = metric[0] if isinstance(metric, list) else metric
    up = 1 if direction == Direction.INCREASE else -1
    known = metric in list(Metric) and Metric(metric).polarity is Polarity.LOWER
    return -up if known else up


def _of_second_kind(gold: Row, found: Row) -> bool:
    """Where the annotation accepts a second kind, the fields that only the first has do not bind the second."""
    kinds = gold["kind"]
    return isinstance(kinds, list) and found["kind"] != kinds[0] and found["kind"] in kinds


def _same_direction(gold: Row, found: Row) -> bool:
    if _of_second_kind(gold, found):
        return True
    return _polarity_of(gold["metric"], gold.get("direction")) == _polarity_of(
        found["metric"], found.get("direction")
    )


def _same_factor(gold: Row, found: Row) -> bool:
    ends = ("factor_low", "factor_high")
    return _of_second_kind(gold, found) or all(close(gold.get(end), found.get(end), 1e-2) for end in ends)


def _same_baseline(gold: Row, found: Row) -> bool:
    return _of_second_kind(gold, found) or same_text(gold.get("baseline"), found.get("baseline"))


def _one_of(field: str) -> Callable[[Row, Row], bool]:
    return lambda gold, found: found[field] in accepted(gold[field])


FIELDS: dict[str, Callable[[Row, Row], bool]] = {
    "kind": _one_of("kind"),
    "unit": same_unit,
    "qualifier": _one_of("qualifier"),
    "attribution": _one_of("attribution"),
    "metric": _one_of("metric"),
    "direction": _same_direction,
    "statistic": lambda gold, found: (gold.get("statistic") or None) == (found.get("statistic") or None),
    "factor": _same_factor,
    "baseline": _same_baseline,
    "setting": lambda gold, found: same_text(gold.get("setting"), found.get("setting")),
    "hardware": lambda gold, found: device_names(gold.get("hardware")) == device_names(found.get("hardware")),
    "quote": lambda gold, found: (gold["start_char"], gold["end_char"]) == (found["start_char"], found["end_char"]),
}
CLAIM_FIELDS = ("kind", "unit", "qualifier", "attribution")
FULL_FIELDS = (*CLAIM_FIELDS, "metric", "direction", "statistic", "factor", "baseline", "setting")
