"""What is paid for something else: "at a 3% accuracy cost", "at a 12% area cost"."""

from __future__ import annotations

from extractors.context.change.common import Change, usable
from extractors.context.metric import first_metric
from extractors.lexicon import DOWN
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import PRICE_PAID
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_PRICE = Pattern(
    r"\s{0,2}(?:\p{L}+\s)?(?P<metric>throughput|accuracy|performance|quality|speed|bandwidth)\s(?:cost|penalty|"
    r"hit|tax|sacrifice)\b",
    IGNORECASE,
)


def price_paid(s: Situation, window: str) -> Change | None:
    """ "at a 3% accuracy cost", "at a 12% area cost"."""
    price = _PRICE.match(window)
    if price is None:
        return None
    return Change(usable(first_metric(price["metric"]), s) or Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)
