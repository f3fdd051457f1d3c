"""A value whose unit says what is measured: "draws 210 W", "at 1.2 TB/s"."""

from __future__ import annotations

from extractors.claims.draft import Draft, Outcome, measured
from extractors.claims.measurement.named_metric import metric_beside
from extractors.claims.measurement.rate import rate
from extractors.context.metric import last_metric
from extractors.context.unit_metric import COUNTED, METRIC_OF
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_OF_FAULTS = Pattern(
    r"\b(?:alarms?|false (?:positives|negatives)|errors|failures|misses|faults|crashes|violations|"
    r"collisions)\b"
)
_EXACT = (
    r"(?:accurac(?:y|ies)|precision|fidelity|repeatability|agreement|deviations?|quality|scores?|generali[sz]ation)"
)
_HOW_EXACT = Pattern(r"[-\s](?:(?:mean|average|median|[\p{Ll}-]+)\s){0,2}" + _EXACT + r"\b")
_HOW_EXACT_OF = Ending(r"\b" + _EXACT + r"\b[^,;)]{0,40}$", IGNORECASE)
# "a drift of 2 m over a 900 m loop"
_EXTENT = Ending(r"\b(?:over|across|along|through)\s(?:an?\s|the\s)?" + HEDGES + r"$")


def value_of_unit(s: Situation) -> Outcome:
    """What a unit measures, except where the words beside the value know better."""
    q = s.quantity
    if q.unit == "nm":
        return rate(s, None)
    if q.dimension is Dimension.COUNT and q.unit.startswith("tokens/"):
        return measured(s, Metric.CAPACITY, "tokens per pass")
    if q.dimension is Dimension.LENGTH:
        return measured(s, Metric.ERROR, "a value of length") if _is_off(s) else measured(s, Metric.OTHER, "length")
    metric = Metric.OTHER if q.dimension is Dimension.ELECTRIC else METRIC_OF.get(q.dimension)
    if metric is None or q.dimension in COUNTED:
        return None
    if q.unit in ("km^2", "m^2"):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, q.unit, "area of land")
    if q.unit.endswith("/mm^2"):
        return measured(s, Metric.AREA_EFFICIENCY, "a value of performance")
    if q.dimension is Dimension.RATE and _OF_FAULTS.search(s.doc.view, q.start, q.end):
        metric = Metric.ERROR
    if q.dimension is Dimension.BANDWIDTH and (named := last_metric(s.list_left[-30:])) is not None:
        metric = Metric.THROUGHPUT if named.metric is Metric.THROUGHPUT else metric
    return measured(s, metric, f"a value of {q.dimension.value}")


# "3 cm mean ATE", "an RPE of 2 cm": of a trajectory
_OF_A_PATH = Pattern(r"\s(?:(?:mean|median|average|absolute|RMS)\s)?(?:ATE|APE|RPE)\b")
_OF_A_PATH_BEFORE = Ending(
    rf"\b(?:ATE|APE|RPE)\s(?:\([^()]{{1,20}}\)\s)?(?:of|is|was|to|from|below|reaches|at)\s{HEDGES}$"
)


def _is_off(s: Situation) -> bool:
    """ "an error of 3 mm", "locates it with an accuracy of 2 cm": by how much it is wrong."""
    if _OF_A_PATH.match(s.list_right) or _OF_A_PATH_BEFORE.search(s.list_left):
        return True
    if _EXTENT.search(s.near_left):
        return False
    named = metric_beside(s, (Metric.ERROR, Metric.ACCURACY))
    return named is Metric.ERROR or (named is Metric.ACCURACY and _is_how_exact(s))


def _is_how_exact(s: Situation) -> bool:
    """ "an accuracy of 2 cm", "2 cm accuracy"; "a 2 cm success rate" is none."""
    behind = _HOW_EXACT.match(s.list_right)
    return behind is not None or _HOW_EXACT_OF.search(s.list_left) is not None
