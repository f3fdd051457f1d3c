"""Which metric a noun of change is of: "a reduction in page churn", "power and area savings of 3% and 5%"."""

from __future__ import annotations

from itertools import pairwise

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.quantity_first.unnamed import IN_OR_OF
from extractors.context.change.window import window_after
from extractors.context.change.words import IS_RUN
from extractors.context.metric import first_metric, head_metric, heads_of_list, last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

# What the members of a list are of: "in energy, area, and the decoding time"
_IN = Pattern(
    r"\s(?:in|of)\s(?:terms of\s)?(?P<np>(?:(?!\s(?:over|than|compared|relative|on|for|while|with)\s)[^;:()]){4,80})"
)
_JOINS = Pattern(r"(?:\s?,\s(?:and\s)?|\sand\s|/)(?:the\s)?(?:[\p{L}-]{2,20}\s){0,2}")
_OF_PARAMETERS = Ending(r"\bparameters?(?:[\s-](?:count|number))?\s$")
# "a reduction of 30% in page churn", of what is no metric; not "in most cases", "in the last stage"
_IN_THINGS = Pattern(
    r"[%$\\]{0,3}\sin\s(?!(?:the|an?|most|all|some|both|each|every|many|several|certain|general|total|average|addition|comparison|"
    r"practice|simulations?|training|inference|terms|low|high|real|large|small|long)\b)(?P<np>(?:[\p{Ll}-]+\s){0,3}?"
    r"(?!(?:cases?|settings?|scenarios?|experiments?|tasks?|conditions?|environments?|modes?|regimes?|tests?|benchmarks?|"
    r"workloads?|deployments?|evaluations?|models?|domains?|datasets?|languages?|applications?|systems?|networks?|stages?|"
    r"phases?|layers?|steps?|regions?)\b)\p{Ll}{4,})(?=[.,;)]|$|\s(?:over|compared|on|for|under|when|while|and|with|across|by|relative|at)\b)"
)
_A_NUMBER = Pattern(r"\sin\s(?:the\s)?(?:total\s|average\s)?number\sof\s")


def of_the_lessened(s: Situation, rest: str, before: str) -> Change:
    """ "an aggressive parameter reduction (94%)"; else a reduction of a metric that was named before."""
    if _OF_PARAMETERS.search(before):
        return Change(Metric.MODEL_SIZE, DOWN, Form.BY, "change of")
    if (what := IN_OR_OF.match(rest)) is not None:  # "a reduction in page churn of 12%"
        return Change(counted(f" {what['np']}") or Metric.OTHER, DOWN, Form.BY, "change of")
    if _A_NUMBER.match(s.list_right):  # "a reduction of 40% in the number of runs"
        return Change(counted(s.list_right) or Metric.COUNT, DOWN, Form.BY, "change of")
    behind = first_metric(window_after(s))
    if behind is None and (within := _IN_THINGS.match(s.list_right)) is not None:
        return Change(counted(f" {within['np']}") or Metric.OTHER, DOWN, Form.BY, "change of")
    named = behind or last_metric(s.left[-140:])
    metric = own_of_list(s, "") or usable(named, s) or Metric.OTHER
    return Change(metric, DOWN, Form.BY, "reduction of what was named before")


def own_of_list(s: Situation, before: str, behind: str = "") -> Metric | None:
    """ "power and area savings of 3% and 5%", "gains of 3x and 5x in speed and memory": each value has its own."""
    first, last = s.group
    if last == first:
        return None
    after = _IN.match(s.list_right)
    for named in (before, behind, after["np"] if after else ""):
        cues = heads_of_list(named)
        gaps = (named[one.end : other.start] for one, other in pairwise(cues))
        if len(cues) == last - first + 1 and all(_JOINS.fullmatch(gap) for gap in gaps):
            return usable(cues[s.index - first], s)
    return None


_OF_ITS_CLAUSE = Ending(
    r"\b(?:reduc|lower|cut|decreas|shorten|shrink|improv|increas|boost|enhanc|accelerat|rais|speed)(?:t?ing|e?s|ed|e)?\s(?:up\s)?"
    r"(?P<np>[^,;:()]{3,60}),\s(?:with|yielding|achieving|obtaining|showing|delivering|reaching)\s(?:an?\s)?"
    r"(?:(?:maximum|average|mean|median|peak|typical|overall|relative|further|consistent|observed|total)\s){0,2}$"
)


def of_its_clause(s: Situation, before: str) -> Metric | None:
    """ "cuts latency, with average gains of 12%": of what the verb before has as its object."""
    clause = _OF_ITS_CLAUSE.search(before)
    metric = usable(head_metric(clause["np"]), s) if clause else None
    return None if metric is None or metric.polarity is Polarity.NEITHER else metric


def of_unnamed(s: Situation, direction: Direction, noun: str = "") -> Metric:
    """What a change is of that names nothing; "reductions of switching can reach 33%" are of no speed."""
    if noun.lower().startswith("penalt") and s.quantity.dimension is Dimension.TIMES:
        return Metric.OVERHEAD  # "a start-up penalty of 3x"
    metric = default_metric(s)
    tail = IN_OR_OF.match(s.list_right) if metric is Metric.SPEED else None
    of_a_thing = tail is not None and not IS_RUN.search(tail["np"])  # "gains of 16% in sharpness"
    return Metric.OTHER if metric is Metric.SPEED and (direction is DOWN or of_a_thing) else metric
