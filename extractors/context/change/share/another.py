"""Words of a rival in what a share is of: "of the baseline's FLOPs", "of Tarnet's"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern

REFERENCE = Pattern(
    r"(?<!-)\b(?:full|original|baseline|baselines|dense|base|native|vanilla|uncompressed|unpruned|teacher|standard|"
    r"conventional|existing|other|prior|previous|full-precision|full-attention|fp16|bf16|fp32|float|unquantized|"
    r"sequential|competing|state-of-the-art|total|required|default|exact|that|those|needed|naive|reference|human|"
    r"oracle|centralized|supervised|larger|model's|method|methods)\b",
    IGNORECASE,
)
_OF_NAMED = Pattern(
    r"\sof\s(?:the\s)?\p{Lu}|\sof\san?\s(?:[\p{L}\d.-]+\s){0,2}?(?:cores?|processor|CPU|GPU|TPU|NPU|DSP|MCU|FPGA|ASIC|"
    r"microcontroller|accelerator|workstation)\b|^(?:the\s)?\p{Lu}[\p{L}\d-]*'s(?:\s|\.?$)"
)


def names_another(what: str) -> bool:
    """Whether what a share is of is said to be another's, or is the whole of what was before."""
    return REFERENCE.search(what) is not None or _OF_NAMED.search(what) is not None
