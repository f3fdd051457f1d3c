"""What is paid for something else: "at a 3% accuracy cost", "at a 12% area cost"."""

from __future__ import annotations

from extractors.context.change.common import Change, usable
from extractors.context.metric import first_metric
from extractors.lexicon import DOWN, UP
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
_MORE_OF = Pattern(  # "at a 12% area cost"
    r"\s(?P<metric>(?:chip\s|die\s|peak\s)?(?:area|power|energy|memory|latency|storage|compute|bandwidth))\s"
    r"(?:cost|penalty|tax|premium)(?=[\s.,;)]|$)(?!\s(?:reduction|saving))"
)
_PAID_AT = Pattern(
    r"\b(?:at|with|for|incurs|incurring|adds)\s(?:an?|only|just|the cost of an?)\s(?:(?:mere|modest|about)\s|~)?$"
)


def price_paid(s: Situation, window: str) -> Change | None:
    """ "at a 3% accuracy cost", "at a 12% area cost"."""
    if (price := _PRICE.match(window)) is not None:
        return Change(usable(first_metric(price["metric"]), s) or Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)
    extra = _MORE_OF.match(window) if _PAID_AT.search(s.near_left) else None
    named = usable(first_metric(extra["metric"]), s) if extra else None
    return Change(named, UP, Form.BY, PRICE_PAID) if named else None
