"""Percentages of a metric that is named: "87% accuracy", "a hit rate of 60%", "9% of the decoding time"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.named_metric import behind_list, clause
from extractors.context.metric import (
    Cue,
    acronym_metric,
    closing_metric,
    first_metric,
    head_metric,
    last_metric,
    metric_cues,
)
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric, Polarity

_OF_PERCENT = frozenset(
    {
        Metric.UTILIZATION,
        Metric.ACCURACY,
        Metric.ERROR,
        Metric.SCALING_EFFICIENCY,
        Metric.ENERGY_EFFICIENCY,
        Metric.OVERHEAD,
        Metric.COMPRESSION,
        Metric.BANDWIDTH,
        Metric.CAPACITY,
    }
)
# "80% bandwidth efficiency": how well a machine is used
_OF_A_MACHINE = Pattern(
    r"\b(?:hardware|machine|system|resource|comput\p{L}+|bandwidth|memory|cache|network|link|pipeline|kernel|cluster|GPU|CPU|"
    r"cores?|training|execution|roofline|vector|SIMD|tensor|overlap|packing|scheduling|load[\s-]balanc\p{L}+)[\s-]$",
    IGNORECASE,
)
_TIMES = (Metric.LATENCY, Metric.RUNTIME, Metric.ENERGY, Metric.MEMORY)
_ADJOINS = Pattern(
    r"\s(?:(?:rates?|ratios?)\s)?"
    r"(?:(?:of|is|was|at|to|by|reaches|reaching|exceeding|up to|as (?:high|low|much|little) as|over|only|about|"
    r"nearly|below|under|above)\s){0,3}[~$(]?\s?"
)
_AT_END = Ending(r"\bat\s(?:an?\s)?" + HEDGES + r"$")
_AT_WHAT = Pattern(r"[%$\\]{0,3}\s(?:at|under|with|for|given|despite)\s(?:an?|the|its|our)\s")
_REACHES = Pattern(
    r"(?:,|\b(?:and|yet|but|while)\b)[^;]*\b(?:achiev|obtain|reach|scor|attain|gets|getting|solv|perform|yield|"
    r"hit)\p{L}*\b"
)
_MOVES_ANOTHER = Pattern(
    r"\b(?:and|while|but)\s(?:also\s)?(?:lift|rais|improv|boost|increas|reduc|cut|lower|push|bring)(?:e?s|ing|ed|ting)?\s"
    r"(?!(?:from|to|by|it|them|this)\b)\p{L}"
)
_MODIFIERS = Pattern(r"\s(?:(?!(?:on|in|for|of|with|at|by|when|under|across|and)\b)[\p{L}-]+\s){0,2}")
_DRAFTS = Pattern(r"\b(?:draft|specul)", IGNORECASE)
_CACHES = Pattern(r"cach|buffer|memor|prefetch", IGNORECASE)
# "wastes 40% of the memory and causes errors"
_AND_DOES = Pattern(
    r"\sand\s(?=(?:caus|lead|mak|trigger|forc|hurt|rais|increas|reduc|slow|degrad|limit|prevent)\p{L}*\s|(?:achiev|deliver|reach|offer|provid|yield)ing\s)"
)
_COUNTED = ("steps", "tokens", "calls", "queries", "rounds", "iterations", "epochs", "rollouts")
_SCOPE = Pattern(
    r"\s(?:spent|wasted|attribut(?:ed|able)|is|are|was|were|can|achieved|obtained|required|reached|behind|inside|by|in|on|across|for|with|without|"
    r"under|at|over|while|using|during)\s"
)


def named_beside(s: Situation, what: str) -> Draft | None:
    """ "87% accuracy", "a hit rate of 60%": what stands behind is nearer than what stands before."""
    first = s.index == s.group[0] < s.group[1]  # "a false alarm rate of 0.2%, and 76% recall"
    behind = None if (first or _AT_WHAT.match(s.list_right)) and _adjoins(s) else _named_behind(s, what)
    metric = behind or _named_before(s, what)
    return measured(s, metric, "percentage of a metric") if metric else None


def _adjoins(s: Situation) -> bool:
    """ "lifts TPR to 70% at an equal false alarm rate": the metric right before it."""
    left = s.list_left[-60:]
    cue = last_metric(left)
    scored = cue is not None and cue.metric in (Metric.ACCURACY, Metric.ERROR)
    return scored and cue is not None and _ADJOINS.fullmatch(left, cue.end) is not None


def _named_behind(s: Situation, what: str) -> Metric | None:
    behind = clause(s.list_right)
    cue = head_metric(behind) or _behind_the_pair(s) or behind_list(s)
    if cue is not None and cue.start == 1 and cue.end == len(behind) and cue.metric in _TIMES and "(" in s.near_left:
        return cue.metric  # "high frame rates (at 20% latency)"
    if cue is None or (what and cue.metric not in (Metric.UTILIZATION, Metric.ACCURACY)):
        return None
    return Metric.UTILIZATION if _is_use(cue, behind) else _in_percent(s, cue)


def _behind_the_pair(s: Situation) -> Cue | None:
    """ "drops from 9% to 4% word error rate"."""
    if s.quantity.pair != "before" or s.index + 1 == len(s.siblings):
        return None
    behind = clause(s.doc.view[s.siblings[s.index + 1].end : s.sentence.end])
    cue = first_metric(behind)
    return cue if cue is not None and _MODIFIERS.fullmatch(behind, 0, cue.start) else None


def _named_before(s: Situation, what: str) -> Metric | None:
    left = s.list_left[-110:]
    cue = next((cue for cue in reversed(metric_cues(left)[-2:]) if _has_percents(cue, left)), None)
    cue = cue or _explained(s, left)
    alone = what or (cue is not None and cue.metric in (Metric.ENERGY_EFFICIENCY, Metric.SPEED))
    if cue is None or (alone and not _ADJOINS.fullmatch(left, cue.end)):
        return None
    if cue.metric is Metric.ERROR and _is_condition(s, left, cue):
        return Metric.ACCURACY
    if cue.metric is Metric.OVERHEAD and _REACHES.search(left, cue.end):
        return None  # "little overhead, yet it reaches 80%"
    if _MOVES_ANOTHER.search(left, cue.end):
        return None  # "halves collisions and lifts delivery from 71% to 88%"
    return Metric.UTILIZATION if _is_use(cue, left) else cue.metric if _is_overhead(cue) else _in_percent(s, cue)


def _is_condition(s: Situation, left: str, cue: Cue) -> bool:
    """ "the detect rate at 1% false detect rate improved from 88%": the error stands with the value before."""
    first = s.group[0]
    if not first or len(s.list_left) > len(left) or left[: cue.start].strip():
        return False
    return _AT_END.search(s.doc.view, s.sentence.start, s.siblings[first - 1].start) is not None


def _has_percents(cue: Cue, text: str) -> bool:
    return cue.metric in _OF_PERCENT or _is_overhead(cue) or _is_use(cue, text)


def _is_overhead(cue: Cue) -> bool:
    """ "a memory overhead from 9% to 4%"."""
    return cue.metric.polarity is Polarity.LOWER and cue.word.lower().endswith("overhead")


def _is_use(cue: Cue, text: str) -> bool:
    """ "80% bandwidth efficiency", "a training efficiency of 70%"."""
    return (
        cue.metric is Metric.SPEED
        and cue.word.lower() == "efficiency"
        and _OF_A_MACHINE.search(text, 0, cue.start) is not None
    )


def _explained(s: Situation, left: str) -> Cue | None:
    """ "keeps RFE below 2%": an acronym that the text explains, right before the value."""
    cue = acronym_metric(s.doc.view, left)
    return cue if cue is not None and cue.metric in _OF_PERCENT and _ADJOINS.fullmatch(left, cue.end) else None


def _in_percent(s: Situation, cue: Cue) -> Metric | None:
    """The metric that a percentage is of where this one is named."""
    if cue.metric is Metric.CAPACITY and not _DRAFTS.search(s.doc.view):
        return None  # acceptance by people
    if cue.metric is Metric.UTILIZATION and cue.word.lower().startswith("hit") and not _CACHES.search(s.doc.view):
        return Metric.ACCURACY  # of a search
    if cue.metric is Metric.BANDWIDTH:
        return Metric.UTILIZATION
    return cue.metric if cue.metric in _OF_PERCENT else None


def share_of_metric(s: Situation, what: str) -> Draft | None:
    """ "53% of X's throughput", "25% of prefill time": the metric at the end of what it is a share of."""
    whole = _AND_DOES.split(_SCOPE.split(what)[0])[0].rstrip(" '\"")
    cue = closing_metric(whole) or closing_metric(whole.partition(" of ")[0])
    if cue is None or cue.metric.polarity is Polarity.NEITHER:
        return None
    if cue.metric is Metric.COMPUTE and cue.word.lower().endswith(_COUNTED):
        return measured(s, Metric.OTHER, "share")  # "18% of the steps are wrong"
    return measured(s, cue.metric, "share of a metric")


def named_earlier(s: Situation) -> Draft | None:
    """The metric named last in the sentence, if a later clause may be of it too."""
    named = last_metric(s.left[-220:])
    if named is not None and _MOVES_ANOTHER.search(s.left[-220:], named.end):
        return None
    if named is not None and named.metric in (Metric.UTILIZATION, Metric.ERROR, Metric.SCALING_EFFICIENCY):
        return measured(s, named.metric, "percentage of a metric")
    return None
