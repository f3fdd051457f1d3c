"""Times: "answers within 40 ms", "trained in 3 days", "2,000 GPU-hours"."""

from __future__ import annotations

from extractors.claims.draft import Draft, Outcome, measured
from extractors.claims.measurement.named_metric import metric_beside
from extractors.claims.measurement.period import adjective, lasting, past, window
from extractors.claims.measurement.recording import data_set_of, hours_of_data, recorded
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_TIME_METRICS = (Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.OVERHEAD)
_TIME_ADJECTIVES = ("-second", "-minute", "-hour", "-day", "-week", "-month", "-year")
_LIFETIME = Ending(r"\blife(?:time|span)?s?\sof\s" + HEDGES + r"$")
# "a timing resolution of 2 us", "pulse widths from 20 to 50 ns": of what is seen or set, not how long it takes
_GRAIN = Ending(
    r"\b(?:resolutions?|precision|offsets?|jitter|skew|widths?|slack|spacing|granularity|time[\s-]?steps?|intervals?)"
    r"(?:\s\([^()]{1,12}\))?\s?(?:\b(?:of|from|to|between|below|under|as\slarge\sas|in\sthe\srange\sof)\s|[<(]\s?)"
    + HEDGES
    + r"$"
)
_GRAIN_NEXT = Pattern(r"[\s-](?:[\p{Ll}-]+\s)?(?:resolution|jitter|skew|offset|slack|granularity|pulses|intervals)\b")
_OVER = Ending(rf"\b(?:over|after|in|during|for|across)\s{HEDGES}$", IGNORECASE)
_SERVICE = Pattern(r"\s(?:of|in)\s(?:[\p{L}-]+\s){0,2}?(?:deployment|production|service|uptime|use)\b(?!\sof)")
_OF_TIME = Pattern(r"[\p{L}\s-]*(?:error|deviation|drift|mae|rmse|mse|ade|fde)", IGNORECASE)
_TRAINED_IN = Pattern(
    r"\b(?:train(?:s|ed|ing)?|fine-?tun(?:es?|ed|ing)|learn(?:s|ed|t)?|converg(?:es?|ed|"
    r"ing))\s(?:[\p{L}-]+\s){0,3}?(?:in|within|takes?|took|requires?|needs?|for|under)\s(?:a few\s|an estimated\s)?"
    + HEDGES
    + r"$",
    IGNORECASE,
)
_TRAINING = Folded(r"\b(?:train|pre-?train|fine-?tun|distill|converg|epoch)\w*")


def duration(s: Situation) -> Outcome:
    """How long something takes or lasts, unless a recording or a span of time is spoken of."""
    return (
        recorded(s)
        or _in_service(s)
        or window(s)
        or _lifetime(s)
        or _grain(s)
        or _error(s)
        or past(s)
        or _of_an_adjective(s)
        or data_set_of(s)
        or _taken(s)
    )


def _taken(s: Situation) -> Outcome:
    """How long it takes, or how long an answer does, by the metric that is named, else by the unit."""
    named = metric_beside(s, _TIME_METRICS)
    metric = named or _metric_of_unit(s)
    span = lasting(s) if named is None and metric is Metric.RUNTIME else None
    return span or measured(s, metric, "a value of time")


def _in_service(s: Situation) -> Draft | None:
    """ "over 35 months of steady deployment"."""
    served = not s.quantity.in_words and _SERVICE.match(s.list_right) and _OVER.search(s.list_left)
    return measured(s, Metric.RUNTIME, "time in service") if served else None


def _lifetime(s: Situation) -> Draft | None:
    """ "a battery life of 9 hours"."""
    return measured(s, Metric.OTHER, "how long it lasts") if _LIFETIME.search(s.near_left) else None


def _grain(s: Situation) -> Draft | None:
    """ "a timing resolution of 2 us", "3 ms of skew"."""
    grain = _GRAIN.search(s.list_left) or _GRAIN_NEXT.match(s.list_right)
    return measured(s, Metric.OTHER, "a span of time") if grain else None


def _of_an_adjective(s: Situation) -> Outcome:
    """ "300-hour", "12-month"."""
    written = s.doc.view[s.quantity.start : s.quantity.end].lower()
    if written.endswith(" hour") and s.quantity.high > 1:
        return hours_of_data(s)  # "a 55k hour archive of data"
    return hours_of_data(s) or adjective(s) if written.endswith(_TIME_ADJECTIVES) else None


def _error(s: Situation) -> Draft | None:
    """ "a mean error of 40 ms"."""
    named = last_metric(s.list_left[-30:])
    if named is None or named.metric is not Metric.ERROR or not _OF_TIME.match(named.word):
        return None
    return measured(s, Metric.ERROR, "an error in units of time")


def _metric_of_unit(s: Situation) -> Metric:
    """What a time is where no metric is named: of a training, of a run, or how long an answer takes."""
    unit = s.quantity.unit.partition("/")[0]  # "min/dataset"
    if _TRAINED_IN.search(s.near_left):
        return Metric.TRAINING_TIME
    if unit == "person-hours":
        return Metric.COST
    if unit in ("min", "h", "day", "week", "month", "year") or "-" in unit:
        if _TRAINING.search(s.left[-160:] + s.doc.view[s.quantity.start : s.quantity.end] + s.right[:50]):
            return Metric.TRAINING_TIME
        return Metric.COMPUTE if "-" in unit else Metric.RUNTIME  # "GPU-hours"
    return Metric.RUNTIME if unit.startswith("s") else Metric.LATENCY
