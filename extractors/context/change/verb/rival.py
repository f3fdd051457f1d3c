"""A verb whose object is a baseline and no metric: "outperforms X by 3%"."""

from __future__ import annotations

from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.window import window_after
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import Cue, closing_metric, first_metric, last_metric
from extractors.lexicon import DOWN, UNDERPERFORM, UP, Words
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.rulenames import NOTHING_NAMED
from extractors.situation import Situation
from schemas.vocabulary import Metric

_METRIC_OF = Pattern(
    r"\s(?:(?:the|an?|its)\s)?(?P<what>(?:[\p{L}-]+\s){0,3}?[\p{L}-]+)\s(?:of|achieved by|reported for)\s"
)
# "outperforms X by 4% while being 2x faster": not by its speed
_WHILE_FAST = Pattern(
    r"\bwhile\s[^;]{0,60}?\b(?:faster|speed-?ups?|lower latency|throughput|accelerat\p{L}+|fewer|less|reduc\p{L}+)\b"
)
# "by 14% on A and 11% on B in terms of path length": what all of them are of, known or not
_IN_TERMS = Pattern(
    r"(?P<near>[^;:.()]{0,60}?)\sin\sterms\sof\s(?:the\s|its\s)?(?P<what>[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,2})"
    r"(?=[,.;)]|$|\s(?:on|over|for|in|across|and|compared|while|when|with|at|under)\b)"
)


def _subject_metric(before: str) -> Cue | None:
    """ "its hit rate beats LRU by 21%": the metric that is the subject."""
    cue = closing_metric(CLAUSE_BREAK.split(before)[-1].rstrip())
    return cue if cue is not None and cue.metric not in (Metric.SPEED, Metric.ERROR) else None


def against_rival(s: Situation, head: str, verb: Match, words: Words) -> Change:
    """ "outperforms X by 3%", "falls short of X by 2 points": the object is a baseline, not a metric."""
    between = head[verb.end() :]
    named = first_metric(window_after(s))
    if words == UNDERPERFORM:
        return settle(usable(named, s) or default_metric(s), DOWN, "worse", "underperforms by")
    if named is None and " in " in between:
        named = last_metric(between)
    if named is None and (beaten := _METRIC_OF.match(between)) is not None:
        named = closing_metric(beaten["what"])  # "surpasses the accuracy of X by 1.4x"
    if named is None and s.quantity.dimension is not Dimension.POINTS:
        named = _subject_metric(head[: verb.start()])
    if named is None and (terms := _IN_TERMS.match(s.right)) is not None:
        named = last_metric(terms["what"])
        if named is None and not terms["near"].strip():
            return settle(Metric.OTHER, UP, "better", "outperforms by")
    if (metric := usable(named, s)) is not None:
        return settle(metric, UP, "better", "outperforms by")
    percent = s.quantity.dimension is Dimension.PERCENT
    metric = Metric.ACCURACY if percent and _WHILE_FAST.search(s.right) else default_metric(s)
    return settle(metric, UP, "better", NOTHING_NAMED)
