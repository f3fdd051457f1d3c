"""A change that the members of a list share: "11% performance and 8% energy improvements"."""

from __future__ import annotations

from itertools import pairwise

from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.quantity_first.unnamed import IN_OR_OF
from extractors.context.change.window import clip
from extractors.context.metric import first_metric, last_metric, metric_cues
from extractors.context.pairing.respective import respective
from extractors.lexicon import CHANGE_CUE, DOWN, words_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import QUANTITY_AND_CHANGE
from extractors.situation import METRIC_OF, Situation
from schemas.vocabulary import Metric, Polarity

_SHARED_HEAD = Pattern(
    r"\s(?:more|higher|better)\s(?P<what>energy|power|cost|area)-\s(?:and|or)\s[^,;:()]{2,40}?-efficien",
    IGNORECASE,
)
_OF_SHARED = {
    "energy": Metric.ENERGY_EFFICIENCY,
    "power": Metric.ENERGY_EFFICIENCY,
    "cost": Metric.COST_EFFICIENCY,
    "area": Metric.AREA_EFFICIENCY,
}


def head_said_once(s: Situation) -> Metric | None:
    """ "3x more energy- and 2x more area-efficient": the head of the compound stands with the last."""
    shared = _SHARED_HEAD.match(s.right) if s.says(("- and", "- or")) else None
    return _OF_SHARED[shared["what"].lower()] if shared else None


_EACH = Pattern(
    r"\s(?P<np>[\p{L}][\p{L}\s,/-]{5,70}?)\s(?P<noun>reductions?|savings?|improvements?|gains?|speed-?ups?|increases?|decreases?|"
    r"boosts?|overheads?|drops?)\b"
)
_AND = Pattern(r"(?:\s?,\s(?:and\s)?|\sand\s|/)(?:[\p{L}-]{2,20}\s){0,2}")


def each_of_list(s: Situation) -> Change | None:
    """ "18% and 12% area and power savings": as many metrics as values, and one noun for all."""
    first, last = s.group
    named = _EACH.match(s.list_right) if last > first else None
    if named is None:
        return None
    cues = metric_cues(named["np"])
    gaps = (named["np"][one.end : other.start] for one, other in pairwise(cues))
    if len(cues) != last - first + 1 or not all(_AND.fullmatch(gap) for gap in gaps):
        return None
    cue, metric = CHANGE_CUE.match(named["noun"]), usable(cues[s.index - first], s)
    if cue is None or metric is None:
        return None
    direction = words_of(cue).direction
    return settle(metric, direction, named["noun"], QUANTITY_AND_CHANGE)


_JOINTS = Pattern(r",?\sand\s|,\s")
_IN = Pattern(r"\b(?:in|of|for)\s", IGNORECASE)


def own_of_pair(s: Situation, rest: str, named: str, default: Metric | None) -> Metric | None:
    """ "27x/35x energy/speed gains", "2x and 1.4x improvements in latency and throughput, respectively"."""
    first, last = s.group
    if last == first:
        return None
    cues = metric_cues(named)
    if len(cues) == last - first + 1 and "/" in named:
        return usable(cues[s.index - first], s)
    tail = IN_OR_OF.match(rest[len(named) :])
    shared = metric_cues(clip(_JOINTS.sub("/", tail["np"]) + ".")) if tail else ()
    if len(shared) == last - first + 1 and len({cue.metric for cue in shared}) == len(shared):
        return usable(shared[s.index - first], s)  # "1.8x and 2.7x gains in speed and memory"
    part = respective(s, _IN)
    own = usable(first_metric(part), s) if part else None
    timed = default is Metric.SPEED and own is not None and own.polarity is Polarity.LOWER
    return default if timed else own  # "2x and 4x speedups in build and query time"


