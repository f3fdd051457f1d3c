"""Decibels, degrees and bits: "an SNR of 12 dB", "off by 3°", "2.5 bits per weight"."""

from __future__ import annotations

from extractors.claims.draft import NoClaim, Outcome, measured
from extractors.claims.measurement.beside import metric_beside
from extractors.situation import Situation
from schemas.vocabulary import Metric

_ANGLES_OF_VIEW = (180, 360)
_BITS = ("bpb", "bpp", "bits", "bits/weight")


def value_of_a_signal(s: Situation) -> Outcome:
    """A quality or an error where one is named; bits say how far something is compressed."""
    unit = s.quantity.unit
    named = metric_beside(s, (Metric.ACCURACY, Metric.ERROR))
    if unit == "°" and s.quantity.low in _ANGLES_OF_VIEW and not named:
        return NoClaim("an angle of view")
    if unit in _BITS:
        return measured(s, Metric.COMPRESSION, "bits per item")
    return measured(s, named or Metric.OTHER, "a value of a signal")
