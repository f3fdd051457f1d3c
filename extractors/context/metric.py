"""What is compared or measured: the metric that the words around a quantity name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractors.lexicon import METRIC_NAMES, NOT_A_METRIC, OPEN_METRIC, OPEN_PARTS, metrics_beginning_with
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.text import folded, holds
from schemas.vocabulary import Metric, Polarity


@dataclass(frozen=True, slots=True)
class Cue:
    """A metric's name at ``[start, end)`` of the searched text."""

    metric: Metric
    start: int
    end: int
    word: str


_FIRST, _PREFIX = 3, 6  # letters, so that few are tried in vain and the same come again and again
_WORD = Pattern(r"(?<![\p{L}\d-])\p{L}+")
# "intelligence per watt (IPW)": a name and its acronym
_ACRONYM = Pattern(r"\s\((?P<name>\p{L}{0,2}\p{Lu}[\p{L}\d/-]{1,8}?)s?\)")
# "training-time rule compliance": when, not how long
_WHEN = Pattern(r"\p{L}+-time", IGNORECASE)
_MEASURED_THEN = Pattern(
    r"\s(?:[\p{Ll}-]+\s){0,2}(?:compliance|accurac(?:y|ies)|adherence|alignment|safety|scores?|rewards?|performance|"
    r"quality|"
    r"success|robustness|memory|compute|throughput|energy|costs?|FLOPs|tokens?|scaling|search|adaptation|data|"
    r"behaviou?r)\b"
)
_TIME_NEXT = Pattern(r"[-\s]times?\b(?!\s(?:steps?|series))")
# What stays what it is before "time".
_KEPT_BY_TIME = frozenset({Metric.LATENCY, Metric.TRAINING_TIME, Metric.COMMUNICATION, Metric.OVERHEAD, Metric.SPEED})
_PER_ONE = Pattern(r"(?:[-\s]per[-\s]\p{L}+)?")
# "energy per operation", "cost per 1,000 tokens": of one thing that the amount before is divided by
_DIVIDED_BY = Pattern(r"(?:\s\p{L}+)?(?:\sper\s(?:[\p{L}\d,-]+\s)?|-per-)", IGNORECASE)
_HEAD_END = Pattern(r"\s(?:per successful|of|in|on|for|during|when|across|under|with|by|at|from|to|over|than)\s")


@lru_cache(maxsize=256)  # the rules look at the same words around a quantity again and again
def metric_cues(text: str) -> tuple[Cue, ...]:
    """All metrics named in a text, in reading order; "memory-intensive" names none."""
    cues = tuple(
        Cue(_of_its_time(metric, text, match.end()), match.start(), match.end(), match[0].strip())
        for metric, match in named_metrics(text)
        if not (NOT_A_METRIC.match(text, match.end()) or _is_name(metric, match) or _tells_when(match, text))
    )
    if len(cues) < 2:
        return cues
    if any(cue.word in _TOLD_AS for cue in cues):
        cues = cues[:1] + tuple(cue for before, cue in pairwise(cues) if not _is_told_as(before, cue))
    if "per" not in text:
        return cues
    return cues[:1] + tuple(
        cue for before, cue in pairwise(cues) if _DIVIDED_BY.fullmatch(text, before.end, cue.start) is None
    )


# "FID scores", "a perplexity score": values of what is named before
_TOLD_AS = frozenset({"score", "scores", "Score", "Scores"})


def _is_told_as(before: Cue, cue: Cue) -> bool:
    return cue.word in _TOLD_AS and before.metric is Metric.ERROR and cue.start - before.end == 1


def named_metrics(text: str) -> Iterator[tuple[Metric, Match]]:
    """The names of metrics in reading order, not overlapping; at a word only those are tried that begin like it."""
    words = folded(text)
    is_open = holds(words, OPEN_PARTS) and OPEN_METRIC.search(words) is not None
    reached = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        if start < reached or not (is_open or metrics_beginning_with(text[start : start + _FIRST])):
            continue
        letters = text[start : min(end + 1, start + _PREFIX)]  # with what ends a short word: "a " begins few names
        for metric, pattern in METRIC_NAMES if is_open else metrics_beginning_with(letters):
            if match := pattern.match(text, start):
                reached = match.end()
                yield metric, match
                break


