"""A share of a metric of somebody else: "80% of the baseline's FLOPs", "retains 97% of the accuracy"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.share.another import REFERENCE, names_another
from extractors.context.change.share.kept import RETAIN, is_of_quality, is_retained, keeps_ability
from extractors.context.change.share.needed import ONLY, part_needed
from extractors.context.change.share.whole import is_of_a_whole
from extractors.context.change.used import taken_up
from extractors.context.change.verb.to import TO
from extractors.context.change.window import clip
from extractors.context.change.words import ALL_BUT, OPEN
from extractors.context.metric import first_metric, last_metric
from extractors.context.unit_metric import METRIC_OF
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import RETAINED_SHARE, SHARE_OF_COST, SHARE_OF_DATA, SHARE_OF_PARAMETERS
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

_OF_A_MODEL = Pattern(
    r"(?:the\s|its\s)?(?:[\p{L}\d.-]+\s){0,3}?(?:teacher|oracle|baseline|original|full model|dense model|"
    r"ceiling|upper bound|counterpart)\b"
)
_RELATIVE = Pattern(r"\s(?:that|which|who|whose)\s")  # "the requests that wait and hold memory": no share of memory


# "a schedule with a decay of 20% of training", "a warm-up over 3% of the steps": how long a phase lasts
_PHASE = (
    r"\b(?:decay|warm-?up|warming\sup|cool-?down|anneal(?:ing)?|burn-in|ramp(?:-up)?|curriculum)"
    r"(?:\s(?:phase|period|schedule|stage|length|fraction))?\s"
)
_IN_PHASE = Ending(_PHASE + r"(?:of|over|in|for|during|to|lasts|covers|spans|takes|is)\s" + HEDGES + r"$", IGNORECASE)


def share_of_metric(s: Situation, what: str) -> Change | None:
    """ "80% of the baseline's FLOPs", "retains 97% of the accuracy"."""
    if is_of_a_whole(s, what) or _IN_PHASE.search(s.near_left):
        return None
    if (needed := part_needed(s, what)) is not None:
        return needed
    if _works_on_part(s, what):
        return Change(Metric.COMPUTE, DOWN, Form.TO, SHARE_OF_COST)
    if OPEN.search(s.list_left) and _OF_A_MODEL.match(what):
        return Change(default_metric(s), DOWN, Form.TO, RETAINED_SHARE)
    head = first_metric(clip(what + ".")) or (
        None if counted(what) or _PRONOUN.match(what) else first_metric(_RELATIVE.split(what)[0])
    )
    metric = taken_up(s, usable(head, s) or _of_the_reference(s, what))
    if metric is None:
        return _share_of_no_metric(s, what)
    if ALL_BUT.search(s.near_left):
        return Change(metric, UP if metric.polarity is Polarity.LOWER else DOWN, Form.BY, RETAINED_SHARE)
    if metric is Metric.MODEL_SIZE and ONLY.search(s.list_left):
        return Change(metric, DOWN, Form.TO, SHARE_OF_PARAMETERS)
    if metric.polarity is Polarity.LOWER:
        way = UP if s.quantity.low > _ALL else DOWN
        return Change(metric, way, Form.TO, SHARE_OF_COST) if _is_enough(s, what) else None
    if metric is Metric.SPEED and head and head.word.lower().startswith("perf"):
        metric = Metric.ACCURACY if is_of_quality(s, what) else metric
    if not is_retained(s, what, metric) and not _is_that_of(s, what):
        return None
    return Change(metric, UP if s.quantity.low > _ALL else DOWN, Form.TO, RETAINED_SHARE)


_PRONOUN = Pattern(r"(?:that|those)\sof\s")  # what it stands for was named before
_ALL = 100.0  # percent
_COMES_TO = Ending(r"\b(?:is|are|was|were|reach(?:es|ed|ing)|stands\sat|comes\sto|amounts\sto|to)\s" + HEDGES + r"$")


def _is_that_of(s: Situation, what: str) -> bool:
    """ "its throughput is 250% of that of Tarnet"."""
    return _PRONOUN.match(what) is not None and _COMES_TO.search(s.near_left) is not None


_POSSESSIVE = Pattern(r"(?:the\s)?\p{Lu}[\p{L}\d-]*'s\.?")
# "occupies 1.3 GB, 3% of Tarnet's": the unit before tells of what
_APPOSED = Pattern(r",\s(?:(?:or|i\.e\.,?|only|just|about)\s|~){0,2}|\s\(" + HEDGES)
_METHOD = Pattern(r"method|baseline|model|approach")


def _of_the_reference(s: Situation, what: str) -> Metric | None:
    """ "its latency is 40% of the baseline's", "achieves 95% of the full method": the metric stands before."""
    if not (REFERENCE.search(what) or _POSSESSIVE.fullmatch(what)):
        return None
    metric = usable(last_metric(s.list_left[-80:]), s)
    if metric is None and s.previous is not None and _APPOSED.fullmatch(s.near_left):
        return METRIC_OF.get(s.previous.dimension)
    if metric is None and _METHOD.search(what) and RETAIN.search(s.list_left):
        return Metric.ACCURACY
    return metric


# "logging uses 15% of disk time", "ships require 4% of crude oil": of all that there is
_USES = Ending(
    r"\b(?:uses?|requires?|needs?)\s(?:(?:over|more than|up to|nearly|almost|about|around|roughly|at least)\s|~)?$"
)
_DETERMINED = Pattern(r"(?:the|its|their|that|those|our|all)\s", IGNORECASE)


def _is_enough(s: Situation, what: str) -> bool:
    """Whether a share of a cost is what is needed, compared with another's."""
    if names_another(what) or TO.search(s.list_left):
        return True
    of_all = _USES.search(s.near_left) is not None and _DETERMINED.match(what) is None
    return ONLY.search(s.list_left) is not None and not of_all


