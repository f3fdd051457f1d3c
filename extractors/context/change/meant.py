"""The metric that is meant by a word that may mean several, and where none is named: "better", "efficiency"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.subject import metric_of_the_subject
from extractors.context.change.window import window_after
from extractors.context.metric import Cue, first_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric

_LOST = Pattern(r"\s{0,2}(?:relative\s|average\s)?performance\s(?:drop|loss|degradation|decline|gap)", IGNORECASE)
EFFICIENCY_OF = Pattern(
    r"(?P<what>parameter|data|sample|token|label|training|compute|computational|memory|inference)[-\s]efficien",
    IGNORECASE,
)
_NO_COMMON_KIND = frozenset({"parameter", "data", "sample", "token", "label"})
_EFFICIENCIES = frozenset({Metric.ENERGY_EFFICIENCY, Metric.COST_EFFICIENCY, Metric.AREA_EFFICIENCY})
# What is counted in units of its own: "degrades under token compression by 6 points" is of a score.
_NEVER_IN_POINTS = frozenset(
    {
        Metric.COMPUTE,
        Metric.MEMORY,
        Metric.STORAGE,
        Metric.COST,
        Metric.ENERGY,
        Metric.POWER,
        Metric.LATENCY,
        Metric.RUNTIME,
        Metric.TRAINING_TIME,
        Metric.THROUGHPUT,
        Metric.BANDWIDTH,
        Metric.COMPRESSION,
        Metric.CONTEXT_LENGTH,
        Metric.MODEL_SIZE,
    }
)
# "a 12% gain on the DocQA bench": of what such a set scores
_ON_A_BENCHMARK = Pattern(
    r"\s(?:(?:relative|absolute|performance|average|overall)\s)?(?:gain|improvement|increase|boost|lift|drop)s?\s(?:on|in)\s"
    r"(?:the\s)?\p{Lu}[^\s,;:()]*(?:\s\p{Lu}[^\s,;:()]*)?(?:\s\([^()]{1,20}\))?\s(?:bench|leaderboard|challenge)"
)
# "absolute gains of 9%", "a 9% absolute improvement": points of what is itself in percent, as no speed is
_ABSOLUTE = Ending(
    r"\babsolute\s(?:[\p{Ll}-]+\s)?(?:gain|improvement|increase|lift|boost|uplift|drop|decline)s?\s"
    rf"(?:(?:of|by|between|from|up\sto|ranging|reaching)\s){{1,2}}{HEDGES}$",
    IGNORECASE,
)
_ABSOLUTE_NEXT = Pattern(r"[%$\\]{0,3}\s(?:\(?absolute\)?)\b")


def _is_absolute(s: Situation) -> bool:
    return _ABSOLUTE.search(s.near_left) is not None or _ABSOLUTE_NEXT.match(s.near_right) is not None


def default_metric(s: Situation) -> Metric:
    """What "better" means where no metric is named beside the value."""
    if (listed := metric_of_the_subject(s)) is not None:
        return listed
    if s.quantity.dimension is Dimension.PERCENT and (_ON_A_BENCHMARK.match(s.right) or _is_absolute(s)):
        return Metric.ACCURACY
    if s.quantity.dimension in (Dimension.POINTS, Dimension.NONE, Dimension.SIGNAL):
        return Metric.ACCURACY
    if s.quantity.dimension is Dimension.PERCENT and s.text_is_about_quality:
        return Metric.ACCURACY
    return Metric.ACCURACY if s.nothing_about_speed else Metric.SPEED


def usable(cue: Cue | None, s: Situation) -> Metric | None:
    """The metric of a cue; "performance" by itself means speed or quality as the text goes."""
    if cue is None or (s.quantity.dimension is Dimension.POINTS and cue.metric in _NEVER_IN_POINTS):
        return None
    if cue.metric is Metric.SPEED and cue.word.lower().startswith("perf"):
        if (
            s.quantity.dimension is Dimension.PERCENT
            and _LOST.match(s.list_right)
            and s.quantity.high <= (10 if s.text_is_about_quality else 5)
        ):
            return Metric.ACCURACY  # "0.1% performance drop" beside a speedup
        return Metric.ACCURACY if s.nothing_about_speed else default_metric(s)
    if cue.metric is Metric.SPEED and cue.word.lower() == "efficiency":
        return _efficiency(s)
    return cue.metric


def _efficiency(s: Situation) -> Metric:
    """ "5x faster and 90x more energy-efficient than X, and 80x in efficiency over Y": that named in the sentence."""
    if any(one.dimension is Dimension.EFFICIENCY for one in s.siblings):
        return Metric.ENERGY_EFFICIENCY
    kinds = {cue.metric for cue in metric_cues(s.doc.view[s.sentence.start : s.sentence.end])} & _EFFICIENCIES
    return kinds.pop() if len(kinds) == 1 else Metric.SPEED


def metric_after(s: Situation) -> Metric | None:
    """ "by 1.5 in BLEU", "by 4% (mAP)": the metric that stands right after the quantity."""
    return usable(first_metric(window_after(s)), s)


def change_of_efficiency(text: str, direction: Direction, rule: str) -> Change | None:
    """ "2.7x more memory-efficient" is so much less memory; how well data or parameters are used has no metric."""
    efficiency = EFFICIENCY_OF.search(text)
    what = efficiency["what"].lower() if efficiency else ""
    if what == "memory":
        return Change(Metric.MEMORY, DOWN if direction is UP else UP, Form.BY, rule)
    if what in _NO_COMMON_KIND:
        return Change(Metric.OTHER, direction, Form.BY, "efficiency of no common kind")
    return None
