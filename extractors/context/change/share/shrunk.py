"""What something is compressed to: "compressed to 10% of its size"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.lexicon import DOWN, HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import SHARE_OF_COST, SHARE_OF_PARAMETERS
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_ITS_SIZE = Pattern(
    r"\sof\s(?:its|the|their)\s(?:(?:original|full|initial|uncompressed)\s)?(?P<what>size|memory|"
    r"footprint|parameters|weights|KV[- ]cache)\b",
    IGNORECASE,
)
_SHRUNK = Pattern(
    r"\b(?:compress|shrink|shrunk|shrank|prun|quanti[sz]|squeez|keep|kept|hold|"
    r"held)\w*\b[^,;]{0,30}\b(?:(?:down\s)?to|at|within)\s" + HEDGES + r"$",
    IGNORECASE,
)


def shrunk(s: Situation) -> Change | None:
    """ "the model is compressed to 10% of its size"."""
    size = _ITS_SIZE.match(s.list_right)
    if size is None or not _SHRUNK.search(s.list_left):
        return None
    if size["what"].lower() in ("parameters", "weights"):
        return Change(Metric.MODEL_SIZE, DOWN, Form.TO, SHARE_OF_PARAMETERS)
    metric = Metric.STORAGE if size["what"].lower() == "size" else Metric.MEMORY
    return Change(metric, DOWN, Form.TO, SHARE_OF_COST)
