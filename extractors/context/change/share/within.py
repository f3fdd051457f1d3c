"""How near a value comes to another: "within 2% of the teacher", "within 1.5 points"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.meant import usable
from extractors.context.change.share.part import WITHOUT
from extractors.context.metric import first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

SHARE = Pattern(
    r"^\s{0,2}(?:[\p{L}-]{1,20}\s)?(?:of|from)\s(?P<what>(?:(?:the|its|their|that|those|our|"
    r"all)\s)?(?:of\s)?(?:the\s)?[^,;:()]{2,70})",
    IGNORECASE,
)
_ENDS = Pattern(r"\s?(?:[,.;)]|$|(?:on|in|across|for|while|at)\s)")
_MATCHES = Ending(
    r"\b(?:match(?:es|ed|ing)?|track(?:s|ed|ing)?|rival(?:s|ed|ing)?)\s(?P<what>[^,;:()]{2,60})(?<!\sto)\s(?:to\s)?within\s(?:about\s|~)?$"
)
# "matches the measurements to within 3%": how far off it is
_A_FACT = Pattern(
    r"\b(?:predict(?:ion|ed)s?|experiment\p{L}*|measure(?:d|ments?)|simulat\p{L}+|theor(?:y|etical)|analytic\p{L}*|"
    r"(?:exact|reference|numerical)\ssolutions?|observ(?:ed|ations?)|ground[-\s]truth|physics)\b",
    IGNORECASE,
)
# "keeping the TTFT within 5%": at most so much worse; of an error or an overhead it is the value itself
_KEEPS = Ending(
    r"\b(?:keep|kept|maintain|hold|held|retain|preserv|sustain)\p{L}*\s(?P<np>[^,;:()]{3,50}?)\s(?:to\s)?within\s"
    r"(?:about\s|only\s|just\s|~)?$"
)
_RUNS = Pattern(
    r"\b(?:kernels?|compilers?|solvers?|codes?|code\sgenerators?|implementations?|librar(?:y|ies)|runtimes?|drivers?|ports?|backends?|allocators?)\s"
    r"(?:(?!(?:model|accurac)\p{L}*)[\p{L}\d-]+\s){0,6}within\s(?:about\s|only\s|just\s|~)?$|"
    r"\b[Pp]erformance\s(?:is|are|stays?|remains?|comes?|lies|was)\s(?:\p{L}+\s)?within\s(?:about\s|only\s|just\s|~)?$"
)
_GOES_ON = Pattern(r"\s(?:from\s|\p{Lu})")
_WITHIN = Pattern(r"\bwithin\s(?:about\s|only\s|just\s|~)?\s?$", IGNORECASE)


def points_within(s: Situation) -> Change | None:
    """ "within 1.5 points"."""
    if not _WITHIN.search(s.near_left):
        return None
    return Change(Metric.ACCURACY, DOWN, Form.BY, "within a share")


def within(s: Situation) -> Change | None:
    """ "within 2% of the teacher's accuracy", "matches the teacher within 2%": so much worse at most."""
    if s.quantity.dimension is not Dimension.PERCENT or not _WITHIN.search(s.near_left):
        return None
    share = SHARE.match(s.list_right)
    if share is None and not (_is_matched(s) or _is_kept(s)):
        return None
    inside = first_metric(WITHOUT.split(share["what"])[0]) if share else None
    metric = usable(inside or last_metric(s.list_left[-60:]), s) or Metric.ACCURACY
    if metric is Metric.ACCURACY and inside is None and _RUNS.search(s.left) and not s.text_is_about_quality:
        metric = Metric.SPEED  # "our kernels come within 5% of cuBLAS"
    return Change(metric, UP if metric.polarity is Polarity.LOWER else DOWN, Form.BY, "within a share")


def _is_matched(s: Situation) -> bool:
    return _ENDS.match(s.right) is not None and _MATCHES.search(s.near_left) is not None and not is_of_a_fact(s)


def is_of_a_fact(s: Situation) -> bool:
    """ "tracks the measurements within 3%": what is matched is no rival."""
    matched = _MATCHES.search(s.near_left)
    return matched is not None and _A_FACT.search(matched["what"]) is not None


def _is_kept(s: Situation) -> bool:
    """ "keeping the TTFT within 5%", "retains an accuracy within 2% from the teacher"."""
    kept = _KEEPS.search(s.near_left)
    if kept is None or not (_ENDS.match(s.right) or _GOES_ON.match(s.right)):
        return False
    metric = usable(last_metric(kept["np"]), s)
    return metric is not None and metric not in (Metric.ERROR, Metric.OVERHEAD, Metric.UTILIZATION)
