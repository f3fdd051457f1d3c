"""Scale: how large a model, data set, context, batch, problem or evaluation is."""

from __future__ import annotations

from extractors.claims.data import is_data
from extractors.claims.draft import Draft, NoClaim, Outcome
from extractors.claims.measurement.operations import is_computed
from extractors.claims.tokens import accepted, of_tokens
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.numbers.wordgroups import word_group
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_EVALUATION = word_group("evaluated")
_ITEMS_OF_DATA = word_group("items_of_data")
_NOT_COUNTED = word_group("no_size")
_FINDS = Pattern(
    r"\b(?:discover|uncover|found|solv|fix|detect|identif|repair|expos|reveal|confirm)\p{L}*\s"
    r"(?:(?:over|up to|more than|about|nearly|only|~)\s?){0,2}$",
    IGNORECASE,
)
_MOST_SPELLED_OUT = 10
_FOUND = Pattern(r"insights|findings|challenges|innovations|reasons")
_FULL_CIRCLE, _MANY_PARTS = 360, 10
_PANORAMA = Pattern(r"\b(?:panoram|omnidirectional|spherical|equirectangular)", IGNORECASE)
_FRAMES_OF_DATA = 10_000  # what is read or made at once is shorter
_SO_MANY_ITEMS, _SO_MANY_OBJECTS = 20, 1_000  # are a data set: "60 photos", not "60 workloads"
_SET = r"(?:benchmark|data\s?set|corpus|collection|suite|split)"
_IN_A_SET = Ending(  # "a corpus of 60 tasks", "it contains 60 tasks"
    rf"\b(?:{_SET}s?\s(?:of|with|spanning|covering)|contain(?:s|ing)|compris(?:es?|ing)|consist(?:s|ing)?\sof|"
    rf"composed\sof|includes|features)\s(?:a\stotal\sof\s)?{HEDGES}$",
    IGNORECASE,
)
_SET_OF_SO_MANY = Pattern(rf"\s(?:[\p{{L}}\d-]+\s){{0,2}}{_SET}\b", IGNORECASE)  # "a 60-task public benchmark"
_AT_ONCE = Pattern(r"\b(?:concurrent|parallel|simultaneous)\b")
_PEOPLE = Pattern(  # who are there, whatever is known of them
    r"people|users|speakers|individuals|citizens|residents|inhabitants|customers|visitors|followers|adults|americans|"
    r"sessions|downloads|deaths"
)
_MOST_JOINTS = 1000  # what has fewer degrees of freedom is an arm, not a mesh
_FABRIC = Pattern(  # what a circuit takes of an FPGA
    r"(?:lut|dsp|ff|[bu]ram|alm|clb)s|flip-?flops|dsp\s(?:slices|blocks)|look-?up\stables|logic\s(?:cells|elements)"
)
_STEPS = Pattern(r"NFEs|steps|epochs|iterations|rounds|passes|cycles|rollouts")
# "128-step sequences", "a 70-step input window"
_SO_LONG_A_SEQUENCE = Pattern(
    r"\s?(?:(?:time|input|long|observation|context)\s)?(?:sequences?|series|windows?|histor(?:y|ies)|contexts?|look-?backs?)\b(?!-)"
)
_OF_LENGTH = Ending(rf"\b(?:sequences?|series|windows?|histor(?:y|ies))\s(?:of\s(?:length\s)?){HEDGES}$")
_OF_WEAR = Pattern(
    r"\b(?:program|erase|charge|charging|write|endurance|heating|thermal|duty|life|test|gait|cardiac)\b|P/E"
)
_AGEING = ("batter", "ageing", "aging", "cycle life", "recharg")  # whose cycles are no clock's
_OF_A_CLOCK = Pattern(r"(?:(?!and\b)[\p{L}]+\s){0,3}cycles\b|$", IGNORECASE)  # no "investigate-and-repair cycles"


