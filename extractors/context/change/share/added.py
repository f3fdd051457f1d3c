"""What is put on a cost or a speed: "adds 2% parameters", "adds 30% to the speed"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.metric import head_metric
from extractors.lexicon import UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

ADDS = Pattern(
    r"\b(?:add|incur|introduc|impos|caus)\w*\s(?:an?\s|up to\s|about\s|only\s|just\s|less than\s|under\s|over\s|"
    r"extra\s|~|<){0,3}\s?$",
    IGNORECASE,
)
_MORE_PARAMETERS = Pattern(
    r"\s{0,2}(?:(?:extra|more|additional|trainable|new|learnable|model)\s){0,2}(?:parameters|params|weights)\b"
)
_ADDED = Pattern(r"^\s{0,2}(?P<prep>of|to|in)\s(?P<what>[^,;:()]{2,70})", IGNORECASE)


def added(s: Situation) -> Change | None:
    """ "adds 3% of overhead", "adds less than 9% to the latency", "adds 2% parameters"."""
    parameters, match = _MORE_PARAMETERS.match(s.list_right), _ADDED.match(s.list_right)
    if not (parameters or match) or not ADDS.search(s.list_left):
        return None
    if parameters:
        return Change(Metric.MODEL_SIZE, UP, Form.BY, "added")
    cue = head_metric(match["what"]) if match else None
    if cue is None or match is None or cue.metric.polarity is Polarity.NEITHER:
        return None
    if cue.metric.polarity is Polarity.HIGHER and match["prep"] != "to":
        return None  # "adds 3% in accuracy"
    return Change(cue.metric, UP, Form.BY, "added")