_ONLY_OF = Pattern(r"\b(?:only|just|merely|less than|under)\s" + HEDGES + r"\s?$", IGNORECASE)
_PARAMETERS = Pattern(r"\b(parameters|weights|params)\b")


# "visits only 3% of the states": so much of the work is enough
_WORKS_ON_ONLY = Ending(
    r"\b(?!access\sto\b)(?:process|visit|explor|expand|evaluat|examin|scan|access|comput|consider|attend|inspect|prob|touch|search|"
    r"check|travers|load)(?:e?s|e|ed|ing)?\s(?:on\s|to\s|over\s)?(?:only|just|merely|as\sfew\sas|less\sthan|fewer\sthan|under)\s"
    + HEDGES
    + r"$"
)
_THINGS = Pattern(
    r"(?:(?:the|its|all)\s)?(?:(?!(?:of|in|on|for|from)\b)[\p{L}\d'-]+\s){0,3}?\p{L}{3,}s(?=[\s.]|$)(?!\s(?:are|were|is|was)\b)"
)


def _works_on_part(s: Situation, what: str) -> bool:
    things = _THINGS.match(what) if _WORKS_ON_ONLY.search(s.near_left) else None
    return things is not None and first_metric(things[0]) is None and counted(things[0]) is None


def _share_of_no_metric(s: Situation, what: str) -> Change | None:
    """ "a cost of only 10% of that", "with 5% of the samples", "with 2% of the weights"."""
    cost = last_metric(s.list_left[-50:]) if _ONLY_OF.search(s.list_left) else None
    if cost is not None and cost.metric.polarity is Polarity.LOWER:
        return Change(cost.metric, DOWN, Form.TO, SHARE_OF_COST)
    if ONLY.search(s.list_left) and counted(what) is Metric.DATASET_SIZE:
        return Change(Metric.DATASET_SIZE, DOWN, Form.TO, SHARE_OF_DATA)
    if _PARAMETERS.search(what) and ONLY.search(s.list_left):
        return Change(Metric.MODEL_SIZE, DOWN, Form.TO, SHARE_OF_PARAMETERS)
    if keeps_ability(s, what):
        return Change(Metric.ACCURACY, DOWN, Form.TO, RETAINED_SHARE)
    return None
