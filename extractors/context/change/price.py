"""What is paid for something else: "at a 3% accuracy cost", "at an accuracy cost of 3%"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.meant import usable
from extractors.context.metric import first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import PRICE_PAID
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_PRICE = Pattern(
    r"\s{0,2}(?:\p{L}+\s)?(?P<metric>throughput|accuracy|performance|quality|speed|bandwidth|recall|precision|"
    r"(?:n?DCG|MRR|MAP|mAP|AP|F1|BLEU|PSNR|AUC|AUROC|mIoU)(?:@\d{1,4})?)\s(?:cost|penalty|"
    r"hit|tax|sacrifice)\b",
    IGNORECASE,
)
_PRICES = ("cost", "hit", "tax", "sacrifice")
_PRICE_OF = Ending(
    r"\b(?P<metric>accuracy|quality|performance|recall|precision|throughput|utility|speed)\s(?:cost|hit|tax|sacrifice)s?\s"
    r"(?:(?:of|is|are|stays?|remains?|around|about|below|under|at|only|just|roughly|nearly|up\sto|most|less\sthan|within)\s|~){1,4}$"
)
_PAID_IN = (Dimension.PERCENT, Dimension.POINTS)


def price_paid(s: Situation, window: str) -> Change | None:
    """ "at a 3% accuracy cost": a price behind the quantity."""
    price = _PRICE.match(window)
    if price is None:
        return None
    return Change(usable(first_metric(price["metric"]), s) or Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)


def price_of(s: Situation) -> Change | None:
    """ "at an accuracy cost of 3%": a price before the quantity."""
    paid = _PRICE_OF.search(s.list_left) if s.quantity.dimension in _PAID_IN and s.says(_PRICES) else None
    if paid is None:
        return None
    return Change(usable(last_metric(paid["metric"]), s) or Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)
