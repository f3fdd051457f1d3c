"""Decibels, degrees and bits: "an SNR of 12 dB", "off by 3°", "2.5 bits per weight"."""

from __future__ import annotations

from extractors.claims.draft import NoClaim, Outcome, measured
from extractors.claims.measurement.named_metric import metric_beside
from extractors.context.metric import first_metric
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_APART = Pattern(r"\s(?:apart|out\sof\sphase)\b")  # "three beams 120 degrees apart"
_ANGLES_OF_VIEW = (180, 360)
BITS = ("bpb", "bpp", "bits", "bits/weight")


# "27 dB and 0.9 in PSNR and SSIM"
_AND_ANOTHER = Pattern(
    r"\s?(?:,|and|/|&)\s?[\d.]{1,6}\s?(?:\p{L}{1,3}|%)?\sin\s(?:terms of\s)?(?P<np>[^,;:()]{2,40})"
)


def _first_of_two(s: Situation) -> Metric | None:
    another = _AND_ANOTHER.match(s.right)
    cue = first_metric(another["np"]) if another else None
    return cue.metric if cue and cue.metric in (Metric.ACCURACY, Metric.ERROR) else None


def value_of_a_signal(s: Situation) -> Outcome:
    """A quality or an error where one is named; bits say how far something is compressed."""
    unit = s.quantity.unit
    named = metric_beside(s, (Metric.ACCURACY, Metric.ERROR)) or _first_of_two(s)
    if unit == "°" and s.quantity.low in _ANGLES_OF_VIEW and not named:
        return NoClaim("an angle of view")
    if unit == "°" and _APART.match(s.right):
        return NoClaim("an angle of a figure")
    if unit in BITS:
        return measured(s, Metric.COMPRESSION, "bits per item")
    return measured(s, named or Metric.OTHER, "a value of a signal")
