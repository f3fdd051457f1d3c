"""Phrases that say nothing of where a value holds: "the baseline model", "0.50 of 0.95", "weights kept"."""

from __future__ import annotations

from extractors.context.metric import closing_metric, metric_cues
from extractors.patterns import IGNORECASE, Pattern
from schemas.vocabulary import Metric

_A_BASELINE = Pattern(  # "against 44% for the baseline model"
    r"(?:(?:the|an?|our|all|its)\s)?(?:[\p{L}\d-]+\s){0,2}baselines?(?:\s(?:models?|methods?|systems?|approach))?",
    IGNORECASE,
)
_EQUATION = Pattern(r"(?:the\s)?[^\s=]{1,12}\s?=.*")  # "k=4"; "Tarnet at k=4" says more
_HELD = Pattern(r"\p{Ll}+s\s(?:kept|held|left|stored|placed)")  # "with weights kept on chip"
_WHERE = Pattern(r"\s(?:on|in|at|near)\s")
_ARTICLE = Pattern(r"(?:an?|the|its|their|our|these|those)", IGNORECASE)  # "the Can Transport task": no verb
_A_METRIC = Pattern(r"(?:the\s)?\S+(?:\s\S+)?\smetrics?")  # "on the Pass@5 metric"
_PREPOSITION = Pattern(r"\s(?:of|for|on|in)\s")
# "speedups for convolution operations": what is done, not how much is computed
_DONE = Pattern(
    r"(?:(?:the|an?|all|both)\s)?(?!(?:number|total|count|redundant|fewer|less|more|floating-point|average|overall)\b)"
    r"(?:[\p{L}\d-]+\s){1,4}?(?:operations?|multiplications?|computations?)"
)
# "61% accuracy at high latency": a second quality, and no more exact
_VAGUE = Pattern(
    r"(?:(?:an?|the)\s)?(?:(?:much|far|very|relatively|significantly|considerably|slightly|reasonably)\s)?(?:high|low|lower|higher|"
    r"modest|moderate|similar|small|large|considerable|substantial|significant|negligible|minimal|minor|little|acceptable|reduced|"
    r"reasonable|marginal|great|prohibitive|increased|additional|no|virtually\sno|almost\sno)\s"
)
_PRICES = frozenset(
    {
        Metric.ACCURACY, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.COST, Metric.MEMORY,
        Metric.ENERGY, Metric.POWER, Metric.OVERHEAD, Metric.COMPUTE, Metric.SPEED, Metric.THROUGHPUT, Metric.AREA,
        Metric.STORAGE, Metric.COMMUNICATION,
    }
)  # fmt: skip
_AT = ("at ", "At ")
# "For completeness, we report": why, not where
_WHY = Pattern(r"[\p{Ll}-]+(?:ness|bility|plicity|larity|revity|ficiency)")
# Metrics that a condition may name: "at batch size 32", "for 128K context".
_SIZES = frozenset({Metric.CONTEXT_LENGTH, Metric.CAPACITY, Metric.MODEL_SIZE})


def says_nothing(view: str, start: int, text: str) -> bool:
    """Whether the phrase ``text``, which stands at ``start``, says nothing whatever it is introduced by."""
    return (
        len(text) < 2
        or not any(map(str.isalpha, text))  # "for 151/426 of the issues"
        or _ARTICLE.fullmatch(text) is not None
        or _EQUATION.fullmatch(text) is not None
        or _is_left_open(view, start + len(text), text)
        or _names_a_baseline(text)
        or (text.endswith(("metric", "metrics")) and _A_METRIC.fullmatch(text) is not None)
        or (
            view.startswith(",", start + len(text))
            and view.endswith("For ", 0, start)
            and _WHY.fullmatch(text) is not None
        )
        or (view.endswith(_AT, 0, start) and _is_a_vague_price(text))
    )


def _is_a_vague_price(text: str) -> bool:
    """ "(at) high latency"."""
    cue = closing_metric(text) if _VAGUE.match(text) else None
    return cue is not None and cue.metric in _PRICES


def _is_left_open(view: str, end: int, text: str) -> bool:
    """ "with weights kept on chip": what is cut before "on" says nothing."""
    return _HELD.fullmatch(text) is not None and _WHERE.match(view, end) is not None


def _names_a_baseline(text: str) -> bool:
    return "aseline" in text and _A_BASELINE.fullmatch(text) is not None


def is_metric(text: str) -> bool:
    """Whether the phrase's head names a metric: "end-to-end batch latency"; "speed" of a model's name does not."""
    cues = metric_cues(text)
    if not cues or _DONE.fullmatch(text):
        return False
    head = _PREPOSITION.split(text)[0]
    return any(
        len(head) - 2 <= cue.end <= len(head) + 1 or (cue.start <= 4 and cue.metric is not Metric.COMPUTE)
        for cue in cues
        if cue.metric not in _SIZES
    )
