"""Phrases that say on which hardware and nothing else; that is a field of its own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.context.setting.span import Span
from extractors.patterns import IGNORECASE, Pattern

_OF_DEVICES = Pattern(
    r"(?:[\s,/()]|\b\d{1,4}(?:\s?[xX*\u00d7](?!\w)|(?=\s+[CGTN]PUs?\b))|\b(?:and|or|an?|the|both|single|one|two|four|eight|multiple|different|modern|various|consumer|commodity|"
    r"NVIDIA|AMD|Intel|Arm|Google|Apple|GPUs?|CPUs?|TPUs?|FPGAs?|"
    r"graphics processing units?|processors?|accelerators?|chips?|boards?|platforms?|servers?|"
    r"nodes?|cards?|devices?|clusters?|machines?|architectures?|series|systems?|edge|embedded|desktop|laptop)\b)*",
    IGNORECASE,
)


def names_devices_only(view: str, span: Span, devices: Sequence[Span], *, named: bool = True) -> bool:
    """Whether a phrase says on which hardware and nothing else.

    ``named``: it must name one of ``devices``; otherwise words for devices will do.
    """
    inside = [device for device in devices if span[0] <= device[0] and device[1] <= span[1]]
    if named and not inside:
        return False
    rest = view[span[0] : span[1]]
    for start, end in reversed(inside):
        rest = rest[: start - span[0]] + rest[end - span[0] :]
    return _OF_DEVICES.fullmatch(rest) is not None
