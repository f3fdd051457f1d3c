"""Named devices, processors, boards, supercomputers and architectures: a catalogue, open families, and evidence."""

from __future__ import annotations

from extractors.devices.mentions import find_mentions

__all__ = ["find_mentions"]
