"""Which statistic a value is; "34% average savings, and a 28% boost": an item shares that of the one before."""

from __future__ import annotations

from collections.abc import Callable

from extractors.claims.draft import Draft
from extractors.context.statistic import find_statistic, statistic_of_count
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import CHANGE_OF_PAIR
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.vocabulary import Kind, Statistic

_OWN: dict[Kind, Callable[[Situation], Statistic | None]] = {
    Kind.COMPARISON: find_statistic,
    Kind.MEASUREMENT: find_statistic,
    Kind.SCALE: statistic_of_count,
    Kind.RESOURCE: lambda s: None,
}
_SHARED = (Statistic.MEAN, Statistic.GEOMEAN, Statistic.MEDIAN)
_LISTED = Pattern(r"[^,;:()]{3,50},\s(?:and\s)?(?:an?\s)?")  # "34% average savings, and a 28% boost"
_ON_ANOTHER = Pattern(r"%?\s(?:on|for|in|at|with)\s[^,;:()]{2,50}?(?:,\s|,?\sand\s)")  # "0.03 on A and 0.005 on B"
_OF_THE_ONE = Pattern(r"^\s(?:average|mean|median|geo-?mean)\s")  # "34% average savings, 28% more speed"
_OTHERWISE = Pattern(
    r"\b(?:average|mean|median|geomean|worst|best|peak|maximum|max|at most|up to|but|while|from|to|specifically|"
    r"including|notably|namely|e\.g|individual(?:ly)?)\b|%\)?\s-",
    IGNORECASE,
)


def read(s: Situation, draft: Draft, so_far: SoFar) -> Statistic | None:
    """The value's own statistic, else that of the value before where it is said for both."""
    own = _OWN[draft.kind](s)
    if own is not None or not so_far:
        return own
    earlier = so_far[-1]
    if draft.rule == CHANGE_OF_PAIR:
        return earlier.claim.statistic  # "reduces the mean error to 0.3 m (a 22% improvement)"
    return earlier.claim.statistic if _is_said_for_both(earlier, s, draft) else None


def _is_said_for_both(earlier: Earlier, s: Situation, draft: Draft) -> bool:
    """Whether a value goes on in the list of the one before, and nothing between says otherwise."""
    alike = earlier.stands_next_to(s) and earlier.draft.kind is draft.kind
    if not alike or earlier.claim.statistic not in _SHARED:
        return False
    scored = draft.metric is earlier.draft.metric and _ON_ANOTHER.fullmatch(s.near_left)
    listed = scored or (draft.rule == earlier.draft.rule and _LISTED.fullmatch(s.near_left))
    if not listed and not draft.rule.startswith("next"):
        return False
    gap = _OF_THE_ONE.sub("", s.doc.view[earlier.quantity.end : s.quantity.start])
    return _OTHERWISE.search(gap) is None