def _of_its_time(metric: Metric, text: str, end: int) -> Metric:
    """ "alignment time", "compression time": how long it takes, whatever the word before is alone."""
    timed = _TIME_NEXT.match(text, end) if text.startswith((" time", "-time"), end) else None
    return metric if timed is None or metric in _KEPT_BY_TIME else Metric.RUNTIME


def _is_name(metric: Metric, match: Match) -> bool:
    """Whether "Faster" or "Fast" begins a name: capitalised in the middle of a text."""
    return metric is Metric.SPEED and match.start() > 0 and match[0].lstrip()[:1].isupper()


@lru_cache(maxsize=2)
def _acronyms(view: str) -> dict[str, Metric]:
    """The acronyms that a text explains, with the metric of their long form."""
    found: dict[str, Metric] = {}
    for match in _ACRONYM.finditer(view):
        long = view[max(0, match.start() - 60) : match.start()]
        cues = metric_cues(long)
        if (
            cues
            and _PER_ONE.fullmatch(long, cues[-1].end)
            and long.split()[-1][0].lower() in match["name"][-2:].lower()
        ):
            found.setdefault(match["name"], cues[-1].metric)
    return found


def acronym_metric(view: str, text: str) -> Cue | None:
    """The metric of the last acronym in ``text`` that the whole text, ``view``, explains where it first stands.

    >>> acronym_metric("We report the mean response time (MRT).", "reduces the MRT by").metric.value
    'latency'
    """
    known = _acronyms(view) if "(" in view else {}
    places = [(text.rfind(name), name) for name in known if name in text]
    if not places:
        return None
    start, name = max(places)
    return Cue(known[name], start, start + len(name), name)


def _tells_when(match: Match, text: str) -> bool:
    if match[0] == "tops":
        return True  # "it tops 20x": the verb, no tera-operations
    return _WHEN.fullmatch(match[0]) is not None and _MEASURED_THEN.match(text, match.end()) is not None


def head_metric(phrase: str) -> Cue | None:
    """The metric of a noun phrase: its head stands before the first preposition, last in its compound.

    >>> head_metric("the end-to-end latency of memory-heavy kernels").metric.value
    'latency'
    """
    cues = metric_cues(phrase)
    if not cues:
        return None
    end = _HEAD_END.search(phrase)
    if end is not None:
        inside = [cue for cue in cues if cue.end <= end.start() + 1]
        return inside[-1] if inside else _compound_head(cues)
    return cues[-1]


def _compound_head(cues: tuple[Cue, ...]) -> Cue:
    """ "(in) attention computation latency": the last of the metrics that follow each other at once."""
    head = cues[0]
    for cue in cues[1:]:
        if cue.start - head.end > 1 or cue.metric in (Metric.OVERHEAD, Metric.COST):
            break
        head = cue
    return head


def heads_of_list(text: str) -> list[Cue]:
    """The metrics of a list, each by the head of its compound.

    >>> [cue.metric.value for cue in heads_of_list("memory access energy and latency")]
    ['energy', 'latency']
    """
    heads: list[Cue] = []
    for cue in metric_cues(text):
        if heads and cue.start - heads[-1].end <= 1:
            heads.pop()
        heads.append(cue)
    return heads


def last_metric(text: str) -> Cue | None:
    """The metric named last."""
    cues = metric_cues(text)
    return cues[-1] if cues else None


def first_metric(text: str) -> Cue | None:
    """The metric named first."""
    cues = metric_cues(text)
    return cues[0] if cues else None


def closing_metric(phrase: str) -> Cue | None:
    """The metric with whose name a phrase ends."""
    cue = last_metric(phrase)
    return cue if cue is not None and cue.end == len(phrase) else None


def last_ranked_metric(text: str) -> Cue | None:
    """The metric named last that has a better and a worse."""
    return next((cue for cue in reversed(metric_cues(text)) if cue.metric.polarity is not Polarity.NEITHER), None)
