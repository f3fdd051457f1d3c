"""What a comparison says: which metric moved, which way, and by or to how much."""

from __future__ import annotations

from collections.abc import Callable

from extractors.context.change.bare import bare
from extractors.context.change.made import Change
from extractors.context.change.meant import default_metric, metric_after
from extractors.context.change.noun import change_of
from extractors.context.change.noun.further import change_of_a_change
from extractors.context.change.noun.loss import loss_kept_low
from extractors.context.change.noun.overhead import overhead
from extractors.context.change.perunit import per_unit
from extractors.context.change.placed import placed
from extractors.context.change.price import price_of
from extractors.context.change.quantity_first import quantity_and_change
from extractors.context.change.quantity_first.listed import each_of_list, noun_of_next
from extractors.context.change.scaled import scaled
from extractors.context.change.share import share_of
from extractors.context.change.verb.by import verb_and_by
from extractors.context.change.verb.direct import verb_and_quantity, verb_object_and_quantity
from extractors.context.change.verb.to import reduced_to
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import BARE_AND_UNNAMED, BARE_FACTOR, MULTIPLE_OF_BASELINE
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

__all__ = ["Change", "default_metric", "find_change", "metric_after"]

_BEATS = Pattern(
    r"\b(?:outperform|surpass|exceed|beat|match|rival|comparable to|on par with|competitive with|"
    r"(?:better|lower|higher|stronger|smaller)\b[^;.]{0,100}\sthan|wins? (?:over|against)|superior to)(?:s|"
    r"es|ed|ing|ting)?\b(?!\sby\b)(?:(?!\sbut\s)[^;.]|\.\d){1,70}?"
    r"(?:\(|\b(?:with|using|on|that|which|requiring|consuming|trained on|is|are|at|given|"
    r"allotted|granted|allowed|despite))\s?(?:(?:is|are|uses?|given|"
    r"has|have|up to|more than|over|nearly|about|roughly|around|~|requires?|saw|sees?|takes?|took|needs?|"
    r"consumed|spends?)\s){0,3}$",
    IGNORECASE,
)
# "the best of all, even methods trained on 3x more images or with 2x larger nets"
_EVEN_THOSE = Ending(
    r"\b(?:including|even|than|all|against)\s(?:those|methods|models|baselines|systems|approaches|ones)\s"
    r"(?:that\s(?:are|were)\s)?(?:trained\s(?:on|with)|using|with)\s"
    r"(?:\d[\d.]{0,5}x\s[\p{L}\s]{2,30}\s(?:or|and)\s(?:using|with|trained\son)\s)?(?:up to\s|over\s)?$"
)
# "rivals models up to 7x larger"
_BEATS_LARGER = Pattern(
    r"\b(?:" + BEATS_OR_EQUALS + r"|on par with|comparable to|competitive with)\s"
    r"[^;,.]{1,60}?\s(?:(?:that are|up to|over|more than|nearly)\s){0,2}$",
    IGNORECASE,
)
_PAID = Ending(r"\b(?:at|with|using|needs?|requires?|takes?|uses?|consumes?|costs?)\s" + HEDGES + r"$")
_MULTIPLES = (MULTIPLE_OF_BASELINE, "multiple of a size", BARE_FACTOR, BARE_AND_UNNAMED)
# The surest wording first.
_STEPS: tuple[Callable[[Situation], Change | None], ...] = (
    each_of_list,
    noun_of_next,
    scaled,
    share_of,
    quantity_and_change,
    verb_and_by,
    reduced_to,
    price_of,
    change_of,
    change_of_a_change,
    loss_kept_low,
    verb_and_quantity,
    verb_object_and_quantity,
    placed,
    overhead,
    bare,
)


_OPENS = Pattern(r"\((?:[\p{L}@\d-]{1,20}[:,]?\s){0,2}~?$")
_VERSUS = Pattern(r"\s?(?:vs\.?|versus|against)\s~?")


def find_change(s: Situation) -> Change | None:
    """What the words around a quantity say has changed; null when they speak of no change."""
    if _is_first_of_two(s):
        return None
    for step in _STEPS:
        change = step(s)
        if change is not None:
            return per_unit(s, _of_a_part(s, _of_the_beaten(s, change)))
    return None


def _is_first_of_two(s: Situation) -> bool:
    """ "raises recall (72% vs. 60%)": two values of it, not how much it changes."""
    if s.quantity.dimension is not Dimension.PERCENT or s.index + 1 == len(s.siblings):
        return False
    return _OPENS.search(s.near_left) is not None and _VERSUS.fullmatch(s.near_right) is not None


_LARGER = Pattern(r"\s(?:larger|bigger)\b(?!\s\p{L}+s\b)")  # "rivals those that are 9x larger"


def _of_the_beaten(s: Situation, change: Change) -> Change:
    """ "outperforms models with twice the compute": a decrease for the paper's own model."""
    part = s.quantity.dimension is Dimension.TIMES and s.quantity.high < 1  # "matches it at 0.4x the compute"
    size = change.metric in (
        Metric.MODEL_SIZE,
        Metric.COMPUTE,
        Metric.DATASET_SIZE,
        Metric.COUNT,
        Metric.CAPACITY,
        Metric.COST,
        Metric.MEMORY,
        Metric.ENERGY,
        Metric.POWER,
        Metric.STORAGE,
    )
    larger = change.metric is Metric.OTHER and _LARGER.match(s.list_right) is not None
    if (size or larger) and change.direction is UP and not part and _beats(s, change.metric):
        metric = Metric.MODEL_SIZE if larger or change.metric is Metric.CAPACITY else change.metric
        return Change(metric, DOWN, change.form, change.rule)
    if change.metric is Metric.CAPACITY and change.direction is DOWN and change.form is Form.BY:
        return Change(Metric.OTHER, DOWN, change.form, change.rule)
    return change


def _of_a_part(s: Situation, change: Change) -> Change:
    """ "at 0.7x its power": less than once as much is a decrease, to that part."""
    if s.quantity.idiom.startswith("hal") and change.direction is UP:
        return Change(change.metric, DOWN, change.form, change.rule)  # "halves the overhead"
    part = s.quantity.dimension is Dimension.TIMES and s.quantity.high < 1 and not s.quantity.idiom
    if not part or change.direction is not UP or change.form is not Form.BY:
        return change
    ranked = change.metric.polarity is not Polarity.NEITHER and change.metric is not Metric.OVERHEAD
    if _PAID.search(s.near_left) or (change.rule in _MULTIPLES and (ranked or "size" in change.rule)):
        return Change(change.metric, DOWN, Form.TO, change.rule)
    return change


def _beats(s: Situation, metric: Metric) -> bool:
    if _BEATS.search(s.left[-170:]) or _EVEN_THOSE.search(s.left[-80:]):
        return True
    return metric is Metric.MODEL_SIZE and _BEATS_LARGER.search(s.left[-110:]) is not None
