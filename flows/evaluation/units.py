"""Units brought to a base unit, so that 1.5 s and 1500 ms, or 3 GB and 3000 MB, are the same value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

PREFIXES = {
    "": 1.0, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18, "Z": 1e21,
    "m": 1e-3, "u": 1e-6, "µ": 1e-6, "μ": 1e-6, "n": 1e-9, "p": 1e-12,
}  # fmt: skip
SECONDS = {
    "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0,
    "week": 604800.0, "month": 2592000.0, "year": 31536000.0,
}  # fmt: skip
_SPELLINGS = {
    "x": ("times", "×", "fold"),
    "%": ("percent",),
    "pp": ("percentage points", "points"),
    "orders of magnitude": ("order of magnitude", "oom"),
    "h": ("hours", "hour", "hr"),
    "min": ("minutes", "minute"),
    "s": ("seconds", "second", "sec"),
    "day": ("days",),
    "week": ("weeks",),
    "month": ("months",),
    "year": ("years",),
    "W": ("watts", "watt"),
    "parameters": ("params", "parameter"),
    "tokens": ("token",),
    "samples": ("sample",),
    "tokens/s": ("tokens per second", "tok/s"),
    "FLOP/s": ("flops",),
    "USD": ("dollars", "$"),
    "frames/s": ("fps", "FPS", "frames per second"),
    "queries/s": ("queries per second", "qps"),
}
_CANONICAL = {spelling: unit for unit, spellings in _SPELLINGS.items() for spelling in spellings}
_MEASURED = frozenset({"x", "%", "pp", "orders of magnitude", "time", "USD"})
_PREFIXED = regex.compile(
    r"(?P<prefix>[kKMGTPEZmuµμnp]?)"
    r"(?P<base>B|b|iB|FLOP/s|FLOPS|FLOPs|FLOP|OPS|OP/s|W|J|Hz|bps|b/s|B/s|s|V|m|samples/kJ|tokens|parameters)"
    r"(?P<rest>/.*)?"
)
_SAME_BASE = {"FLOPS": "FLOP/s", "OP/s": "OPS", "bps": "b/s", "iB": "B"}
_WORD = regex.compile(r"[a-z0-9/%]+")
_SINGULAR = (("sses", "ss"), ("ies", "y"), ("s", ""))
_SAME_HEAD = {"card": "gpu", "superchip": "gpu", "workernode": "node"}


@dataclass(frozen=True, slots=True)
class BaseUnit:
    """``value * scale`` is in ``name``; units that are ``measured`` have to agree, counted nouns need not."""

    scale: float
    name: str
    measured: bool


@cache
def base_unit(unit: str | None) -> BaseUnit:
    """The base unit of a unit as written."""
    written = regex.sub(r"\s+", " ", (unit or "").strip())
    written = _CANONICAL.get(written) or _CANONICAL.get(written.lower(), written)
    if written in SECONDS:
        return BaseUnit(SECONDS[written], "time", True)
    if written in _MEASURED:
        return BaseUnit(1.0, written, True)
    match = _PREFIXED.fullmatch(written)
    if match and match["base"] not in ("tokens", "parameters"):
        base = _SAME_BASE.get(match["base"], match["base"])
        return BaseUnit(PREFIXES[match["prefix"]], base + (match["rest"] or ""), True)
    return BaseUnit(1.0, written.lower(), False)


@cache
def counted_head(unit: str | None) -> str:
    """The head noun of a counted unit in the singular: ``worker nodes`` gives ``node``."""
    words = _WORD.findall((unit or "").lower())
    if not words:
        return ""
    head = str(words[-1])
    for ending, replacement in _SINGULAR:
        if head.endswith(ending) and not head.endswith("ss") and len(head) > len(ending) + 1:
            head = head[: len(head) - len(ending)] + replacement
            break
    return _SAME_HEAD.get(head, head)
