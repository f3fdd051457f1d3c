"""A multiple of the baseline: "5x that of X", "twice as fast", "twice as many parameters"."""

from __future__ import annotations

from extractors.context.change.counted import counted, size_of_what
from extractors.context.change.made import Change
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.quantity_first.comparative import SERVES
from extractors.context.change.quantity_first.size import of_its_kind
from extractors.context.change.used import taken_up
from extractors.context.change.window import clip
from extractors.context.metric import Cue, closing_metric, first_metric, last_metric, metric_cues
from extractors.context.unit_metric import COUNTED, METRIC_OF
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.rulenames import MULTIPLE_OF_BASELINE, MULTIPLE_OF_COUNT
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

MULTIPLE = Pattern(
    r"^\s{0,2}(?:as\s(?:[\p{L}]+(?:-|ly\s))?(?P<word>many|much|fast|large|long|few|small|high|low|big|quick|slow|"
    r"expensive|costly|cheap|efficient|accurate|good|likely|effective)\b|(?P<the>the|that of|"
    r"those of|what)\s(?P<what>[^,;:()]{2,50}))",
    IGNORECASE,
)
_LESS = ("cheap", "small", "few", "low", "slow")


def multiple_of(s: Situation, match: Match) -> Change:
    """What a match of ``MULTIPLE`` is a multiple of, or a part of: "twice as fast", "40% the cost"."""
    part = s.quantity.dimension is Dimension.PERCENT
    direction = DOWN if part or s.quantity.idiom.startswith(("hal", "1/")) else UP
    word = (match["word"] or "").lower()
    direction = DOWN if word in _LESS else direction
    metric, rule = _of_word(s, word) or _of_what(s, match, word)
    return Change(metric, direction, Form.TO if part else Form.BY, rule)


_OF_WORD = {
    "fast": Metric.SPEED,
    "quick": Metric.SPEED,
    "slow": Metric.SPEED,
    "expensive": Metric.COST,
    "costly": Metric.COST,
    "cheap": Metric.COST,
    "accurate": Metric.ACCURACY,
    "good": Metric.ACCURACY,
    "likely": Metric.OTHER,
}


def _of_word(s: Situation, word: str) -> tuple[Metric, str] | None:
    """ "twice as fast", "twice as large": the word by itself; and the rule's name."""
    if word == "high":
        return usable(last_metric(s.list_left[-80:]), s) or Metric.SPEED, MULTIPLE_OF_BASELINE
    if word == "long" and _TAKES.search(s.list_left):
        return Metric.RUNTIME, MULTIPLE_OF_BASELINE
    if word in _OF_WORD:
        return _OF_WORD[word], MULTIPLE_OF_BASELINE
    return None


_TAKES = Ending(rf"\b(?:tak(?:es?|ing)|took|runs?|ran|running|lasts?|lasted|trains?|trained)\s{HEDGES}$")
_SIZE = Pattern(r"size\b(?!\sof)")
_MODELS = Pattern(
    r"\b(?:models?|networks?|transformers?|LLMs?|baselines?)\s(?:(?:over|more than|nearly|about|at|of|"
    r"that is|that are)\s){0,2}$",
    IGNORECASE,
)
_GAIN_OF = Pattern(r"(?:gain|improvement|uplift|margin|lift)s?\s(?:of|over|achieved|obtained|seen|from)\b")
_SIZE_OF = Pattern(r"(?:size|number|amount|length)\sof\s(?P<of>.*)")
# "matches it at 4x the resource allocation"
_RESOURCES = Pattern(
    r"(?:[\p{L}-]+\s)?(?:resources?|resource\sallocations?|budgets?|token\s(?:spend|spending|allocation)|"
    r"(?:sampling|test-time|inference)\seffort)"
)
_RATED = Pattern(r"(?:\s[\p{L}-]+){1,3}\sper\s")
_SERVED = Pattern(r"\s(?:[\p{Ll}-]+\s){0,2}?(?:users|clients|sessions|connections|tenants|customers|jobs)\b")
_OF_OR_PER = Pattern(r"\s(?:of|per)\s")
_THE_RATE = Pattern(r"rate\b(?!\sof\s(?!the\b|its\b|\p{Lu}))")


# "throughput at 64K tokens is 1.6 times that of X": how much it was run on stands between
_RUN_ON = Pattern(
    r"(?:^|[,;:]\s|\b(?:and|while)\s)(?P<what>[^,;:()\d]{3,60}?)\s(?:at|on|for|with|in|under|over)\s[^,;:()]{1,40}\s"
    rf"(?:is|are|was|were|reaches|reached)\s{HEDGES}$"
)


def _subject_before(s: Situation) -> Cue | None:
    """The metric that is the subject, where another number stands between it and its verb."""
    subject = _RUN_ON.search(s.before_list[-120:]) if s.previous is not None else None
    return closing_metric(subject["what"]) if subject else None


def _of_what(s: Situation, match: Match, word: str) -> tuple[Metric, str]:
    """ "twice as many parameters", "5x the throughput of X": what is named behind; and the rule's name."""
    what, after = match["what"] or "", s.list_right[match.end() :]
    if _SIZE.match(what) and _MODELS.search(s.list_left):
        return Metric.MODEL_SIZE, "multiple of a size"
    if match["the"] == "what":  # "half what a dense model needs": who needs it, no thing that there is more of
        metric = usable(last_metric(s.list_left[-80:]), s)
        return (metric or Metric.OTHER), MULTIPLE_OF_BASELINE if metric else MULTIPLE_OF_COUNT
    if _GAIN_OF.match(what):
        scored = s.previous is not None and s.previous.dimension is Dimension.POINTS
        return Metric.ACCURACY if scored else default_metric(s), MULTIPLE_OF_BASELINE
    if (sized := _SIZE_OF.match(what)) is not None:
        known = size_of_what(s, sized["of"])
        return (of_its_kind(s) or known) if known is Metric.OTHER else known, "multiple of a size"
    if _THE_RATE.match(what):
        return Metric.THROUGHPUT, MULTIPLE_OF_BASELINE
    # "twice the cost of one model", "3x the energy per token"
    of_a_metric = (divided := _OF_OR_PER.search(what)) is not None and bool(metric_cues(what[: divided.start()]))
    if word == "many" and not _RATED.match(after) and (SERVES.search(s.list_left) or _SERVED.match(after)):
        return Metric.CAPACITY, MULTIPLE_OF_BASELINE  # "sustains 2x as many flows"
    if not of_a_metric and (size := counted(what or after)) is not None:
        return size, "multiple of a size"
    if _RESOURCES.fullmatch(what.split(" of ")[0].rstrip(".")):
        return Metric.COMPUTE, MULTIPLE_OF_BASELINE
    behind = first_metric(clip(s.list_right[: match.end() + 40]))
    metric = taken_up(s, usable(behind or _subject_before(s) or last_metric(s.list_left[-80:]), s))
    if (
        metric is None and (match["the"] or "").endswith(" of") and s.near_left.endswith(", ")
    ):  # "9k commits/s on 64 nodes, 5x that of X"
        units = (one.dimension for one in reversed(s.siblings[: s.index]) if one.dimension not in COUNTED)
        metric = next((METRIC_OF[dimension] for dimension in units if dimension in METRIC_OF), None)
    if metric is None:
        return Metric.COUNT if word else Metric.OTHER, MULTIPLE_OF_COUNT
    return metric, MULTIPLE_OF_BASELINE
