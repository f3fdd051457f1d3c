"""An overhead, which is an increase: "the latency overhead remains below 10%"."""

from __future__ import annotations

from extractors.context.change.made import Change, settle
from extractors.context.change.share.whole import TAKES
from extractors.context.metric import metric_cues
from extractors.context.partof import part_of
from extractors.lexicon import UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_AND_REACHES = Pattern(
    r"\b(?:and|yet|but)\s(?:[\p{L}-]+\s){0,3}?(?:achiev|obtain|reach|scor|attain|solv|perform)\p{L}*\b"
)
_OF_ITS_OWN = Pattern(r"[%$\\]{0,3}\sin\s(?P<what>[^,;:()]{3,50})")


def overhead(s: Situation) -> Change | None:
    """ "the latency overhead remains below 10%": an overhead is an increase."""
    if s.quantity.dimension is not Dimension.PERCENT:
        return None
    cues = metric_cues(s.list_left[-90:]) if s.says(("overhead", "slowdown")) else ()
    if not cues or not cues[-1].word.lower().endswith(("overhead", "overheads", "slowdown", "slowdowns")):
        return None
    if s.index and (own := _OF_ITS_OWN.match(s.near_right)) is not None and metric_cues(own["what"]):
        return None  # "cuts of 30% in overhead and 20% in response time"
    if TAKES.search(s.near_left) and part_of(s):
        return None  # "the overhead takes 31% of the run time"
    tail = s.list_left[-90:][cues[-1].end :]
    if "," in tail or len(tail.split()) > 7 or _AND_REACHES.search(tail):
        return None
    others = [cue for cue in cues[:-1] if cues[-1].start - cue.end <= 1 and cue.metric is not Metric.SPEED]
    return settle(others[-1].metric if others else Metric.OVERHEAD, UP, "overhead", "overhead")
