"""What is put on a cost, or taken off it: "adds 2% parameters", "shaves 34% off the latency"."""

from __future__ import annotations

from extractors.context.change.common import Change, clip
from extractors.context.metric import head_metric
from extractors.endings import ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

_OFF = Pattern(r"\soff\s(?:(?:of\s)?(?:the|its|their|our|overall|total)\s)?(?P<what>[^,;:()]{2,60})")

_TRIMS = ending(
    rf"\b(?:trim|cut|shav|sav|remov|strip|clip|knock|chop)(?:s|es|e|med|ed|ting|ming|ing|ped|ping)?\s{HEDGES}$"
)
_FROM = Pattern(r"\sfrom\s(?:the|its|their|our|overall|total)\s(?P<what>[^,;:()]{2,60})")
_TAIL = Pattern(r"(?:tails?|mean|median|p\d\d)\b(?=\s?(?:[,.;]|$|and\b|under\b|of\b))")


def taken_off(s: Situation) -> Change | None:
    """ "shaves 34% off the time to first token", "trims 11% from the compile time"."""
    match = _OFF.match(s.list_right) if s.says((" off ",)) else None
    match = match or (_FROM.match(s.list_right) if _TRIMS.search(s.near_left) else None)
    cue = head_metric(clip(match["what"] + ".")) if match else None
    if match and cue is None and _TAIL.match(match["what"]):
        return Change(Metric.LATENCY, DOWN, Form.BY, "part of a cost removed")
    return Change(cue.metric, DOWN, Form.BY, "part of a cost removed") if cue else None


ADDS = Pattern(
    r"\b(?:add|incur|introduc|impos|caus)\w*\s(?:an?\s|up to\s|about\s|only\s|just\s|less than\s|under\s|over\s|"
    r"extra\s|~|<){0,3}\s?$",
    IGNORECASE,
)
_MORE_PARAMETERS = Pattern(
    r"\s{0,2}(?:(?:extra|more|additional|trainable|new|learnable|model)\s){0,2}(?:parameters|params|weights)\b"
)
_AND_TO = Pattern(r"\sto\s[^,;:()]{2,50}?(?:,\s(?:and\s)?|\sand\s)~?")
_ADDED = Pattern(r"^\s{0,2}(?:of|to|in)\s(?P<what>[^,;:()]{2,70})", IGNORECASE)


def added(s: Situation) -> Change | None:
    """ "adds 3% of overhead", "adds less than 9% to the latency", "adds 2% parameters"."""
    parameters, match = _MORE_PARAMETERS.match(s.list_right), _ADDED.match(s.list_right)
    if not (parameters or match) or not (ADDS.search(s.list_left) or _is_next(s)):
        return None
    if parameters:
        return Change(Metric.MODEL_SIZE, UP, Form.BY, "added")
    cue = head_metric(match["what"]) if match else None
    if cue is None or cue.metric.polarity is not Polarity.LOWER:
        return None
    return Change(cue.metric, UP, Form.BY, "added")


def _is_next(s: Situation) -> bool:
    """ "adds 6% to the runtime and 3% to the traffic": the second."""
    if not s.index or not s.right.startswith(" to ") or not _AND_TO.fullmatch(s.near_left):
        return False
    return ADDS.search(s.doc.view[s.sentence.start : s.siblings[s.index - 1].start]) is not None