def elliptic(s: Situation, window: str) -> Change | None:
    """ "11% speed and 8% energy efficiency improvements": the change stands with the next member.

    The first may name a metric of its own, or share that too: "8x spatial and 4x temporal compression".
    """
    after = _after_the_next(s)
    cue = CHANGE_CUE.search(after) if after is not None else None
    if after is None or cue is None or len(after[: cue.start()].split()) > 6 or METRIC_OF.search(s.list_left):
        return None
    told = _OF_ITS_OWN.match(s.list_right) is not None
    compared = told and _COMPARATIVE.fullmatch(cue[0]) is not None
    if compared and s.quantity.dimension is Dimension.PERCENT:
        return None  # "reaches a 95% hit rate and 20% lower latency"
    _, direction, default = words_of(cue)
    metric = usable(first_metric(window), s)
    if metric is None and _IS_A_SCORE.match(s.list_right):
        metric = _score_of_next(s, after[: cue.start()])
    if metric is None:
        shared = default or (default_metric(s) if len(after[: cue.end()].split()) == 1 else None)
        if len(s.list_right.split()) > 4 or shared is None:
            return None
        metric = shared
    if direction is DOWN and metric.polarity is Polarity.HIGHER and (compared or _LESSENS.match(cue[0])):
        return None  # "6x cost-effectiveness and a 40x footprint reduction": the first is no reduction
    if told and metric is Metric.ACCURACY and (default is Metric.SPEED or s.quantity.low >= _HIGH_FOR_A_CHANGE):
        return None  # "reaches 92% accuracy and 30% speedup"
    if default is Metric.SPEED and metric.polarity is Polarity.LOWER:
        metric = default  # "a 40% training time and 55% compute speedup"
    return settle(metric, direction, cue[0], "shared change")


_HIGH_FOR_A_CHANGE = 50.0  # percent or times
_NOUN = Pattern(r"(?:reduction|saving|improvement|gain|increase|decrease|overhead|drop|uplift)s?")


def noun_of_next(s: Situation) -> Change | None:
    """ "with only 0.1% runtime and 0.02% energy overhead": the noun behind the last says what each percent is."""
    if s.quantity.dimension is not Dimension.PERCENT or _OF_ITS_OWN.match(s.list_right) is None:
        return None
    after = _after_the_next(s) if s.near_right.endswith((" and ", ", ", " and ~")) else None
    cue = CHANGE_CUE.search(after) if after is not None else None
    if after is None or cue is None or not _NOUN.fullmatch(cue[0]) or len(after[: cue.start()].split()) > 2:
        return None
    window = clip(s.list_right)
    return elliptic(s, window) if CHANGE_CUE.search(window) is None else None


def _score_of_next(s: Situation, named: str) -> Metric | None:
    """ "3% PDS and 2% mAP gains": a short name that is no metric is a score where the one beside it is."""
    cue = last_metric(named)
    return Metric.ACCURACY if cue is not None and usable(cue, s) is Metric.ACCURACY else None


_OF_ITS_OWN = Pattern(r"\s(?!(?:and|or)\s)\p{L}")  # what the first is of stands beside it
_COMPARATIVE = Pattern(r"(?:\p{L}+er|less|more|better|worse)(?:\s[\p{L}-]+)?", IGNORECASE)
_IS_A_SCORE = Pattern(r"\s(?:[\p{Ll}-]+\s)?\p{L}{0,2}\p{Lu}[\p{L}\d@-]{1,10}(?:,|\sand|,\sand)\s")
_LESSENS = Pattern(r"reduc|sav|decreas|cut")
_ELLIPSIS = Pattern(
    r"\s?\p{L}[\p{L}\d@\s-]{1,40}(?:,|\sand|,\sand)\s~?|"
    r",?\s(?:and|or)\s(?:(?:an?|up to|over|about|average|on average|mean|median|overall|maximum|of)\s|~){1,3}"
)


def _after_the_next(s: Situation) -> str | None:
    """What stands behind the last member of an elliptic list of two or three; null where there is none."""
    last = s.group[1]
    if last + 1 >= len(s.siblings):
        return None
    follower = s.siblings[last + 1]
    if follower.dimension is not s.quantity.dimension or _ELLIPSIS.fullmatch(s.list_right) is None:
        return None
    if last + 2 < len(s.siblings) and s.siblings[last + 2].dimension is s.quantity.dimension:
        between = s.doc.view[follower.end : s.siblings[last + 2].start]
        if _ELLIPSIS.fullmatch(between) and CHANGE_CUE.search(between) is None:
            follower = s.siblings[last + 2]  # "8% A, 5% B and 3% C savings"
    return clip(s.doc.view[follower.end : s.sentence.end])