def read(s: Situation) -> Outcome:
    """A size or a count."""
    q = s.quantity
    if q.dimension in (Dimension.PARAMETERS, Dimension.COUNT) and q.in_words and 1 <= q.high <= 10:
        return NoClaim("a spelled-out count from one to ten")
    if q.dimension is Dimension.PARAMETERS:
        return Draft(Kind.SCALE, Metric.MODEL_SIZE, "parameters", "model size")
    if q.dimension is not Dimension.COUNT:
        return None
    if q.unit == "tokens":
        return accepted(s) or Draft(Kind.SCALE, of_tokens(s), "tokens", "tokens")
    if q.unit in _NOT_COUNTED and q.unit != "digits" and not _is_many_found(q):
        return NoClaim("not a count of a size")
    if (taken := _of_a_circuit(s)) is not None:
        return taken
    if _STEPS.fullmatch(q.unit) and not _OF_WEAR.search(q.noun):
        return _of_steps(s)
    if q.low % 1 and (named := last_metric(s.list_left[-40:])) is not None and named.metric is Metric.ERROR:
        return Draft(Kind.MEASUREMENT, Metric.ERROR, q.unit, "error in things counted")  # "an error of 5.9 pixels"
    if _is_no_size(s):
        return NoClaim("not a count of a size")
    if _FINDS.search(s.near_left):
        return Draft(Kind.SCALE, Metric.COUNT, q.unit, "count of what is found")
    return _of_things(s)


def _of_steps(s: Situation) -> Draft:
    """Work to do, unless they are those of a series: "128-step sequences"."""
    if s.quantity.unit == "steps" and (_SO_LONG_A_SEQUENCE.match(s.right) or _OF_LENGTH.search(s.left[-60:])):
        return Draft(Kind.SCALE, Metric.CONTEXT_LENGTH, "steps", "length of a sequence")
    return Draft(Kind.SCALE, Metric.COMPUTE, s.quantity.unit, "count of steps")


def _of_things(s: Situation) -> Draft:
    unit = s.quantity.unit
    if _PEOPLE.fullmatch(unit):
        return Draft(Kind.SCALE, Metric.COUNT, unit, "count")
    if unit in _EVALUATION and not _AT_ONCE.search(s.quantity.noun):
        return Draft(Kind.SCALE, _of_objects(s), unit, "count of evaluation objects")
    if unit == "operations" and is_computed(s):
        return Draft(Kind.MEASUREMENT, Metric.COMPUTE, unit, "amount of operations")
    return Draft(Kind.SCALE, Metric.DATASET_SIZE if is_data(s) else Metric.COUNT, unit, "count")


def _of_a_circuit(s: Situation) -> Draft | None:
    """ "takes 90 cycles", "with 410 LUTs": what a circuit takes is measured."""
    q = s.quantity
    if q.unit == "cycles" and _OF_A_CLOCK.match(q.noun) and not (_OF_WEAR.search(q.noun) or s.says(_AGEING)):
        return Draft(Kind.MEASUREMENT, Metric.RUNTIME, "cycles", "clock cycles")
    return Draft(Kind.MEASUREMENT, Metric.AREA, q.unit, "parts of a chip") if _FABRIC.fullmatch(q.unit) else None


def _is_many_found(q: Quantity) -> bool:
    """ "34 insights": so many are counted, "four key insights" are a way of speaking."""
    return not q.in_words and q.high > _MOST_SPELLED_OUT and _FOUND.fullmatch(q.unit) is not None


def _is_no_size(s: Situation) -> bool:
    """ "4 parts", "7 degrees of freedom", "360 panoramic videos": an angle, in LaTeX without its sign."""
    q = s.quantity
    if q.unit == "degrees of freedom" and q.high < _MOST_JOINTS:
        return True
    angle = _PANORAMA.search(s.doc.view, q.start, q.end) if q.low == _FULL_CIRCLE else None
    return angle is not None or (q.unit == "parts" and q.high < _MANY_PARTS)


def _of_objects(s: Situation) -> Metric:
    q = s.quantity
    if q.unit == "frames" and q.high < _FRAMES_OF_DATA:
        return Metric.CONTEXT_LENGTH
    least = _SO_MANY_ITEMS if q.unit in _ITEMS_OF_DATA or _is_of_a_set(s) else _SO_MANY_OBJECTS
    return Metric.DATASET_SIZE if q.high >= least else Metric.COUNT


def _is_of_a_set(s: Situation) -> bool:
    """ "a corpus of 60 tasks", "a 60-task benchmark"; "on 60 tasks" says of none that it is so large."""
    hyphenated = "-" in s.doc.view[s.quantity.start : s.quantity.end]
    return _IN_A_SET.search(s.near_left) is not None or (hyphenated and _SET_OF_SO_MANY.match(s.right) is not None)
