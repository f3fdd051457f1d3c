"""A change of what is named beside it: "30% higher throughput", "29% latency gains"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change, settle
from extractors.context.change.meant import change_of_efficiency, usable
from extractors.context.change.quantity_first.fewer import of_fewer
from extractors.context.change.quantity_first.unnamed import IN_OR_OF, LESS, of_unnamed
from extractors.context.change.used import used
from extractors.context.change.window import clip
from extractors.context.metric import Cue, acronym_metric, head_metric, last_metric, metric_cues
from extractors.context.unit_metric import METRIC_OF
from extractors.lexicon import DOWN, UP, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.rulenames import BELOW, QUANTITY_AND_CHANGE
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_SIZES = Pattern(r"\bsizes?\s$")
_THING_NEXT = Pattern(r"\s(?!(?:than|on|in|for|with|when|compared|at|by|and)\b)\p{L}")


def of_named(s: Situation, rest: str, window: str, cue: Match, direction: Direction) -> Change:
    """ "30% higher throughput", "2x fewer parameters": the change of what is named beside it.

    ``rest`` is what stands behind the quantity, and ``window`` the words of it that belong together.
    """
    word, before, after = cue[0].lower(), window[: cue.start()], window[cue.end() :]
    if (things := of_fewer(s, window, before, after, direction)) is not None:
        return things
    if word == "more efficient" and (taken := _taken_by_pair(s) or _taken_in(after)) is not None:
        return Change(taken, DOWN, Form.BY, QUANTITY_AND_CHANGE)
    if (efficiency := change_of_efficiency(window, direction, QUANTITY_AND_CHANGE)) is not None:
        return efficiency
    named = _named_beside(s, rest, window, cue)
    if named is None and _SIZES.search(before):
        return Change(Metric.STORAGE, direction, Form.BY, "change of size")
    if named is None and after.strip():
        named = _shared_with_next(rest, window)
    metric = _as_changed(s, usable(named, s) or counted(before + " "), named, word, direction)
    if metric is None:
        metric = of_unnamed(s, rest, cue.end(), word)
        alone = word == "below" or (word in ("less", "lower") and not _THING_NEXT.match(after))
        if metric is Metric.OTHER and alone:
            return Change(metric, direction, Form.BY, BELOW)
    return settle(metric, direction, word, QUANTITY_AND_CHANGE)


_OPENS = Pattern(r"\smore\sefficient\s\([~$]?")


def _taken_by_pair(s: Situation) -> Metric | None:
    """ "500x more efficient (1,800 vs. 3.6 TFLOPs)": what both values in the bracket are of."""
    if s.following is None or _OPENS.fullmatch(s.near_right) is None:
        return None
    dimensions = [one.dimension for one in s.siblings[s.index + 1 : s.index + 3]]
    metric = next((METRIC_OF[one] for one in dimensions if one in METRIC_OF and one is not Dimension.TIME), None)
    return metric if metric is not None and metric.polarity is Polarity.LOWER else None


def _taken_in(after: str) -> Metric | None:
    """ "12x more efficient in FLOPs"."""
    cue = head_metric(after) if after.startswith(" in ") else None
    return cue.metric if cue is not None and cue.metric.polarity is Polarity.LOWER else None


_ON_SCORE = Pattern(r"\son\s(?P<np>[^,;:()]{0,40}?\b(?:scores?|accuracy|F1|recall|precision|success rates?))\b")
_LOST = Pattern(r"loss(?:es)?$|degradations?$|drops?$", IGNORECASE)


def _named_beside(s: Situation, rest: str, window: str, cue: Match) -> Cue | None:
    """The metric on either side of a word of change."""
    after = window[cue.end() :]
    named = _beside(window, cue)
    if (
        named is None
        and _LOST.match(cue[0].lower())
        and (of := IN_OR_OF.match(after) or _ON_SCORE.match(rest, cue.end()))
    ):
        named = head_metric(of["np"])  # "0.5% loss in accuracy", "... on the RoomQA score"
    named = named or last_metric(window[: cue.end()]) or head_metric(after) or acronym_metric(s.doc.view, window)
    degraded = named is not None and (named.word.lower().startswith("degradation") or _is_the_change(named, cue))
    return None if degraded else named  # of what, is said elsewhere; else of the quality


def _is_the_change(named: Cue, cue: Match) -> bool:
    """ "a 0.8-point loss": what is lost is not the error."""
    return named.word.lower().startswith("loss") and (named.start, named.end) == cue.span()


def _beside(window: str, cue: Match) -> Cue | None:
    """The metric named last before a noun of change: "runtime token savings", "4x weight-traffic reduction"."""
    before = window[: cue.start()]
    within = [found for found in metric_cues(window[: cue.end()]) if found.end <= cue.start() + 1]
    alone = last_metric(before)
    if within and (alone is None or within[-1].start > alone.start):
        return within[-1]
    return alone or last_metric(before.replace("-", " "))


_JOINED = Pattern(r"and\s(?!\d)")


def _shared_with_next(rest: str, window: str) -> Cue | None:
    """ "30% fewer layers and parameters": what the word of change shares with what stands behind *and*."""
    joined = _JOINED.match(rest, len(window))
    shared = clip(rest[joined.end() :]) if joined else ""
    return None if has_verb(shared) else head_metric(shared)  # "reduction in parameters and outperforms ..."


_FINDS = Pattern(
    r"\b(?:detect|find|catch|reveal|discover|identif|expos|uncover|flag|spot|found|caught|locat)\p{L}*\s(?:(?:up to|"
    r"about|over|nearly|on average)\s|~)?$"
)


def _as_changed(
    s: Situation, metric: Metric | None, named: Cue | None, word: str, direction: Direction
) -> Metric | None:
    """The metric that a change of something with two sides is of."""
    if metric is Metric.ERROR and direction is UP and _FINDS.search(s.list_left):
        return Metric.COUNT  # "detects 5x more errors"
    if metric is Metric.BANDWIDTH and direction is DOWN and LESS.match(word):
        return Metric.COMMUNICATION  # "a 50% bandwidth reduction": what is used of it
    return used(s, metric, named, direction) if metric else None
